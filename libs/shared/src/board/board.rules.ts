import { isExcused } from '../attendance/attendance.rules.js';
import type { AttendanceMark } from '../attendance/attendance.types.js';
import type { BoardCounts, BoardMark, BoardPerson, BoardUnit } from './board.types.js';

/** Whether somebody with that mark is in the room. */
export function isInRoom(mark: AttendanceMark | null): boolean {
  return mark === 'present' || mark === 'late';
}

/** How many are what. */
export function boardCounts(people: readonly Pick<BoardMark, 'mark'>[]): BoardCounts {
  const count = (is: (mark: AttendanceMark | null) => boolean): number => people.filter(({ mark }) => is(mark)).length;
  return {
    expected: people.length,
    present: count((mark) => mark === 'present'),
    late: count((mark) => mark === 'late'),
    excused: count(isExcused),
    absent: count((mark) => mark === 'absent'),
    missing: count((mark) => mark === null),
  };
}

/** Counts by OPD: those with most people missing first, then the larger ones, then by name; people without one last. */
export function boardUnits(people: readonly BoardPerson[]): readonly BoardUnit[] {
  const byUnit = new Map<string | null, BoardPerson[]>();
  for (const person of people) byUnit.set(person.opdName, [...(byUnit.get(person.opdName) ?? []), person]);
  const units = [...byUnit].map(([name, members]) => ({ name, counts: boardCounts(members) }));
  return units.toSorted((one, other) => other.counts.missing - one.counts.missing || other.counts.expected - one.counts.expected || compareNames(one.name, other.name));
}

/** The people with the news written over what was known of them. Strangers in the news are left out: they come with the next reading. */
export function withNews(people: readonly BoardPerson[], news: readonly BoardMark[]): readonly BoardPerson[] {
  const of = new Map(news.map((mark) => [mark.enrolmentId, mark]));
  return people.map((person) => ({ ...person, ...of.get(person.enrolmentId) }));
}

/** The marks of `after` that differ from those of `before`; also those that are gone. */
export function changedMarks(before: ReadonlyMap<string, BoardMark>, after: readonly BoardMark[]): readonly BoardMark[] {
  const changed = after.filter((mark) => !isSame(before.get(mark.enrolmentId), mark));
  const still = new Set(after.map(({ enrolmentId }) => enrolmentId));
  const gone = [...before.values()].filter(({ enrolmentId }) => !still.has(enrolmentId));
  return [...changed, ...gone.map(({ enrolmentId }) => ({ enrolmentId, mark: null, at: null, flags: 0 }))];
}

function isSame(one: BoardMark | undefined, other: BoardMark): boolean {
  return one?.mark === other.mark && one.at === other.at && one.flags === other.flags;
}

function compareNames(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

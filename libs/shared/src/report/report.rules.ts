import type { MarkInForce } from '../attendance/marking.types.js';
import { fold, likeness } from '../vocabulary/text.rules.js';
import { splitTitles } from '../vocabulary/titles.rules.js';
import type { Attendee, Match, MeetingWindow, ReportedMark, ReportOutcome, RosterPerson, Visit } from './report.types.js';

const minute = 60_000;
/** From this share of the session on all of its JP count. */
export const fullShare = 0.9;
/** Who joins later than so many minutes after the beginning is late. */
export const lateAfterMinutes = 15;
/** Names at least this alike are suggested, never taken over by themselves. */
const alike = 0.6;

/** Everybody in the meeting: visits under one address, or else under one name, taken together. */
export function attendeesOf(visits: readonly Visit[], window: MeetingWindow): readonly Attendee[] {
  const people = new Map<string, Visit[]>();
  for (const visit of visits) {
    const key = visit.email ?? fold(visit.name);
    people.set(key, [...(people.get(key) ?? []), visit]);
  }
  return [...people.values()].map((own) => ({
    name: own[0]?.name ?? '', email: own[0]?.email ?? null, minutes: minutesWithin(own, window),
    firstJoinMs: own.reduce<number | null>((first, { joinedMs }) => (joinedMs === null ? first : Math.min(first ?? joinedMs, joinedMs)), null),
  }));
}

/** Whole minutes within the session. Where times are known overlaps count once; where only lengths are, their sum. */
function minutesWithin(visits: readonly Visit[], { startsMs, endsMs }: MeetingWindow): number {
  const spans = visits.flatMap(({ joinedMs, leftMs }) => (joinedMs === null || leftMs === null ? [] : [[Math.max(joinedMs, startsMs), Math.min(leftMs, endsMs)] as const]));
  const told = visits.reduce((sum, { joinedMs, leftMs, minutes }) => sum + (joinedMs === null || leftMs === null ? (minutes ?? 0) : 0), 0);
  const sorted = spans.filter(([from, to]) => to > from).sort(([a], [b]) => a - b);
  let [covered, end] = [0, -Infinity];
  for (const [from, to] of sorted) {
    covered += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return Math.min(Math.floor(covered / minute) + told, Math.floor((endsMs - startsMs) / minute));
}

/** What minutes are worth: all JP from nine tenths of the session on, else whole JP; with none of them, absent. */
export function reportedMark({ minutes, firstJoinMs }: Attendee, { startsMs, endsMs, lessonHours }: MeetingWindow): ReportedMark {
  const share = minutes / Math.max(1, (endsMs - startsMs) / minute);
  const earned = share >= fullShare ? lessonHours : Math.floor(share * lessonHours);
  if (earned <= 0) return { mark: 'absent', lessonHours: 0 };
  const late = firstJoinMs !== null && firstJoinMs > startsMs + lateAfterMinutes * minute;
  return { mark: late ? 'late' : 'present', lessonHours: earned };
}

/** Who the attendees are: by address, by NIP within the name, by name; then the most alike as a suggestion. Nobody is two. */
export function matchAttendees(attendees: readonly Attendee[], roster: readonly RosterPerson[]): readonly (Match | null)[] {
  const matches: (Match | null)[] = attendees.map(() => null);
  const taken = new Set<string>();
  const steps = [byEmail, byNip, byName] as const;
  for (const step of steps) {
    attendees.forEach((attendee, index) => {
      if (matches[index]) return;
      const match = step(attendee, roster.filter(({ enrolmentId }) => !taken.has(enrolmentId)));
      if (match) taken.add(match.enrolmentId);
      matches[index] = match;
    });
  }
  return attendees.map((attendee, index) => matches[index] ?? suggestion(attendee, roster.filter(({ enrolmentId }) => !taken.has(enrolmentId))));
}

const byEmail = ({ email }: Attendee, roster: readonly RosterPerson[]): Match | null =>
  only(roster.filter((person) => email !== null && person.email?.toLowerCase() === email), 'email');

const byNip = ({ name }: Attendee, roster: readonly RosterPerson[]): Match | null => {
  const nip = /\d{18}/.exec(name.replace(/(?<=\d)[ .](?=\d)/g, ''))?.[0];
  return only(roster.filter((person) => nip !== undefined && person.nip === nip), 'nip');
};

const byName = ({ name }: Attendee, roster: readonly RosterPerson[]): Match | null => {
  const names = namesIn(name);
  return only(roster.filter(({ fullName }) => names.includes(wordsOf(fullName))), 'name');
};

function suggestion({ name }: Attendee, roster: readonly RosterPerson[]): Match | null {
  const names = namesIn(name);
  const rated = roster.map(({ enrolmentId, fullName }) => ({ enrolmentId, rate: Math.max(...names.map((own) => likeness(own, wordsOf(fullName)))) }));
  const best = rated.filter(({ rate }) => rate >= alike).sort((a, b) => b.rate - a.rate)[0];
  return best ? { enrolmentId: best.enrolmentId, by: 'similar' } : null;
}

/** Two of one name are nobody: a person has to choose. */
function only(found: readonly RosterPerson[], by: Match['by']): Match | null {
  return found.length === 1 && found[0] ? { enrolmentId: found[0].enrolmentId, by } : null;
}

/** Names that a display name may hold: `Diskominfo_Arga Embun, S.T. (Arga)` is Arga Embun or Arga. */
function namesIn(display: string): readonly string[] {
  const [outer = '', inner = ''] = display.split(/[()]/);
  const parts = [outer, ...outer.split(/[_|/]| - /), inner].map((part) => part.trim());
  return [...parts.map((part) => splitTitles(part).fullName), outer].map(wordsOf).filter((words) => words !== '');
}

/** The words of a name in order of the alphabet: `Embun, Arga` is `Arga Embun`. */
function wordsOf(name: string): string {
  return fold(name).replace(/[^\p{L}\s']/gu, ' ').split(/\s+/).filter(Boolean).sort().join(' ');
}

/** What becomes of a mark: what a person said stays, unless asked otherwise. */
export function reportOutcome(reported: ReportedMark, current: MarkInForce | null, replaceHandMade: boolean): ReportOutcome {
  if (current === null) return 'new';
  if (current.mark === reported.mark && current.lessonHours === reported.lessonHours) return 'same';
  const handMade = current.source === 'sheet' || current.source === 'paper' || current.source === 'absence';
  return handMade && !replaceHandMade ? 'kept' : 'replaces';
}

import type { WantedMove } from '@jenjang/shared/calendar';
import type { SessionView } from '@jenjang/shared/cohort';
import {
  type Zone,
  addDays,
  daysBetween,
  instantAt,
  instantMs,
  isoInstant,
  localDate,
  zoneOffsetMinutes,
} from '@jenjang/shared/platform';

/** A Monday, from which weeks are counted. */
const aMonday = '2000-01-03';
const dayMinutes = 1440;
/** Hours that a week always shows, so that an empty morning looks like one. */
const usualHours = { from: 7, to: 18 } as const;

/** A session where it is, or where somebody would like to have it. */
export interface Placed extends SessionView {
  readonly isPending: boolean;
}

/** A session in the grid of a week. */
export interface Block {
  readonly session: Placed;
  /** 0 is Monday. */
  readonly day: number;
  /** Minutes of the local day. */
  readonly from: number;
  readonly to: number;
  /** Place among those at the same time, and how many there are. */
  readonly lane: number;
  readonly lanes: number;
}

export interface Week {
  /** Seven ISO dates from Monday. */
  readonly days: readonly string[];
  /** Whole hours of the day that are drawn, the last excluded. */
  readonly fromHour: number;
  readonly toHour: number;
  readonly blocks: readonly Block[];
}

/** The Monday of the week that holds the date. */
export function mondayOf(date: string): string {
  return addDays(date, -(((daysBetween(aMonday, date) % 7) + 7) % 7));
}

/** Sessions with the moves that are wanted but not saved; a move by the clock of its own zone. */
export function placed(
  sessions: readonly SessionView[],
  pending: ReadonlyMap<string, WantedMove>,
): readonly Placed[] {
  return sessions.map((session) => {
    const move = pending.get(session.id);
    if (move === undefined) return { ...session, isPending: false };
    const from = instantMs(instantAt(move.startsAt.slice(0, 10), move.startsAt.slice(11), session.zone));
    const ends = from + instantMs(session.endsAt) - instantMs(session.startsAt);
    return { ...session, startsAt: isoInstant(from), endsAt: isoInstant(ends), isPending: true };
  });
}

/** The week of a Monday by the clock of a zone. What goes past midnight is drawn to the end of its day. */
export function weekOf(sessions: readonly Placed[], monday: string, zone: Zone): Week {
  const days = Array.from({ length: 7 }, (_, day) => addDays(monday, day));
  const spans = sessions.flatMap((session) => {
    const day = days.indexOf(localDate(session.startsAt, zone));
    if (day < 0) return [];
    const from = minuteOfDay(session.startsAt, zone);
    const length = (instantMs(session.endsAt) - instantMs(session.startsAt)) / 60_000;
    return [{ session, day, from, to: Math.min(from + length, dayMinutes) }];
  });
  const blocks = days.flatMap((_, day) => inLanes(spans.filter((span) => span.day === day)));
  return {
    days,
    fromHour: Math.min(usualHours.from, ...blocks.map(({ from }) => Math.floor(from / 60))),
    toHour: Math.max(usualHours.to, ...blocks.map(({ to }) => Math.ceil(to / 60))),
    blocks,
  };
}

type Span = Omit<Block, 'lane' | 'lanes'>;

/** Side by side where they overlap: groups that touch in time share the width among as many as run at once. */
function inLanes(spans: readonly Span[]): readonly Block[] {
  const groups: Span[][] = [];
  let groupEnd = -1;
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.from >= groupEnd) groups.push([]);
    groups.at(-1)?.push(span);
    groupEnd = Math.max(groupEnd, span.to);
  }
  return groups.flatMap((group) => {
    const ends: number[] = [];
    const laid = group.map((span) => {
      const free = ends.findIndex((end) => end <= span.from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = span.to;
      return { ...span, lane };
    });
    return laid.map((span) => ({ ...span, lanes: ends.length }));
  });
}

function minuteOfDay(instant: string, zone: Zone): number {
  const minutes = instantMs(instant) / 60_000 + zoneOffsetMinutes(zone);
  return ((minutes % dayMinutes) + dayMinutes) % dayMinutes;
}

export interface Day {
  readonly date: string;
  readonly sessions: readonly Placed[];
}

/** Sessions day by day, each by the clock of its own place. */
export function daysOf(sessions: readonly Placed[]): readonly Day[] {
  const inOrder = sessions.toSorted((a, b) => instantMs(a.startsAt) - instantMs(b.startsAt));
  const dates = [...new Set(inOrder.map(({ startsAt, zone }) => localDate(startsAt, zone)))].toSorted();
  return dates.map((date) => ({
    date,
    sessions: inOrder.filter(({ startsAt, zone }) => localDate(startsAt, zone) === date),
  }));
}

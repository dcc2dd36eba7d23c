import { addDays, instantAt, instantMs, isoInstant, localDate, localTime } from '../platform/dates.rules.js';
import type { Clash, MovableSession, MoveRefusal, OwnBooking, ReplanMove, WantedMove } from './calendar.types.js';

/** How long a re-planning can be undone, in hours. */
export const undoHours = 24;

/** Steps of the keyboard and of dragging, in minutes. */
export const stepMinutes = 15;

interface CohortDays {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Decides for each wanted move where the session would lie, and whether it may go there. Lengths stay; moves to the same time are left out. */
export function decideReplan(sessions: readonly MovableSession[], wanted: readonly WantedMove[], cohort: CohortDays): readonly ReplanMove[] {
  const known = new Map(sessions.map((session) => [session.sessionId, session]));
  return wanted.flatMap((move) => {
    const session = known.get(move.sessionId);
    if (session === undefined) return [unknownMove(move)];
    const decided = decideMove(session, move, cohort);
    return decided.fromStartsAt === decided.toStartsAt && decided.refused === null ? [] : [decided];
  });
}

function decideMove(session: MovableSession, { version, startsAt }: WantedMove, cohort: CohortDays): ReplanMove {
  const from = instantMs(session.startsAt);
  const to = instantMs(instantAt(startsAt.slice(0, 10), startsAt.slice(11), session.zone));
  const ends = to + instantMs(session.endsAt) - from;
  return {
    sessionId: session.sessionId, title: session.title, zone: session.zone, fromStartsAt: isoInstant(from), fromEndsAt: isoInstant(session.endsAt),
    toStartsAt: isoInstant(to), toEndsAt: isoInstant(ends), refused: refusalOf(session, version, [startsAt.slice(0, 10), localDate(ends - 1, session.zone)], cohort),
  };
}

function refusalOf(session: MovableSession, version: number, [first, last]: readonly [string, string], cohort: CohortDays): MoveRefusal | null {
  if (session.version !== version) return 'stale';
  if (session.state !== 'planned') return 'notPlanned';
  if (session.marks > 0) return 'marked';
  return first < cohort.startsOn || last > cohort.endsOn ? 'outsideCohort' : null;
}

function unknownMove({ sessionId }: WantedMove): ReplanMove {
  return { sessionId, title: '', zone: 'Asia/Jakarta', fromStartsAt: '', fromEndsAt: '', toStartsAt: '', toEndsAt: '', refused: 'unknown' };
}

/** Moves of one session and everything planned from its beginning on, by whole days; clocks show the same times. */
export function shiftFrom(sessions: readonly MovableSession[], sessionId: string, days: number): readonly WantedMove[] {
  const from = sessions.find((session) => session.sessionId === sessionId);
  if (from === undefined) return [];
  return sessions
    .filter(({ state, marks, startsAt }) => state === 'planned' && marks === 0 && instantMs(startsAt) >= instantMs(from.startsAt))
    .map((session) => movedBy(session, days, 0));
}

/** The wanted move of a session by days and minutes. A session is moved by the clock of its own zone. */
export function movedBy({ sessionId, version, startsAt, zone }: MovableSession, days: number, minutes: number): WantedMove {
  const shifted = instantMs(startsAt) + minutes * 60_000;
  return { sessionId, version, startsAt: `${addDays(localDate(shifted, zone), days)}T${localTime(shifted, zone).replace('.', ':')}` };
}

/** The inverse of moves that were made: every session back where it was, at the version that the moves left. */
export function inverseOf(moves: readonly ReplanMove[], versions: ReadonlyMap<string, number>): readonly WantedMove[] {
  return moves.map(({ sessionId, fromStartsAt, zone }) => ({
    sessionId, version: versions.get(sessionId) ?? 0, startsAt: `${localDate(fromStartsAt, zone)}T${localTime(fromStartsAt, zone).replace('.', ':')}`,
  }));
}

/** The plan as it would be after the moves that are not refused. */
export function afterMoves<Session extends OwnBooking>(sessions: readonly Session[], moves: readonly ReplanMove[]): readonly Session[] {
  const accepted = new Map(moves.filter(({ refused }) => refused === null).map((move) => [move.sessionId, move]));
  return sessions.map((session) => {
    const move = accepted.get(session.sessionId);
    return move === undefined ? session : { ...session, startsAt: move.toStartsAt, endsAt: move.toEndsAt };
  });
}

/** Clashes that go, come, and stay with the moved sessions. A clash is the same when it is of one kind between the same sessions, whichever comes first. */
export function clashChanges(before: readonly Clash[], after: readonly Clash[], movedIds: ReadonlySet<string>): { solved: readonly Clash[]; arising: readonly Clash[]; remaining: readonly Clash[] } {
  const [was, is] = [new Set(before.map(identityOf)), new Set(after.map(identityOf))];
  return {
    solved: before.filter((clash) => !is.has(identityOf(clash))),
    arising: after.filter((clash) => !was.has(identityOf(clash))),
    remaining: after.filter((clash) => was.has(identityOf(clash)) && (movedIds.has(clash.sessionId) || movedIds.has(clash.otherId ?? ''))),
  };
}

function identityOf({ code, sessionId, otherId, facts }: Clash): string {
  const about = facts['holiday'] ?? facts['name'] ?? '';
  return [code, ...[sessionId, otherId ?? ''].toSorted((a, b) => (a < b ? -1 : 1)), about].join(' ');
}

/** Until when a re-planning can be undone: 24 hours, unless it was undone or is itself an undoing; null then. */
export function undoUntil({ madeAt, undone, undoes }: { readonly madeAt: string; readonly undone: boolean; readonly undoes: string | null }, now: number): string | null {
  const until = instantMs(madeAt) + undoHours * 3_600_000;
  return undone || undoes !== null || until <= now ? null : isoInstant(until);
}

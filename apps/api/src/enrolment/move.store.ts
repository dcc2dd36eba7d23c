import { moveReasonLabels, takesSeat, type Announcement, type AskedMove, type EnrolmentState, type MessageEvent, type MoveOutcome } from '@jenjang/shared';
import { followGrants } from '../account/index.js';
import type { LockedCohort } from '../cohort/index.js';
import { announce } from '../message/index.js';
import type { Actor, Transaction } from '../platform/index.js';
import { saveMoves, type Mover, type StoredMove } from './move.queries.js';

/** A move with what was decided of it. */
export interface Decided {
  readonly asked: Pick<AskedMove, 'code' | 'reason' | 'details' | 'replaces'>;
  readonly outcome: MoveOutcome | undefined;
  readonly rank?: number | undefined;
}

/** For whom and by which letter a move is made. */
export interface MoveAuthority {
  readonly onBehalfOf?: string | null;
  readonly nominationId?: string | null;
  /** Nobody is told. */
  readonly quiet?: boolean;
}

/** What people are told when they come into a state. Offers have an event of their own feature. */
const events: Readonly<Partial<Record<EnrolmentState, MessageEvent>>> = {
  approved: 'enrolment.approved', accepted: 'enrolment.accepted', rejected: 'enrolment.rejected', waitlisted: 'enrolment.waitlisted', withdrawn: 'enrolment.withdrawn',
};

/** Writes what was decided, lets the grants follow, and tells those concerned. @returns the enrolments by person. */
export async function storeMoves(
  tx: Transaction, actor: Actor, cohort: LockedCohort, movers: ReadonlyMap<string, Mover>, decided: readonly Decided[], { onBehalfOf = null, nominationId = null, quiet = false }: MoveAuthority = {},
): Promise<Map<string, string>> {
  const moves = decided.flatMap((one) => {
    const mover = movers.get(one.outcome?.enrolmentId ?? '');
    return mover && one.outcome?.outcome === 'moved' ? [{ ...one, outcome: one.outcome, mover }] : [];
  });
  if (moves.length === 0) return new Map();
  const passing = moves.filter(({ outcome }) => outcome.via !== null).map((move) => stored(move, nominationId, move.outcome.via));
  if (passing.length > 0) await saveMoves(tx, cohort.id, passing, onBehalfOf);
  const ids = await saveMoves(tx, cohort.id, moves.map((move) => stored(move, nominationId)), onBehalfOf);
  await followGrants(tx, actor, cohort.id, 'participant', [...ids.keys()]);
  if (!quiet) await announce(tx, moves.flatMap(({ mover, outcome, asked }) => announcementOf(cohort, mover, outcome, reasonOf(asked))));
  return ids;
}

interface Movable extends Decided {
  readonly outcome: MoveOutcome;
  readonly mover: Mover;
}

function stored({ asked, outcome, mover, rank }: Movable, nominationId: string | null, state: EnrolmentState | null = null): StoredMove {
  const to = state ?? outcome.to;
  const frees = takesSeatNow(outcome) && !takesSeat(to);
  const details = frees && mover.quotaId !== null ? { ...asked.details, quotaId: mover.quotaId } : (asked.details ?? {});
  return {
    personId: mover.personId ?? mover.key, enrolmentId: mover.enrolmentId, state: to, classId: outcome.classId, quotaId: takesSeat(to) ? outcome.quotaId : null, code: asked.code ?? null,
    reason: asked.reason ?? null, details, replaces: asked.replaces ?? null, rank: rank ?? null, nominationId,
  };
}

/** The reason in words: those written, else the sentence of the code in the first language. */
function reasonOf({ reason, code }: Decided['asked']): string | null {
  return reason ?? (code ? moveReasonLabels[code].id : null);
}

function takesSeatNow({ from }: MoveOutcome): boolean {
  return from !== null && from !== 'new' && takesSeat(from);
}

function announcementOf(cohort: LockedCohort, mover: Mover, { to, from }: MoveOutcome, reason: string | null): readonly Announcement[] {
  const event = events[to];
  if (!event || from === 'offered' && to === 'waitlisted') return [];
  const { name, startsOn, endsOn, zone, venueName, venueCity } = cohort;
  return [{ event, personId: mover.personId ?? mover.key, cohortId: cohort.id, agencyId: cohort.agencyId, facts: { cohort: name, startsOn, endsOn, zone, venue: [venueName, venueCity].filter((part) => part !== '').join(', '), reason } }];
}

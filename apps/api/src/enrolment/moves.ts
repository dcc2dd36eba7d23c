import { Injectable } from '@nestjs/common';
import { decideMoves, takesSeat, type AskedMove, type EnrolmentState, type MoveOutcome, type QuotaBand } from '@jenjang/shared';
import type { LockedCohort } from '../cohort/index.js';
import { rowsOf, scopeCondition, type Actor, type Transaction } from '../platform/index.js';
import { factsOf, type Loaded } from './move.facts.js';
import type { Mover } from './move.queries.js';
import { storeMoves } from './move.store.js';

/** How several moves are made together. */
export interface MoveOptions {
  /** `each` moves whom it can, `all` moves all or nobody. */
  readonly mode?: 'each' | 'all';
  /** The account whose deputy acts. */
  readonly onBehalfOf?: string | null;
}

/** Somebody whom an agency sends; rank 1 comes first in its letter. */
export interface Nominee {
  readonly personId: string;
  readonly rank?: number;
}

export interface NominationOptions {
  readonly nominationId: string | null;
  /** What the people become: `nominated`, or further on where the route asks for less. */
  readonly state: 'nominated' | 'approved' | 'accepted' | 'waitlisted';
  readonly onBehalfOf: string | null;
  /** Who finds no seat waits instead of being refused. */
  readonly whenFull?: 'waitlisted';
}

/** What became of a nominee. */
export interface NomineeOutcome extends Omit<MoveOutcome, 'enrolmentId'> {
  readonly personId: string;
  /** Null when nothing was written. */
  readonly enrolmentId: string | null;
}

/** A seat that nobody holds any more. */
export interface FreedSeat {
  /** Who held it; null for a seat of the quota that nobody used and that is open to others now. */
  readonly enrolmentId: string | null;
  readonly personId: string | null;
  readonly classId: string | null;
  /** The cell it goes back to; null in a cohort without a matrix. */
  readonly quotaId: string | null;
  readonly unitPath: string;
  readonly band: QuotaBand;
  /** Where the one who held it went, null for nowhere, and the reason code. */
  readonly to: EnrolmentState | null;
  readonly code: string | null;
}

export type SeatsFreed = (tx: Transaction, actor: Actor, cohortId: string, freed: readonly FreedSeat[]) => Promise<void>;

/**
 * The only way in which a participant changes state. Whoever calls has locked the cohort (`lockCohort`, `holdCohort`)
 * and asked for access; all that follows is decided here, row by row, in the order given.
 */
@Injectable()
export class EnrolmentMoves {
  private readonly handlers: SeatsFreed[] = [];

  /** Listens for seats that fall free; runs in the transaction that frees them, after all rows of the call. */
  whenSeatsFree(handler: SeatsFreed): void {
    this.handlers.push(handler);
  }

  /** Moves participants of one cohort. Answers per row; a refused row changes nothing. */
  async move(tx: Transaction, actor: Actor, cohort: LockedCohort, moves: readonly AskedMove[], { mode = 'each', onBehalfOf = null }: MoveOptions = {}): Promise<readonly MoveOutcome[]> {
    const ids = [...new Set(moves.flatMap(({ enrolmentId, replaces }) => (replaces ? [enrolmentId, replaces] : [enrolmentId])))];
    const loaded = await factsOf(tx, cohort, { by: 'enrolment', ids });
    const outcomes = decideMoves(loaded.facts, moves, mode);
    await storeMoves(tx, actor, cohort, loaded.movers, moves.map((asked, index) => ({ asked, outcome: outcomes[index] })), { onBehalfOf });
    await this.seatsFreed(tx, actor, cohort.id, freedBy(loaded, moves, outcomes));
    return outcomes;
  }

  /** Brings people into the cohort as an agency sends them. Who was rejected or withdrew before is nominated again. */
  async nominate(tx: Transaction, actor: Actor, cohort: LockedCohort, people: readonly Nominee[], options: NominationOptions): Promise<readonly NomineeOutcome[]> {
    const { state, whenFull, nominationId, onBehalfOf } = options;
    const known = await withinReach(tx, actor, people.map(({ personId }) => personId));
    const { facts, movers } = await factsOf(tx, cohort, { by: 'person', ids: known });
    const moves = people.map(({ personId }): AskedMove => ({ enrolmentId: personId, to: state, again: true, ...(whenFull ? { whenFull } : {}) }));
    const outcomes = decideMoves(facts, moves);
    const decided = moves.map((asked, index) => ({ asked, outcome: outcomes[index], rank: people[index]?.rank }));
    const ids = await storeMoves(tx, actor, cohort, movers, decided, { onBehalfOf, nominationId });
    return outcomes.map(({ enrolmentId: personId, ...outcome }) => ({ ...outcome, personId, enrolmentId: ids.get(personId) ?? movers.get(personId)?.enrolmentId ?? null }));
  }

  /** Tells those who listen that seats fell free otherwise than by a move. */
  async seatsFreed(tx: Transaction, actor: Actor, cohortId: string, freed: readonly FreedSeat[]): Promise<void> {
    if (freed.length === 0) return;
    for (const handler of this.handlers) await handler(tx, actor, cohortId, freed);
  }
}

/** People whom the actor may name: those within reach, and oneself. */
async function withinReach(tx: Transaction, actor: Actor, personIds: readonly string[]): Promise<readonly string[]> {
  const values: unknown[] = [personIds, actor.personId];
  const reach = scopeCondition(actor, 'person.read', { agency: 'p.agency_id', unitPath: 'u.path' }, values);
  return (await rowsOf<{ id: string }>(tx,
    `select p.id from person p left join employment m on m.person_id = p.id and m.valid_to is null left join unit u on u.id = m.unit_id
     where p.id = any($1::uuid[]) and (p.id = $2 or ${reach})`, values)).map(({ id }) => id);
}

/** Seats given back by a call, but for those that a replacement of the same call took over. */
function freedBy({ movers }: Loaded, moves: readonly AskedMove[], outcomes: readonly MoveOutcome[]): readonly FreedSeat[] {
  const replaced = new Set(outcomes.flatMap(({ outcome }, index) => (outcome === 'moved' ? [moves[index]?.replaces] : [])));
  return outcomes.flatMap((outcome, index) => {
    const mover = movers.get(outcome.enrolmentId);
    return mover && gaveBack(outcome) && !replaced.has(outcome.enrolmentId) ? [freedSeat(outcome, mover, moves[index]?.code ?? null)] : [];
  });
}

function gaveBack({ outcome, from, to }: MoveOutcome): boolean {
  return outcome === 'moved' && from !== null && from !== 'new' && takesSeat(from) && !takesSeat(to);
}

function freedSeat({ enrolmentId, to }: MoveOutcome, { personId, classId, quotaId, unitPath, band }: Mover, code: string | null): FreedSeat {
  return { enrolmentId, personId, classId, quotaId, unitPath, band, to, code };
}

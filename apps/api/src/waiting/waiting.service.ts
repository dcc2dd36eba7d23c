import { Injectable } from '@nestjs/common';
import { chooseCell, compareWaiting, localDate, nameWithTitles, promotesBySelf, Refusal, waitingBefore, type OfferReason, type OfferSeatRequest, type WaitingList, type WaitingRow } from '@jenjang/shared';
import { holdCohort, isTaking, lockCohort, type LockedCohort } from '../cohort/index.js';
import { EnrolmentMoves } from '../enrolment/index.js';
import { Clock, Database, HttpProblem, mayAt, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { loadOfferLog } from './offer.queries.js';
import { offerSeat } from './offering.js';
import { loadNamedCell, loadPassingRules, loadWaiting, type Waiter, type WaitingFacts } from './waiting.queries.js';

/** The waiting list of a cohort: its order, its log, and offers that the organiser makes by hand. */
@Injectable()
export class WaitingService {
  constructor(
    private readonly db: Database,
    private readonly moves: EnrolmentMoves,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, cohortId: string): Promise<WaitingList> {
    return this.db.transaction(actor, async (tx) => {
      const cohort = await holdCohort(tx, cohortId);
      const place = { agencyId: cohort.agencyId, cohortId };
      requireAccess(actor, 'enrolment.read', place, { kind: 'cohort', id: cohortId });
      return this.view(tx, cohort, mayAt(actor, 'enrolment.manage', place));
    });
  }

  /** Offers a free seat to somebody who waits; past others, or to somebody who would be passed over, it wants a reason. */
  async offer(actor: Actor, cohortId: string, { enrolmentId, reason }: OfferSeatRequest): Promise<WaitingList> {
    return this.db.transaction(actor, async (tx) => {
      const cohort = await lockCohort(tx, actor, cohortId, 'enrolment.manage');
      const facts = await loadWaiting(tx, cohort);
      const waiters = facts.waiters.filter(({ state }) => state === 'waitlisted');
      const waiter = waiters.find((one) => one.enrolmentId === enrolmentId);
      if (!waiter) throw new Refusal('waiting.notWaiting', { enrolmentId });
      const before = waitingBefore(waiters, enrolmentId, facts.seats.cells);
      requireReason(waiter, before, reason);
      const why = await handReason(tx, waiter, before, facts, reason ?? null);
      const { offerHours } = await loadPassingRules(tx, cohortId);
      const outcome = await offerSeat(this.moves, { tx, actor, cohort, now: this.clock.now(), offerHours }, waiter, why);
      if (outcome.outcome === 'refused') throw new Refusal(outcome.code ?? 'waiting.noSeat', outcome.facts);
      return this.view(tx, cohort, true);
    }, reason);
  }

  private async view(tx: Transaction, cohort: LockedCohort, manages: boolean): Promise<WaitingList> {
    const facts = await loadWaiting(tx, cohort);
    const { cutOffOn, offerHours } = await loadPassingRules(tx, cohort.id);
    const log = await loadOfferLog(tx, cohort.id);
    return {
      zone: cohort.zone, ...seatsOf(facts, cohort), offerHours, cutOffOn, promotesBySelf: promotesBySelf(cutOffOn, localDate(this.clock.now().toISOString(), cohort.zone)),
      rows: rowsOfList(facts), log: log.map(({ person, ...line }) => ({ ...line, name: nameWithTitles(person) })),
      allowedOperations: manages && isTaking(cohort) ? ['offer'] : [],
    };
  }
}

/** Seats that can be held at all: those of the matrix where there is one. */
function seatsOf({ seats: { cohort: free, cells } }: WaitingFacts, { capacity }: LockedCohort): Pick<WaitingList, 'seatsFree' | 'capacity'> {
  if (cells.length === 0) return { seatsFree: free, capacity };
  const sum = (of: 'seats' | 'taken'): number => cells.reduce((total, cell) => total + cell[of], 0);
  return { seatsFree: Math.min(free, sum('seats') - sum('taken')), capacity: Math.min(capacity, sum('seats')) };
}

/** @throws HttpProblem beside the reason when it is missing. */
function requireReason(waiter: Waiter, before: readonly Waiter[], reason: string | undefined): void {
  if (reason) return;
  const code = waiter.passOver.length > 0 ? 'waiting.passedOverReason' : 'waiting.reasonMissing';
  if (waiter.passOver.length > 0 || before.length > 0) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'reason', code, limit: before.length }]);
}

async function handReason(tx: Transaction, waiter: Waiter, before: readonly Waiter[], { waiters, seats }: WaitingFacts, note: string | null): Promise<OfferReason> {
  const cell = await loadNamedCell(tx, chooseCell(seats.cells, waiter)?.id ?? null);
  return {
    by: 'hand', tier: cell === null ? 'open' : 'cell', decisive: null, cell: cell && { unitName: cell.unitName, band: cell.band }, rank: waiter.selectionRank, waitingSince: waiter.waitingSince,
    waiting: waiters.length, passedOver: before.map((one) => ({ enrolmentId: one.enrolmentId, name: nameWithTitles(one.name), reasons: [] })), note,
  };
}

/** Open offers first, then the list in its order, with places counted overall and within the OPD. */
function rowsOfList({ waiters, seats }: WaitingFacts): readonly WaitingRow[] {
  const queue = waiters.filter(({ state }) => state === 'waitlisted').sort(compareWaiting);
  const counts = new Map<string | null, number>();
  const rows = queue.map((waiter, index) => {
    const placeInUnit = (counts.get(waiter.opdId) ?? 0) + 1;
    counts.set(waiter.opdId, placeInUnit);
    return rowOf(waiter, seats, { place: index + 1, placeInUnit });
  });
  return [...waiters.filter(({ state }) => state === 'offered').map((waiter) => rowOf(waiter, seats, { place: null, placeInUnit: null })), ...rows];
}

function rowOf(waiter: Waiter, seats: WaitingFacts['seats'], place: Pick<WaitingRow, 'place' | 'placeInUnit'>): WaitingRow {
  const { enrolmentId, personId, name, nip, positionName, opdName, band, state, selectionRank, nominationRank, trained, waitingSince, passOver, offer } = waiter;
  const seatFree = seats.cohort > 0 && (seats.cells.length === 0 || chooseCell(seats.cells, waiter) !== null);
  return { enrolmentId, personId, name: nameWithTitles(name), nip, positionName, opdName, band, state, ...place, selectionRank, nominationRank, trained, waitingSince, passOver, seatFree, offer };
}

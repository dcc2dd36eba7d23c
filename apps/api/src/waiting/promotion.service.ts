import { Injectable, type OnModuleInit } from '@nestjs/common';
import { chooseNext, isReserve, localDate, nameWithTitles, promotesBySelf, wordOrganiserAsked, type Choice, type MoveCode, type OfferReason, type PassOver, type Promotion, type QuotaCell } from '@jenjang/shared';
import { holdCohort, isTaking, type LockedCohort } from '../cohort/index.js';
import { EnrolmentMoves, type FreedSeat } from '../enrolment/index.js';
import { announce } from '../message/index.js';
import { Clock, type Actor, type Transaction } from '../platform/index.js';
import { offerSeat, type OfferDesk } from './offering.js';
import { loadNamedCell, loadOrganisers, loadPassingRules, loadWaiting, seatToReserve, type NamedCell, type PassingRules, type Waiter } from './waiting.queries.js';

/** What may still be given away while one call passes its seats on. */
interface Stock {
  free: number;
  waiters: readonly Waiter[];
  cells: readonly QuotaCell[];
}

const barOfRefusal: Readonly<Partial<Record<MoveCode, PassOver['code']>>> = {
  'enrolment.notEligible': 'notEligible', 'enrolment.classFull': 'classFull', 'enrolment.allocationFull': 'allocationFull', 'enrolment.quotaFull': 'noCell',
};

/** Passes seats on to the next in line, inside the transaction that frees them. */
@Injectable()
export class PromotionService implements OnModuleInit {
  constructor(
    private readonly moves: EnrolmentMoves,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.moves.whenSeatsFree((tx, actor, cohortId, freed) => this.passOn(tx, actor, cohortId, freed));
  }

  /** One offer at most for each seat; after the cut-off the seats go to the reserve and the organiser is asked. */
  private async passOn(tx: Transaction, actor: Actor, cohortId: string, freed: readonly FreedSeat[]): Promise<void> {
    const cohort = await holdCohort(tx, cohortId);
    if (!isTaking(cohort)) return;
    const rules = await loadPassingRules(tx, cohortId);
    const now = this.clock.now();
    const late = !promotesBySelf(rules.cutOffOn, localDate(now.toISOString(), cohort.zone));
    if (late) for (const { quotaId } of freed) if (quotaId !== null) await seatToReserve(tx, cohortId, quotaId);
    const { waiters, seats } = await loadWaiting(tx, cohort);
    const stock: Stock = { free: seats.cohort, waiters: waiters.filter(({ state }) => state === 'waitlisted'), cells: seats.cells };
    if (stock.waiters.length === 0) return;
    if (late) return askOrganisers(tx, cohort, rules, stock);
    const desk: OfferDesk = { tx, actor, cohort, now, offerHours: rules.offerHours };
    for (const seat of freed) await this.passSeat(desk, rules, stock, await loadNamedCell(tx, seat.quotaId));
  }

  private async passSeat(desk: OfferDesk, rules: PassingRules, stock: Stock, cell: NamedCell | null): Promise<void> {
    const freed = stock.cells.find(({ id }) => id === cell?.id) ?? null;
    while (stock.free > 0) {
      const promotion = chooseNext(stock.waiters, freed, stock.cells);
      if (promotion.chosen === null) break;
      if (await this.offer(desk, stock, promotion, promotion.chosen, cell)) return;
    }
    // Once unused quota has gone to the reserve, so does a seat that nobody of its cell waits for.
    if (!rules.quotaReturned || freed === null || isReserve(freed) || stock.free < 1) return;
    const reserve = await seatToReserve(desk.tx, desk.cohort.id, freed.id);
    const { seats } = await loadWaiting(desk.tx, desk.cohort);
    stock.cells = seats.cells;
    if (reserve) await this.passSeat(desk, rules, stock, reserve);
  }

  /** Whether the seat was offered. Somebody who cannot have it after all is passed over from now on. */
  private async offer(desk: OfferDesk, stock: Stock, promotion: Promotion, chosen: Choice, cell: NamedCell | null): Promise<boolean> {
    const waiter = stock.waiters.find(({ enrolmentId }) => enrolmentId === chosen.enrolmentId);
    if (!waiter) return false;
    const outcome = await offerSeat(this.moves, desk, waiter, reasonOf(waiter, promotion, chosen, cell, stock));
    const others = stock.waiters.filter((one) => one !== waiter);
    if (outcome.outcome === 'refused') {
      stock.waiters = [...others, { ...waiter, passOver: [{ code: barOfRefusal[outcome.code ?? 'enrolment.notEligible'] ?? 'notEligible', facts: {} }] }];
      return false;
    }
    stock.waiters = others;
    stock.free -= 1;
    stock.cells = stock.cells.map((one) => (one.id === outcome.quotaId ? { ...one, taken: one.taken + 1 } : one));
    return true;
  }
}

function reasonOf(waiter: Waiter, { passedOver }: Promotion, { tier, decisive }: Choice, cell: NamedCell | null, { waiters }: Stock): OfferReason {
  const named = passedOver.map((one) => ({ ...one, name: nameOf(waiters, one.enrolmentId) }));
  return {
    by: 'rule', tier, decisive, cell: cell && { unitName: cell.unitName, band: cell.band }, rank: decisive === 'nominationRank' ? waiter.nominationRank : waiter.selectionRank,
    waitingSince: waiter.waitingSince, waiting: waiters.length, passedOver: named, note: null,
  };
}

function nameOf(waiters: readonly Waiter[], enrolmentId: string): string {
  const waiter = waiters.find((one) => one.enrolmentId === enrolmentId);
  return waiter ? nameWithTitles(waiter.name) : '';
}

async function askOrganisers(tx: Transaction, cohort: LockedCohort, rules: PassingRules, stock: Stock): Promise<void> {
  const { chosen } = chooseNext(stock.waiters, null, []);
  const person = nameOf(stock.waiters, chosen?.enrolmentId ?? '') || '–';
  const reason = wordOrganiserAsked(rules.cutOffOn ?? '', stock.free, 'id');
  await announce(tx, (await loadOrganisers(tx, cohort)).map((accountId) => ({
    event: 'waiting.organiserAsked', accountId, cohortId: cohort.id, agencyId: cohort.agencyId, facts: { person, reason, link: `/angkatan/${cohort.id}/daftar-tunggu` },
  })));
}

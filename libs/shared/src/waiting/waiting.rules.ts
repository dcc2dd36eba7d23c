import type { QuotaCell } from '../admission/admission.types.js';
import { chooseCell, type QuotaPlace } from '../admission/quota.rules.js';
import { seatTiers, type Choice, type DecisiveCode, type OfferOutcome, type PassOver, type Promotion, type SeatTier, type WaitingPerson } from './waiting.types.js';

/** The seat that came free: the cell it had been drawn from, or null in a cohort without a matrix. */
export type FreedCell = Pick<QuotaCell, 'unitPath' | 'band'> | null;

const noCell: PassOver = { code: 'noCell', facts: {} };

/**
 * Whose turn it is for a seat that came free: people of the same cell first, then of the same unit, of the same band,
 * then everybody; among these by `compareWaiting`. Whoever may not or cannot take a seat is passed over, with reasons.
 */
export function chooseNext(waiting: readonly WaitingPerson[], freed: FreedCell, cells: readonly QuotaCell[]): Promotion {
  const queue = waiting
    .map((person) => ({ person, tier: tierOf(person, freed), reasons: barsOf(person, cells) }))
    .sort((a, b) => seatTiers.indexOf(a.tier) - seatTiers.indexOf(b.tier) || compareWaiting(a.person, b.person));
  const at = queue.findIndex(({ reasons }) => reasons.length === 0);
  const passed = at === -1 ? queue : queue.slice(0, at);
  const first = queue[at];
  const next = queue.slice(at + 1).find(({ tier, reasons }) => tier === first?.tier && reasons.length === 0);
  const chosen: Choice | null = first
    ? { enrolmentId: first.person.enrolmentId, tier: first.tier, decisive: decisiveOf(first.person, next?.person ?? null) }
    : null;
  return { chosen, passedOver: passed.map(({ person, reasons }) => ({ enrolmentId: person.enrolmentId, reasons })) };
}

/** The order of the list itself: rank in the selection, rank in the letter, never trained, time waiting. Negative when `a` comes first. */
export function compareWaiting(a: WaitingPerson, b: WaitingPerson): number {
  return byRank(a.selectionRank, b.selectionRank) || byRank(a.nominationRank, b.nominationRank) || Number(a.trained) - Number(b.trained)
    || byText(a.waitingSince, b.waitingSince) || byText(a.enrolmentId, b.enrolmentId);
}

/** Whether seats still pass on by themselves on this local day: the organiser decides from the day after the cut-off. */
export function promotesBySelf(cutOffOn: string | null, today: string): boolean {
  return cutOffOn === null || today <= cutOffOn;
}

/**
 * Those who compete for the same seat and come before this person: whoever is chosen past them is chosen out of order.
 * Without a matrix (no cells) everybody competes.
 */
export function waitingBefore<Person extends WaitingPerson>(waiting: readonly Person[], enrolmentId: string, cells: readonly QuotaCell[]): readonly Person[] {
  const person = waiting.find((one) => one.enrolmentId === enrolmentId);
  if (!person) return [];
  const drawn = chooseCell(cells, person)?.id;
  return waiting
    .filter((one) => barsOf(one, cells).length === 0 && chooseCell(cells, one)?.id === drawn && compareWaiting(one, person) < 0)
    .sort(compareWaiting);
}

/** How many who wait could come in from the reserve alone: theirs is the first claim on its seats. */
export function claimsOnReserve(waiting: readonly WaitingPerson[], cells: readonly QuotaCell[]): number {
  return waiting.filter((person) => person.passOver.length === 0 && chooseCell(cells, person, 'never') === null).length;
}

/** How near a person is to the seat. */
export function tierOf(person: QuotaPlace, freed: FreedCell): SeatTier {
  if (freed === null) return 'open';
  if (freed.unitPath === null && freed.band === null) return 'reserve';
  const [ofUnit, ofBand] = [freed.unitPath === null || person.unitPath.startsWith(freed.unitPath), freed.band === null || freed.band === person.band];
  if (ofUnit && ofBand) return 'cell';
  if (ofUnit && freed.unitPath !== null) return 'unit';
  return ofBand && freed.band !== null ? 'band' : 'reserve';
}

function barsOf(person: WaitingPerson, cells: readonly QuotaCell[]): readonly PassOver[] {
  if (person.passOver.length > 0) return person.passOver;
  return cells.length > 0 && chooseCell(cells, person) === null ? [noCell] : [];
}

function decisiveOf(first: WaitingPerson, next: WaitingPerson | null): DecisiveCode {
  if (next === null) return 'alone';
  if (first.selectionRank !== next.selectionRank) return 'selectionRank';
  if (first.nominationRank !== next.nominationRank) return 'nominationRank';
  return first.trained === next.trained ? 'waiting' : 'neverTrained';
}

const byRank = (a: number | null, b: number | null): number => (a === b ? 0 : (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER));

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** What an answer to an offer does: `same` when it was given before, `expired` when it comes too late. Times are milliseconds since 1970. */
export function decideAnswer(offer: { readonly outcome: OfferOutcome; readonly expiresAt: number; readonly now: number }, answer: 'accepted' | 'declined'): 'answer' | 'same' | 'answered' | 'expired' {
  if (offer.outcome === answer) return 'same';
  if (offer.outcome === 'lapsed') return 'expired';
  if (offer.outcome !== 'open') return 'answered';
  return offer.now >= offer.expiresAt ? 'expired' : 'answer';
}

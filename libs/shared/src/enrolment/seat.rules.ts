import type { QuotaCell } from '../admission/admission.types.js';
import type { CeilingFact, MoveCode, MovingParticipant } from './move.types.js';

type Seated = Pick<MovingParticipant, 'classId' | 'quotaId' | 'agencyId'>;
type Counted<Row> = Omit<Row, 'taken'> & { taken: number };

/** Seats as they run out while moves are decided one by one. */
export interface SeatLedger {
  cohort: number;
  readonly classes: Record<string, number>;
  readonly cells: Counted<QuotaCell>[];
  readonly ceilings: Counted<CeilingFact>[];
}

/** What is missing for one more seat: in the cohort, the class, the matrix or above; null when nothing is. */
export function shortageOf(ledger: SeatLedger, who: Seated, cell: QuotaCell | null, tried: readonly QuotaCell[]): { code: MoveCode; facts: Readonly<Record<string, unknown>> } | null {
  if (ledger.cohort < 1) return { code: 'enrolment.full', facts: {} };
  if (who.classId !== null && (ledger.classes[who.classId] ?? 0) < 1) return { code: 'enrolment.classFull', facts: { classId: who.classId } };
  if (ledger.cells.length > 0 && cell === null) {
    const seats = tried.reduce((sum, { seats: some }) => sum + some, 0);
    return { code: 'enrolment.quotaFull', facts: { seats, cells: tried.map(({ id }) => id) } };
  }
  const full = over(ledger, who).find(({ seats, taken }) => taken >= seats);
  return full ? { code: 'enrolment.allocationFull', facts: { allocationId: full.id, seats: full.seats } } : null;
}

export function take(ledger: SeatLedger, who: Seated): void {
  count(ledger, who, 1);
}

export function give(ledger: SeatLedger, who: Seated): void {
  count(ledger, who, -1);
}

function count(ledger: SeatLedger, who: Seated, step: 1 | -1): void {
  ledger.cohort -= step;
  if (who.classId !== null) ledger.classes[who.classId] = (ledger.classes[who.classId] ?? 0) - step;
  for (const cell of ledger.cells) if (cell.id === who.quotaId) cell.taken += step;
  for (const ceiling of over(ledger, who)) ceiling.taken += step;
}

function over({ ceilings }: SeatLedger, { agencyId }: Seated): SeatLedger['ceilings'] {
  return ceilings.filter((ceiling) => ceiling.agencyId === null || ceiling.agencyId === agencyId);
}

import type { MoveOutcome } from '../enrolment/move.types.js';
import type { CellView, SeatChange } from './selection.view.types.js';

interface Counted {
  readonly id: string;
  readonly seats: number;
  readonly left: number;
}

/** Seats of the cohort, of each cell and of each class before and after these moves. Cells and classes that stay as they are are left out. */
export function seatChanges(
  cohort: Counted, cells: readonly CellView[], classes: readonly (Counted & { readonly name: string })[], moved: readonly Pick<MoveOutcome, 'to' | 'quotaId' | 'classId'>[],
): { readonly cohort: SeatChange; readonly cells: readonly SeatChange[]; readonly classes: readonly SeatChange[] } {
  const seated = moved.filter(({ to }) => to === 'accepted');
  const changes = (pick: 'quotaId' | 'classId', id: string): number => seated.filter((outcome) => outcome[pick] === id).length;
  const changed = ({ leftBefore, leftAfter }: SeatChange): boolean => leftBefore !== leftAfter;
  return {
    cohort: change(cohort, null, null, seated.length),
    cells: cells.map((cell) => change(cell, cell.unitName, cell.band, changes('quotaId', cell.id))).filter(changed),
    classes: classes.map((one) => change(one, one.name, null, changes('classId', one.id))).filter(changed),
  };
}

function change({ id, seats, left }: Counted, name: string | null, band: SeatChange['band'], taken: number): SeatChange {
  return { id, name, band, seats, leftBefore: left, leftAfter: left - taken };
}

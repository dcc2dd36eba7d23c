import type { QuotaBand, QuotaCell, ReserveUse } from './admission.types.js';

/** Where a person stands in the matrix. */
export interface QuotaPlace {
  /** Ids from the root to the unit, `/a/b/`; empty for people without one. */
  readonly unitPath: string;
  readonly band: QuotaBand;
}

/**
 * The cell that a seat for this person draws from: the one of unit and band, else of the unit for any band, else of the
 * band for any unit, else the reserve; the first of them with a seat left. Null when all are full or none fits.
 */
export function chooseCell(cells: readonly QuotaCell[], place: QuotaPlace, reserve: ReserveUse = 'last'): QuotaCell | null {
  return cellsFor(cells, place, reserve).find(({ seats, taken }) => taken < seats) ?? null;
}

/** All cells that a person may draw from, full or not, in the order in which they are tried. */
export function cellsFor(cells: readonly QuotaCell[], { unitPath, band }: QuotaPlace, reserve: ReserveUse = 'last'): readonly QuotaCell[] {
  const ranked = cells.filter((cell) => (cell.unitPath === null || unitPath.startsWith(cell.unitPath)) && (cell.band === null || cell.band === band) && allowed(cell, reserve));
  return ranked.sort((one, other) => rankOf(one) - rankOf(other));
}

export function isReserve({ unitId, band }: Pick<QuotaCell, 'unitId' | 'band'>): boolean {
  return unitId === null && band === null;
}

function allowed(cell: QuotaCell, reserve: ReserveUse): boolean {
  return reserve === 'last' || isReserve(cell) === (reserve === 'only');
}

function rankOf({ unitId, band }: QuotaCell): number {
  return (unitId === null ? 2 : 0) + (band === null ? 1 : 0);
}

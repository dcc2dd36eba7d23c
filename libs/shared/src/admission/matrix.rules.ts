import type { QuotaBand, QuotaCell } from './admission.types.js';
import { cellsFor, type QuotaPlace } from './quota.rules.js';

/** A cell as somebody draws it; the id follows when it is stored. */
export interface DraftCell {
  readonly unitId: string | null;
  readonly band: QuotaBand | null;
  readonly seats: number;
}

/** Somebody who holds a seat, by accepting or by an offer; in the order in which seats were taken. */
export interface SeatHolder extends QuotaPlace {
  readonly enrolmentId: string;
  /** The cell the seat draws from today. */
  readonly cell: Pick<DraftCell, 'unitId' | 'band'> | null;
}

export interface MatrixFacts {
  readonly capacity: number;
  /** What is stored now. */
  readonly stored: readonly DraftCell[];
  readonly holders: readonly SeatHolder[];
  /** Paths of the units that may be named, by id. */
  readonly unitPaths: Readonly<Record<string, string>>;
}

export const matrixCodes = ['quota.overCapacity', 'quota.belowTaken', 'quota.unitsApart', 'quota.cellRepeated', 'quota.unitUnknown', 'quota.unplaced'] as const;
export type MatrixCode = (typeof matrixCodes)[number];

/** One thing that speaks against a matrix, and the cells to look at, by `cellKey`. */
export interface MatrixProblem {
  readonly code: MatrixCode;
  readonly cells: readonly string[];
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Where a holder of a seat is put. */
export interface Placement {
  readonly enrolmentId: string;
  readonly cell: string;
  /** Whether this is another cell than before. */
  readonly moved: boolean;
}

export interface MatrixDecision {
  readonly problems: readonly MatrixProblem[];
  readonly placements: readonly Placement[];
  readonly seats: number;
}

/** What a cell is called on the wire: unit and band, a star for any. */
export function cellKey({ unitId, band }: Pick<DraftCell, 'unitId' | 'band'>): string {
  return `${unitId ?? '*'}/${band ?? '*'}`;
}

/**
 * Whether a matrix may stand, and where everybody who holds a seat is put: they stay in their cell, or move to a closer
 * one when theirs is gone or too small. Nobody is pushed from a cell of their own into a wider one.
 */
export function decideMatrix(facts: MatrixFacts, draft: readonly DraftCell[]): MatrixDecision {
  const seats = draft.reduce((sum, cell) => sum + cell.seats, 0);
  const cells = draft.map((cell): Counted => ({ ...cell, id: cellKey(cell), unitPath: cell.unitId === null ? null : (facts.unitPaths[cell.unitId] ?? null), taken: 0 }));
  const { placements, crowded, homeless } = draft.length === 0 ? { placements: [], crowded: [], homeless: 0 } : place(cells, facts.holders);
  const problems = [...shapeProblems(facts, cells), ...overCapacity(facts, draft, seats), ...crowded, ...(homeless > 0 ? [{ code: 'quota.unplaced' as const, cells: [], facts: { count: homeless } }] : [])];
  return { problems, placements, seats };
}

type Counted = Omit<QuotaCell, 'taken'> & { taken: number };

function shapeProblems({ unitPaths }: MatrixFacts, cells: readonly Counted[]): readonly MatrixProblem[] {
  const unknown = cells.filter(({ unitId }) => unitId !== null && unitPaths[unitId] === undefined);
  const repeated = cells.filter((cell, index) => cells.findIndex(({ id }) => id === cell.id) !== index);
  const paths = [...new Set(cells.flatMap(({ unitPath }) => (unitPath === null ? [] : [unitPath])))];
  const below = new Set(paths.filter((path) => paths.some((other) => other !== path && path.startsWith(other))));
  const nested = cells.filter(({ unitPath }) => unitPath !== null && below.has(unitPath));
  const told = (code: MatrixCode, found: readonly Counted[]): readonly MatrixProblem[] => (found.length === 0 ? [] : [{ code, cells: found.map(({ id }) => id), facts: {} }]);
  return [...told('quota.unitUnknown', unknown), ...told('quota.cellRepeated', repeated), ...told('quota.unitsApart', nested)];
}

/** The cells that were raised since they were stored; all of them when nothing was. */
function overCapacity({ capacity, stored }: MatrixFacts, draft: readonly DraftCell[], seats: number): readonly MatrixProblem[] {
  if (seats <= capacity) return [];
  const before = new Map(stored.map((cell) => [cellKey(cell), cell.seats]));
  const raised = draft.filter((cell) => cell.seats > (before.get(cellKey(cell)) ?? 0)).map(cellKey);
  return [{ code: 'quota.overCapacity', cells: raised, facts: { over: seats - capacity, capacity, seats } }];
}

interface Placed {
  readonly placements: readonly Placement[];
  readonly crowded: readonly MatrixProblem[];
  /** Holders without a cell so far for whom none is left. */
  readonly homeless: number;
}

function place(cells: Counted[], holders: readonly SeatHolder[]): Placed {
  const placements: Placement[] = [];
  const stay = holders.filter((holder) => holder.cell !== null && put(placements, holder, [cells.find(({ id }) => id === cellKey(holder.cell ?? { unitId: null, band: null }))]));
  const rest = holders.filter((holder) => !stay.includes(holder));
  const left = rest.filter((holder) => !put(placements, holder, closerThan(holder.cell, cellsFor(cells, holder) as readonly Counted[])));
  const crowded = new Map<string, number>();
  for (const { cell } of left) if (cell !== null) crowded.set(cellKey(cell), (crowded.get(cellKey(cell)) ?? 0) + 1);
  return {
    placements, homeless: left.filter(({ cell }) => cell === null).length,
    crowded: [...crowded].map(([id, over]) => ({ code: 'quota.belowTaken', cells: [id], facts: { taken: over + (cells.find((cell) => cell.id === id)?.taken ?? 0), seats: cells.find((cell) => cell.id === id)?.seats ?? 0 } })),
  };
}

function put(placements: Placement[], { enrolmentId, cell: before }: SeatHolder, tried: readonly (Counted | undefined)[]): boolean {
  const cell = tried.find((one) => one !== undefined && one.taken < one.seats);
  if (!cell) return false;
  cell.taken += 1;
  placements.push({ enrolmentId, cell: cell.id, moved: before === null || cellKey(before) !== cell.id });
  return true;
}

/** Cells that name more of the person than the one held today; all of them for somebody without a cell. */
function closerThan(before: SeatHolder['cell'], cells: readonly Counted[]): readonly Counted[] {
  return before === null ? cells : cells.filter((cell) => widthOf(cell) < widthOf(before));
}

function widthOf({ unitId, band }: Pick<DraftCell, 'unitId' | 'band'>): number {
  return (unitId === null ? 2 : 0) + (band === null ? 1 : 0);
}

import type { QuotaBand } from '@jenjang/shared/admission';

/** A row of the grid: a unit, or all units together when the id is null. */
export interface GridRow {
  readonly unitId: string | null;
  readonly name: string;
  readonly depth: number;
}

/** A unit as the server tells it. */
export interface GridUnit {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly parentId: string | null;
}

/** Rows by name, each unit before those below it; all units together at the end. */
export function rowsOf(units: readonly GridUnit[]): readonly GridRow[] {
  const known = new Set(units.map(({ id }) => id));
  const byName = [...units].sort((a, b) => a.name.localeCompare(b.name, 'id'));
  const below = (parent: string | null): readonly GridUnit[] =>
    byName
      .filter(({ parentId }) =>
        parent === null ? parentId === null || !known.has(parentId) : parentId === parent,
      )
      .flatMap((unit) => [unit, ...below(unit.id)]);
  return [
    ...below(null).map(({ id, name, depth }) => ({ unitId: id, name, depth })),
    { unitId: null, name: '', depth: 0 },
  ];
}

/** What is written in the cells, by `cellKey`. */
export type GridValues = Readonly<Record<string, number>>;

export interface GridTotals {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly all: number;
}

/** What a cell is called: unit and band, a star for any. The same on the server. */
export function keyOf(unitId: string | null, band: QuotaBand | null): string {
  return `${unitId ?? '*'}/${band ?? '*'}`;
}

/** Sums of the grid, along its rows and columns. */
export function totalsOf(
  rows: readonly GridRow[],
  columns: readonly (QuotaBand | null)[],
  values: GridValues,
): GridTotals {
  const at = (row: GridRow, band: QuotaBand | null): number => values[keyOf(row.unitId, band)] ?? 0;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  return {
    rows: rows.map((row) => sum(columns.map((band) => at(row, band)))),
    columns: columns.map((band) => sum(rows.map((row) => at(row, band)))),
    all: sum(Object.values(values)),
  };
}

/** A number as somebody writes it; null for what is none. Empty is no seat. */
export function seatsOf(text: string): number | null {
  const digits = text.trim().replace(/[.,\s](?=\d{3}(\D|$))/g, '');
  if (digits === '' || digits === '-' || digits === '–') return 0;
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** Cells copied out of a spreadsheet, line by line. What is no number is null and leaves its cell alone. */
export function parsePasted(text: string): readonly (readonly (number | null)[])[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map(seatsOf));
}

/** The grid after something was pasted with its upper left corner at a cell; what lies outside the grid is left out. */
export function pasteAt(
  rows: readonly GridRow[],
  columns: readonly (QuotaBand | null)[],
  values: GridValues,
  corner: { readonly row: number; readonly column: number },
  pasted: readonly (readonly (number | null)[])[],
): GridValues {
  const next: Record<string, number> = { ...values };
  pasted.forEach((line, down) => {
    line.forEach((seats, right) => {
      const row = rows[corner.row + down];
      const column = corner.column + right;
      if (seats === null || !row || column >= columns.length) return;
      next[keyOf(row.unitId, columns[column] ?? null)] = seats;
    });
  });
  return next;
}

/** Where a key leads in the grid; null when it does not move. */
export function stepOf(
  key: string,
  at: { readonly row: number; readonly column: number },
  size: { readonly rows: number; readonly columns: number },
): { readonly row: number; readonly column: number } | null {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  const step = steps[key];
  if (!step) return null;
  const next = { row: at.row + step[0], column: at.column + step[1] };
  const inside = next.row >= 0 && next.row < size.rows && next.column >= 0 && next.column < size.columns;
  return inside ? next : null;
}

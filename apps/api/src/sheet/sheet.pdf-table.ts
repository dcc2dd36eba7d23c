import { colours, type Pen, type TextStyle } from '../paper/index.js';
import { margin } from './sheet.pdf-page.js';

/** A text in a cell; wrapped to the column. */
export interface CellText {
  readonly text: string;
  readonly style?: TextStyle;
  /** Share of the column by which the text stands further to the right. */
  readonly indent?: number;
}

export interface Column<Row> {
  readonly heading: string;
  /** Share of the width of the table. */
  readonly share: number;
  /** Texts below one another; empty for a box to sign in. */
  readonly texts: (row: Row, index: number) => readonly CellText[];
}

/** A table with lines, whose head is repeated on every page. */
export interface Table<Row> {
  readonly columns: readonly Column<Row>[];
  readonly width: number;
  /** Least height of a row, in points: room for a signature. */
  readonly rowHeight: number;
}

/** A row that is broken into lines and measured. */
export interface MeasuredRow {
  readonly cells: readonly (readonly { readonly lines: readonly string[]; readonly style: TextStyle; readonly indent: number }[])[];
  readonly height: number;
}

const padding = 5;
const leading = 1.25;
export const headHeight = 22;
export const cellStyle: TextStyle = { weight: 'regular', size: 9.5, colour: colours.text };
export const quietStyle: TextStyle = { weight: 'regular', size: 8.5, colour: colours.muted };

export function measureRows<Row>(pen: Pen, table: Table<Row>, rows: readonly Row[]): readonly MeasuredRow[] {
  return rows.map((row, index) => {
    const cells = table.columns.map((column) => column.texts(row, index).map(({ text, style = cellStyle, indent = 0 }) =>
      ({ lines: pen.wrap(text, column.share * table.width * (1 - indent) - 2 * padding, style), style, indent: column.share * table.width * indent })));
    const heights = cells.map((cell) => cell.reduce((sum, { lines, style }) => sum + lines.length * style.size * leading, 0));
    return { cells, height: Math.max(table.rowHeight, Math.max(...heights) + 2 * padding) };
  });
}

/** Fills pages with rows; the last page keeps `tail` points free below. The last row goes along when that needs another page. */
export function paginate(rows: readonly MeasuredRow[], room: number, tail: number): readonly (readonly MeasuredRow[])[] {
  const pages: MeasuredRow[][] = [[]];
  let used = 0;
  for (const row of rows) {
    if (used + row.height > room && used > 0) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(row);
    used += row.height;
  }
  const last = pages.at(-1) ?? [];
  if (used + tail <= room) return pages;
  return last.length > 1 ? [...pages.slice(0, -1), last.slice(0, -1), last.slice(-1)] : [...pages, []];
}

/** Draws head and rows. @returns the lower edge. */
export function drawTable<Row>(pen: Pen, table: Table<Row>, rows: readonly MeasuredRow[], top: number): number {
  let y = top + headHeight;
  pen.group('Table', () => {
    drawHead(pen, table, top);
    for (const row of rows) {
      drawRow(pen, table, row, y);
      y += row.height;
    }
  });
  pen.decorate(() => drawGrid(pen, table, rows, top));
  return y;
}

function drawHead<Row>(pen: Pen, { columns, width }: Table<Row>, top: number): void {
  pen.group('TR', () => {
    let x = margin;
    for (const { heading, share } of columns) {
      const left = x;
      pen.tag('TH', { scope: 'Column' }, () => pen.textWithin(share * width - 2 * padding, heading, left + padding, top + 14, { weight: 'semibold', size: 9, colour: colours.ink }));
      x += share * width;
    }
  });
}

function drawRow<Row>(pen: Pen, { columns, width }: Table<Row>, { cells }: MeasuredRow, top: number): void {
  pen.group('TR', () => {
    let x = margin;
    cells.forEach((cell, at) => {
      const left = x;
      pen.tag('TD', {}, () => {
        let y = top + padding;
        for (const { lines, style, indent } of cell) {
          pen.lines(lines, left + padding + indent, y + style.size * 0.95, style.size * leading, style);
          y += lines.length * style.size * leading;
        }
      });
      x += (columns[at]?.share ?? 0) * width;
    });
  });
}

function drawGrid<Row>(pen: Pen, { columns, width }: Table<Row>, rows: readonly MeasuredRow[], top: number): void {
  const bottom = rows.reduce((y, { height }) => y + height, top + headHeight);
  let y = top + headHeight;
  for (const edge of [top, y, ...rows.map(({ height }) => (y += height))]) pen.rule(margin, margin + width, edge, colours.text, 0.5);
  let x = margin;
  for (const edge of [x, ...columns.map(({ share }) => (x += share * width))]) pen.doc.lineWidth(0.5).strokeColor(colours.text).moveTo(edge, top).lineTo(edge, bottom).stroke();
}

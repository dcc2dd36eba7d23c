import { once } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { escapeOffice, guardFormula } from './tabular.cells.js';
import type { TableKind } from './tabular.types.js';

export interface RejectedRow {
  readonly cells: Readonly<Record<string, string>>;
  /** Why the row was refused, worded in the reader's language. */
  readonly reason: string;
}

export interface RejectedRows {
  readonly kind: TableKind;
  readonly headings: readonly string[];
  /** Heading of the added last column. A column of that name from an earlier round is replaced. */
  readonly reasonHeading: string;
  readonly rows: AsyncIterable<RejectedRow> | Iterable<RejectedRow>;
}

const rowsPerBreath = 500;
const charactersPerWrite = 16_384;

/**
 * Writes rejected rows back as the person sent them, plus the reason, for correction and a second upload:
 * CSV with semicolons and a UTF-8 mark (what Excel with Indonesian settings opens) or XLSX with text cells.
 * Text that a spreadsheet would run gets an apostrophe, which `readTable` takes away again.
 * Ends `output`, or destroys it when the rows fail, so that half a file never passes for a whole one.
 *
 * @returns number of rows written
 */
export async function writeRejectedRows(rejected: RejectedRows, output: Writable): Promise<number> {
  const counted = { rows: 0 };
  if (rejected.kind === 'csv') await pipeline(csvLines(rejected, counted), output);
  else {
    const packed = new PassThrough();
    const delivery = pipeline(packed, output);
    await Promise.all([packRows(rejected, counted, packed, delivery), delivery]);
  }
  return counted.rows;
}

async function* csvLines(rejected: RejectedRows, counted: { rows: number }): AsyncGenerator<string> {
  let lines = `\uFEFF${csvLine(guardedHeadings(rejected))}`;
  for await (const row of rejected.rows) {
    counted.rows += 1;
    lines += csvLine(guardedTexts(row, rejected));
    if (lines.length < charactersPerWrite) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}

async function packRows(
  rejected: RejectedRows,
  counted: { rows: number },
  packed: PassThrough,
  delivery: Promise<void>,
): Promise<void> {
  try {
    const options = { stream: packed, useStyles: true, useSharedStrings: false };
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter(options);
    const sheet = startSheet(workbook, rejected);
    for await (const row of rejected.rows) {
      counted.rows += 1;
      sheet.addRow(guardedTexts(row, rejected).map(escapeOffice)).commit();
      // The writer knows no back pressure: let what is packed flow out before more is made.
      if (counted.rows % rowsPerBreath === 0) await setImmediate();
      if (packed.writableNeedDrain) await Promise.race([once(packed, 'drain'), delivery]);
      if (packed.destroyed) return;
    }
    await workbook.commit();
  } catch (error) {
    await abandon(packed, delivery, error);
  }
}

/** Stops a delivery. What goes wrong downstream is a consequence; the cause is what the caller must see. */
async function abandon(packed: PassThrough, delivery: Promise<void>, cause: unknown): Promise<never> {
  packed.destroy(cause as Error);
  await delivery.catch(() => undefined);
  throw cause;
}

function startSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, rejected: RejectedRows): ExcelJS.Worksheet {
  const name = rejected.reasonHeading.replace(/[*?:\\/[\]]/g, ' ').slice(0, 31);
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  const headings = guardedHeadings(rejected);
  sheet.columns = headings.map(() => ({ style: { numFmt: '@' }, width: 24 }));
  sheet.addRow(headings.map(escapeOffice)).commit();
  return sheet;
}

function guardedHeadings(rejected: RejectedRows): string[] {
  return [...keptHeadings(rejected), rejected.reasonHeading].map(guardFormula);
}

function guardedTexts({ cells, reason }: RejectedRow, rejected: RejectedRows): string[] {
  return [...keptHeadings(rejected).map((heading) => cells[heading] ?? ''), reason].map(guardFormula);
}

function keptHeadings({ headings, reasonHeading }: RejectedRows): string[] {
  return headings.filter((heading) => heading !== reasonHeading);
}

function csvLine(texts: readonly string[]): string {
  return `${texts.map(quoted).join(';')}\r\n`;
}

function quoted(text: string): string {
  return /[;"\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

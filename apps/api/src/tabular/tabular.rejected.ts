import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { guardFormula } from './tabular.cells.js';
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

/**
 * Writes rejected rows back as the person sent them, plus the reason, for correction and a second upload:
 * CSV with semicolons and a UTF-8 mark (what Excel with Indonesian settings opens) or XLSX with text cells.
 * Text that a spreadsheet would run gets an apostrophe, which `readTable` takes away again. Ends `output`.
 *
 * @returns number of rows written
 */
export async function writeRejectedRows(rejected: RejectedRows, output: Writable): Promise<number> {
  return rejected.kind === 'csv' ? writeCsv(rejected, output) : writeXlsx(rejected, output);
}

async function writeCsv(rejected: RejectedRows, output: Writable): Promise<number> {
  let count = -1;
  output.write('\uFEFF');
  for await (const texts of guardedRows(rejected)) {
    count += 1;
    if (!output.write(`${texts.map(quoted).join(';')}\r\n`)) await once(output, 'drain');
  }
  output.end();
  await once(output, 'finish');
  return count;
}

async function writeXlsx(rejected: RejectedRows, output: Writable): Promise<number> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = workbook.addWorksheet(rejected.reasonHeading.replace(/[*?:\\/[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  const asText = { style: { numFmt: '@' }, width: 24 };
  sheet.columns = outputHeadings(rejected).map(() => asText);
  let count = -1;
  for await (const texts of guardedRows(rejected)) {
    count += 1;
    sheet.addRow(texts).commit();
    // The writer knows no back pressure: let what is packed flow out before more is made.
    if (count % rowsPerBreath === 0) await setImmediate();
    if (output.writableNeedDrain) await once(output, 'drain');
  }
  await workbook.commit();
  return count;
}

/** The heading row, then every rejected row, all of them safe to open. */
async function* guardedRows(rejected: RejectedRows): AsyncGenerator<string[]> {
  const headings = outputHeadings(rejected).slice(0, -1);
  yield [...headings, rejected.reasonHeading].map(guardFormula);
  for await (const { cells, reason } of rejected.rows) {
    yield [...headings.map((heading) => cells[heading] ?? ''), reason].map(guardFormula);
  }
}

function outputHeadings({ headings, reasonHeading }: RejectedRows): string[] {
  return [...headings.filter((heading) => heading !== reasonHeading), reasonHeading];
}

function quoted(text: string): string {
  return /[;"\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

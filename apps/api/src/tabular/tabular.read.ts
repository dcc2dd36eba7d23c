import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FieldProblem, Refusal } from '@jenjang/shared';
import { cellProblems, cleanCell, columnLetter, unguardFormula } from './tabular.cells.js';
import { openCsv } from './tabular.csv.js';
import { sniffBytes, sniffTable } from './tabular.sniff.js';
import { defaultTableLimits } from './tabular.types.js';
import type {
  CellProblem,
  CellProblemCode,
  RawRow,
  RawTable,
  Table,
  TableLimits,
  TableRow,
} from './tabular.types.js';
import { openXlsx } from './tabular.xlsx.js';

const longestHeading = 200;
const shownValue = 200;
/** Rows of the largest sheet there is: blank rows do not count as rows, but they do not go on for ever. */
const lastSheetRow = 1_048_576;

/**
 * Opens a table that a person uploaded. The first row that is not blank holds the headings; blank rows are
 * skipped but keep their number.
 *
 * @param filename the name the person gave, for messages only
 * @throws Refusal with a `TableRefusalCode`: here for the file and its headings, from the loop over `rows` for
 *   what only shows up later (too many rows, a damaged part). Whoever writes rows does so in one transaction.
 */
export async function readTable(
  path: string,
  limits: Partial<TableLimits> = {},
  filename: string = basename(path),
): Promise<Table> {
  const all: TableLimits = { ...defaultTableLimits, ...limits };
  const raw = await openRaw(path, all, filename);
  const headings = await readHeadings(raw, filename);
  return { kind: raw.kind, headings, rows: { [Symbol.asyncIterator]: () => tableRows(raw, headings, all) } };
}

/**
 * Every row of a table that a person uploaded, blank ones too, for files whose headings are not in the first row.
 * @throws Refusal as `readTable` does
 */
export async function readRows(path: string, limits: Partial<TableLimits> = {}, filename: string = basename(path)): Promise<string[][]> {
  const all: TableLimits = { ...defaultTableLimits, ...limits };
  const raw = await openRaw(path, all, filename);
  const rows: string[][] = [];
  for await (const { texts } of raw.rows()) {
    if (rows.length >= all.rows) throw new Refusal('file.tooManyRows', { limit: all.rows, rowNumber: rows.length + 1 });
    rows.push(texts.map((text) => cleanCell(unguardFormula(text), all.cellLength)));
  }
  if (rows.length === 0) throw new Refusal('file.empty', { filename });
  return rows;
}

async function openRaw(path: string, limits: TableLimits, filename: string): Promise<RawTable> {
  const { size } = await stat(path);
  if (size > limits.bytes) throw new Refusal('file.tooLarge', { filename, bytes: size, limit: limits.bytes, limitMegabytes: Math.floor(limits.bytes / 1024 / 1024) });
  const head = await readHead(path);
  const kind = await sniffTable(head, filename);
  return kind === 'csv' ? openCsv(path, head, limits) : openXlsx(path, limits);
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffBytes), 0, sniffBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function readHeadings(raw: RawTable, filename: string): Promise<string[]> {
  for await (const row of filledRows(raw)) {
    const headings = row.texts.map((text) => text.trim().replace(/\s+/g, ' '));
    const kept = headings.slice(0, headings.findLastIndex((heading) => heading !== '') + 1);
    refuseHeadings(kept, row.rowNumber);
    return kept.map((heading) => cleanCell(unguardFormula(heading), longestHeading));
  }
  throw new Refusal('file.empty', { filename });
}

function refuseHeadings(headings: readonly string[], rowNumber: number): void {
  const first = new Map<string, number>();
  const problems = headings.flatMap((heading, index): (FieldProblem & { twin?: string })[] => {
    const at = { path: columnLetter(index), value: heading.slice(0, shownValue) };
    if (heading === '') return [{ ...at, code: 'heading.empty' }];
    if (heading.length > longestHeading) return [{ ...at, code: 'heading.tooLong' }];
    const same = heading.toLowerCase();
    const twin = first.get(same);
    if (twin !== undefined) return [{ ...at, code: 'heading.duplicate', twin: columnLetter(twin) }];
    first.set(same, index);
    return [];
  });
  const [worst] = problems;
  if (!worst) return;
  const columns = problems
    .filter(({ code }) => code === worst.code)
    .flatMap(({ path, twin }) => (twin ? [twin, path] : [path]));
  throw new Refusal(
    worst.code,
    { rowNumber, columns: [...new Set(columns)] },
    problems.map(({ path, code, value }) => ({ path, code, value })),
  );
}

async function* tableRows(
  raw: RawTable,
  headings: readonly string[],
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  let seen = 0;
  for await (const row of filledRows(raw)) {
    seen += 1;
    if (seen > limits.rows)
      throw new Refusal('file.tooManyRows', { limit: limits.rows, rowNumber: row.rowNumber });
    if (seen > 1) yield tableRow(row, headings, raw.kind, limits);
  }
}

async function* filledRows(raw: RawTable): AsyncGenerator<RawRow> {
  for await (const row of raw.rows()) {
    const { rowNumber, texts } = row;
    if (rowNumber > lastSheetRow) throw new Refusal('file.tooManyRows', { limit: lastSheetRow, rowNumber });
    if (texts.some((text) => text.trim() !== '')) yield row;
  }
}

function tableRow(
  row: RawRow,
  headings: readonly string[],
  kind: RawTable['kind'],
  limits: TableLimits,
): TableRow {
  const problems: CellProblem[] = [];
  const report = (code: CellProblemCode, index: number, value: string) =>
    problems.push({
      code,
      heading: headings[index] ?? null,
      letter: columnLetter(index),
      value: value.slice(0, shownValue),
    });
  const cells = headings.map((heading, index): [string, string] => {
    const text = unguardFormula(row.texts[index] ?? '');
    for (const code of cellProblems(text, limits.cellLength)) report(code, index, text);
    return [heading, cleanCell(text, limits.cellLength)];
  });
  // A sheet does not store empty cells at the end of a row; a CSV does, so there a short row is a torn one.
  if (kind === 'csv' && row.texts.length < headings.length) report('row.tooFewCells', row.texts.length, '');
  const extra = row.texts.findIndex((text, index) => index >= headings.length && text.trim() !== '');
  if (extra !== -1) report('row.tooManyCells', extra, row.texts[extra] ?? '');
  return { rowNumber: row.rowNumber, cells: Object.fromEntries(cells), problems };
}

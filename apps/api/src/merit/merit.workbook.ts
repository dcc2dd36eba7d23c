import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { meritColumns, type MeritColumnType } from '@jenjang/shared';
import type pg from 'pg';
import Cursor from 'pg-cursor';
import { ZipFile } from 'yazl';
import { columnLetters, fixedParts, sheetFoot, sheetHead, sheetPart, styles } from './merit.workbook-parts.js';

const ROWS_AT_ONCE = 250;
/** Beyond this a file shrinks little and takes twice as long. */
const COMPRESSION = 3;
const MILLISECONDS_PER_DAY = 86_400_000;
/** Days from the day zero of spreadsheets, 1899-12-30, to that of JavaScript. */
const EPOCH_DAYS = 25_569;

type Row = readonly (string | number | null)[];

/**
 * An XLSX of the rows, written as they come and no faster than they are taken: text cells for numbers such as the NIP,
 * real dates, a frozen heading and a filter. Why not by a library: docs/decisions/workbooks-by-hand.md.
 */
export async function writeWorkbook(client: pg.PoolClient, query: string, values: readonly unknown[], target: Writable): Promise<number> {
  const cursor = client.query(new Cursor<Row>(query, [...values], { rowMode: 'array' }));
  let count = 0;
  const sheet = Readable.from(sheetXml(cursor, (rows) => { count += rows; }), { objectMode: false });
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  for (const [name, xml] of Object.entries(fixedParts)) zip.addBuffer(Buffer.from(xml), name);
  zip.addReadStream(sheet, sheetPart, { compressionLevel: COMPRESSION });
  zip.end();
  try {
    await pipeline(output, target);
  } finally {
    sheet.destroy();
  }
  return count;
}

async function* sheetXml(cursor: Cursor<Row>, counted: (rows: number) => void): AsyncGenerator<string> {
  yield sheetHead;
  let next = 2;
  for (let rows = await cursor.read(ROWS_AT_ONCE); rows.length > 0; rows = await cursor.read(ROWS_AT_ONCE)) {
    const first = next;
    next += rows.length;
    counted(rows.length);
    yield rows.map((row, index) => rowXml(row, first + index)).join('');
  }
  await cursor.close();
  yield sheetFoot;
}

function rowXml(row: Row, number: number): string {
  let cells = '';
  for (let index = 0; index < row.length; index += 1) {
    const value = row[index] ?? null;
    const column = columns[index];
    if (value !== null && column) cells += cellXml(value, column.type, `${column.letters}${String(number)}`);
  }
  return `<row r="${String(number)}">${cells}</row>`;
}

const columns = meritColumns.map(({ type }, index): { type: MeritColumnType; letters: string } => ({ type, letters: columnLetters(index) }));

/** Dates become real ones; everything else that is text stays text, so nothing is run or rounded. */
function cellXml(value: string | number, type: MeritColumnType, place: string): string {
  if (typeof value === 'number') return `<c r="${place}"><v>${String(value)}</v></c>`;
  if (type === 'date') return `<c r="${place}" s="${styles.date}"><v>${String(daysOf(value))}</v></c>`;
  return `<c r="${place}" s="${styles.text}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

/** An ISO date or instant as spreadsheets count: days since 1899-12-30, in UTC. */
function daysOf(iso: string): number {
  return Date.parse(iso) / MILLISECONDS_PER_DAY + EPOCH_DAYS;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Characters that XML cannot hold are left out. */
function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- exactly these are forbidden in XML 1.0
  return text.replace(/[&<>\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (character) => escapes[character] ?? '');
}

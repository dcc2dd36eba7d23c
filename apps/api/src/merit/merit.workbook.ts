import type { Writable } from 'node:stream';
import { meritColumns } from '@jenjang/shared';
import type pg from 'pg';
import Cursor from 'pg-cursor';

const ROWS_AT_ONCE = 1000;

type Row = readonly (string | number | null)[];

/**
 * An XLSX of the rows, written as they come: text cells for numbers such as the NIP, real dates, a frozen heading and
 * a filter. The library is loaded only when a workbook is asked for.
 */
export async function writeWorkbook(client: pg.PoolClient, query: string, values: readonly unknown[], target: Writable): Promise<number> {
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: target, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet('Sertifikat', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = meritColumns.map(({ heading, type }) => ({ header: heading, width: type === 'text' ? 24 : 14, style: { numFmt: type === 'date' ? 'yyyy-mm-dd' : type === 'number' ? 'General' : '@' } }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: meritColumns.length } };
  const cursor = client.query(new Cursor<Row>(query, [...values], { rowMode: 'array' }));
  let count = 0;
  for (let rows = await cursor.read(ROWS_AT_ONCE); rows.length > 0; rows = await cursor.read(ROWS_AT_ONCE)) {
    for (const row of rows) sheet.addRow(row.map((value, index) => cell(value, index))).commit();
    count += rows.length;
  }
  await cursor.close();
  sheet.commit();
  await book.commit();
  return count;
}

/** Dates become real ones; everything else that is text stays text, so nothing is run or rounded. */
function cell(value: string | number | null, index: number): string | number | Date | null {
  if (value === null || meritColumns[index]?.type !== 'date' || typeof value !== 'string') return value;
  return value.length === 10 ? new Date(`${value}T00:00:00Z`) : new Date(value);
}

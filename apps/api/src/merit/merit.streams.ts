import { Transform, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { meritColumns, type MeritFormat } from '@jenjang/shared';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { meritSafeSelect, meritSelect } from './merit.export.js';
import { meritTables, unpackedSnapshot } from './merit.queries.js';
import { writeWorkbook } from './merit.workbook.js';

/** Which rows: a condition over `meritTables` with its values. */
export interface MeritSelection {
  readonly condition: string;
  readonly values: readonly unknown[];
}

const order = `order by c.issued_on desc, c.id`;
/** Characters that JSON text never holds unescaped: COPY then writes it as it is. */
const verbatim = `format csv, delimiter e'\\x02', quote e'\\x01', escape e'\\x01'`;

export const mediaTypes: Readonly<Record<MeritFormat, string>> = {
  csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json', ndjson: 'application/x-ndjson',
};

/** Writes the rows in a format, straight from the database. @returns the number of rows. */
export async function writeMerit(client: pg.PoolClient, format: MeritFormat, selection: MeritSelection, target: Writable): Promise<number> {
  const rows = rowsOf(selection);
  switch (format) {
    case 'csv':
      return copyCsv(client, copyStatement(selection), target);
    case 'ndjson':
      return copyJson(client, inline(`select row_to_json(r) from (select ${meritSelect} ${rows}) r`, selection.values), { open: '', between: '\n', close: '\n' }, target);
    case 'json':
      return copyJson(client, inline(`select row_to_json(r) from (select ${meritSelect} ${rows}) r`, selection.values), { open: '[', between: ',\n', close: ']\n' }, target);
    case 'xlsx':
      return writeWorkbook(client, `select ${meritSelect} ${rows}`, selection.values, target);
  }
}

const rowsOf = ({ condition }: MeritSelection): string => `from ${meritTables} ${unpackedSnapshot} where ${condition} ${order}`;

/** The statement behind the CSV. Exported so that it can be measured on its own. */
export function copyStatement(selection: MeritSelection): string {
  return `copy (${inline(`select ${meritSafeSelect} ${rowsOf(selection)}`, selection.values)}) to stdout (format csv, delimiter ';')`;
}

async function copyCsv(client: pg.PoolClient, statement: string, target: Writable): Promise<number> {
  target.write(`\uFEFF${meritColumns.map(({ key }) => key).join(';')}\n`);
  const copy = client.query(copyTo(statement));
  await pipeline(copy as unknown as Readable, target);
  return copy.rowCount;
}

async function copyJson(client: pg.PoolClient, query: string, frame: Frame, target: Writable): Promise<number> {
  const copy = client.query(copyTo(`copy (${query}) to stdout (${verbatim})`));
  await pipeline(copy as unknown as Readable, framed(frame), target);
  return copy.rowCount;
}

interface Frame {
  readonly open: string;
  readonly between: string;
  readonly close: string;
}

/** Lines of COPY, one JSON object each, joined as the format wants them. A chunk may end in the middle of a line. */
function framed({ open, between, close }: Frame): Transform {
  let owed = open;
  let any = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = chunk.toString('latin1');
      const ended = text.endsWith('\n');
      const body = (ended ? text.slice(0, -1) : text).replaceAll('\n', between);
      const out = Buffer.from(owed + body, 'latin1');
      owed = ended ? between : '';
      any = true;
      done(null, out);
    },
    flush(done) {
      done(null, any ? close : open + (close === '\n' ? '' : close));
    },
  });
}

/** COPY takes no parameters: values are written into the text by the driver's own escaping. */
export function inline(sql: string, values: readonly unknown[]): string {
  return sql.replace(/\$(\d+)/g, (_match, index: string) => literal(values[Number(index) - 1]));
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `array[${value.map((item) => literal(item)).join(',')}]`;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return pg.escapeLiteral(value);
  throw new Error('only text, numbers and lists of them are written into a query');
}

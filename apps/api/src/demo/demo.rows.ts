import type { Transaction } from '../platform/index.js';

/** Fields of a row with the SQL types of their columns. A column is named as its field, in snake case. */
export type Columns<Row> = Readonly<Record<keyof Row & string, string>>;

/** Writes rows in one statement, in their order. */
export async function insertRows<Row extends object>(tx: Transaction, table: string, columns: Columns<Row>, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const fields = Object.keys(columns) as (keyof Row & string)[];
  const names = fields.map(columnOf).join(', ');
  const typed = fields.map((field) => `"${field}" ${columns[field]}`).join(', ');
  const given = fields.map((field) => `r."${field}"`).join(', ');
  await tx.query(`insert into ${table} (${names}) select ${given} from jsonb_to_recordset($1::jsonb) as r(${typed})`, [JSON.stringify(rows)]);
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

import type { Transaction } from '../platform/index.js';

/** Fields of rows with the SQL types of their columns. A column is named as its field, in snake case. */
export type Columns = Readonly<Record<string, string>>;

/** Writes the fields named, of all rows in one statement and in their order. */
export async function insertRows<Named extends Columns>(tx: Transaction, table: string, columns: Named, rows: readonly Readonly<Record<keyof Named, unknown>>[]): Promise<void> {
  if (rows.length === 0) return;
  const fields = Object.keys(columns) as (keyof Named & string)[];
  const names = fields.map(columnOf).join(', ');
  const typed = fields.map((field) => `"${field}" ${columns[field] ?? ''}`).join(', ');
  const given = fields.map((field) => `r."${field}"`).join(', ');
  const records = rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field]])));
  await tx.query(`insert into ${table} (${names}) select ${given} from jsonb_to_recordset($1::jsonb) as r(${typed})`, [JSON.stringify(records)]);
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

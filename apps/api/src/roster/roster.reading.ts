import { dateFields, problemWords, Refusal, rosterAliases, rosterFields, type RosterColumns, type RosterField, type RosterKind, type RosterRow, type RowProblem } from '@jenjang/shared';
import { guessColumns, parseDateCell, readTable, type Table } from '../tabular/index.js';
import { HttpProblem } from '../platform/index.js';

/** Rows that one import may hold; a province has fewer people on its payroll. */
const mostRows = 50_000;
const rowsAtOnce = 1000;

/** A fault that the reader found in a cell, by heading; null for the row as a whole. */
export interface ReadFault {
  readonly heading: string | null;
  readonly code: string;
  readonly value: string;
}

/** A row as it was read: texts by heading. */
export interface ReadRow {
  readonly rowNumber: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly faults: readonly ReadFault[];
}

/** Opens a table and guesses its columns. @throws Refusal with a code of `file.` */
export async function openRoster(path: string, fileName: string, kind: RosterKind): Promise<{ table: Table; columns: RosterColumns }> {
  const table = await readTable(path, { rows: mostRows + 1 }, fileName).catch((error: unknown) => { throw asFileProblem(error); });
  const fields = rosterFields[kind].map((name) => ({ name, aliases: rosterAliases[name] }));
  return { table, columns: guessColumns(table.headings, fields) };
}

/** The rows in handfuls, so that many can be written at once. Marks that were only taken off are no fault. */
export async function* handfuls({ rows }: Table): AsyncGenerator<readonly ReadRow[]> {
  let handful: ReadRow[] = [];
  for await (const { rowNumber, cells, problems } of rows) {
    const faults = problems.filter(({ code }) => code !== 'cell.controlCharacter').map(({ code, heading, value }) => ({ code, heading: code.startsWith('row.') ? null : heading, value }));
    handful.push({ rowNumber, texts: cells, faults });
    if (handful.length < rowsAtOnce) continue;
    yield handful;
    handful = [];
  }
  if (handful.length > 0) yield handful;
}

/** A heading that cannot be used makes the whole file unusable: 422 like every other fault of a file. */
function asFileProblem(error: unknown): unknown {
  if (!(error instanceof Refusal) || !error.code.startsWith('heading.')) return error;
  const name = error.code.slice('heading.'.length);
  const code = `file.heading${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return new Refusal(code, error.details, error.problems);
}

/** The row as the rules judge it: mapped columns by field, dates as ISO where they can be read. */
export function toRosterRow({ rowNumber, texts, faults }: ReadRow, columns: RosterColumns): RosterRow {
  const fields = Object.entries(columns) as [RosterField, string][];
  const fieldOf = new Map(fields.map(([field, heading]) => [heading, field]));
  const found = faults.flatMap(({ heading, code, value }): RowProblem[] => {
    const field = heading === null ? null : fieldOf.get(heading);
    return field === undefined ? [] : [{ field, code, value }];
  });
  const cells: Partial<Record<RosterField, string>> = {};
  for (const [field, heading] of fields) {
    const text = texts[heading] ?? '';
    const date = dateFields.includes(field) && text.trim() !== '' ? parseDateCell(text) : null;
    cells[field] = date?.date ?? text;
    if (date?.problem && !found.some((problem) => problem.field === field)) found.push({ field, code: date.problem, value: text });
  }
  return { rowNumber, cells, faults: found };
}

/** The mapping that somebody confirmed. @throws HttpProblem 400 beside each field that is wrong */
export function confirmColumns(kind: RosterKind, required: readonly (readonly RosterField[])[], headings: readonly string[], columns: Readonly<Record<string, unknown>>): RosterColumns {
  const known: readonly string[] = rosterFields[kind];
  const seen = new Set<unknown>();
  const problems = Object.entries(columns).flatMap(([field, heading]) => {
    const code = !known.includes(field) ? 'roster.fieldUnknown' : typeof heading !== 'string' || !headings.includes(heading) ? 'roster.headingUnknown' : seen.has(heading) ? 'roster.headingTwice' : null;
    seen.add(heading);
    return code === null ? [] : [{ path: `columns.${field}`, code, value: heading }];
  });
  const lacking = required.filter((group) => !group.some((field) => field in columns)).map(([field]) => ({ path: `columns.${field ?? ''}`, code: 'roster.columnMissing' }));
  if (problems.length + lacking.length > 0) throw new HttpProblem(400, 'input.invalid', {}, [...problems, ...lacking]);
  return columns;
}

/** A problem of a row in the reader's words. */
export function wordRowProblem({ code, value, limit, suggestion }: RowProblem, locale: 'id' | 'en'): string {
  return problemWords(code, { value, limit, suggestion: suggestion?.value })[locale === 'en' ? 1 : 0];
}

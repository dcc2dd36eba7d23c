import type { Writable } from 'node:stream';
import { reasonHeading, rosterFieldLabels, rosterFields, rosterHeadings, rosterHints, type RosterColumns, type RosterField, type RosterKind } from '@jenjang/shared';
import type { Locale } from '../platform/index.js';
import { writeRejectedRows, type TableKind } from '../tabular/index.js';
import { wordRowProblem } from './roster.reading.js';
import type { RowFacts } from './roster.queries.js';

const hintTitles = { id: ['Kolom', 'Arti', 'Cara mengisi'], en: ['Column', 'Meaning', 'How to fill it'] } as const;
const sheetNames = { id: ['Data', 'Petunjuk'], en: ['Data', 'Guide'] } as const;

/** An empty workbook to fill: every column is text, so that no NIP is rounded; a second sheet says how. */
export async function writeTemplate(kind: RosterKind, locale: Locale): Promise<Buffer> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const [dataName, guideName] = sheetNames[locale];
  const fields = rosterFields[kind];
  const sheet = book.addWorksheet(dataName, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = fields.map((field) => ({ header: rosterHeadings[field], width: field === 'fullName' || field === 'opd' || field === 'unit' || field === 'name' ? 32 : 20, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  const guide = book.addWorksheet(guideName);
  guide.columns = hintTitles[locale].map((header, index) => ({ header, width: [20, 24, 80][index] ?? 20 }));
  guide.getRow(1).font = { bold: true };
  for (const field of fields) guide.addRow([rosterHeadings[field], rosterFieldLabels[field][locale], rosterHints[field]?.[locale] ?? '']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Writes the rejected rows as they were sent, with a column that says why. */
export async function writeRejected(kind: TableKind, run: { readonly headings: readonly string[]; readonly columns: RosterColumns }, rows: AsyncIterable<RowFacts>, locale: Locale, output: Writable): Promise<void> {
  await writeRejectedRows({ kind, headings: run.headings, reasonHeading: reasonHeading[locale], rows: reasoned(rows, run.columns, locale) }, output);
}

async function* reasoned(rows: AsyncIterable<RowFacts>, columns: RosterColumns, locale: Locale): AsyncGenerator<{ cells: Readonly<Record<string, string>>; reason: string }> {
  for await (const { texts, problems } of rows) {
    const reasons = problems.map((problem) => `${nameOf(problem.field, columns, locale)}${wordRowProblem(problem, locale)}`);
    yield { cells: texts, reason: reasons.join('; ') };
  }
}

function nameOf(field: RosterField | null, columns: RosterColumns, locale: Locale): string {
  return field === null ? '' : `${columns[field] ?? rosterFieldLabels[field][locale]}: `;
}

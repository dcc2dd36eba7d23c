import type { RowVerdict } from './record.types.js';
import type { ColumnNotice, RosterCounts, RosterField, RowOutcome } from './roster.types.js';

/** Faults that are of a whole column: told once, with the rows from first to last. */
const columnFaults: Readonly<Record<string, string>> = {
  'cell.excelDamaged': 'roster.columnDamaged', 'roster.nipExcel': 'roster.columnDamaged', 'roster.nipLength': 'roster.columnLength', 'date.unreadable': 'roster.columnDates', 'cell.formula': 'roster.columnFormulas',
};
const fewestRows = 3;

/** What the preview says of a file as a whole. */
export function summarise(verdicts: readonly RowVerdict<unknown>[]): RosterCounts {
  const count = (outcome: RowOutcome): number => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  const formulaCells = verdicts.reduce((sum, { problems }) => sum + problems.filter(({ code }) => code === 'cell.formula').length, 0);
  return {
    new: count('new'), updated: count('updated'), unchanged: count('unchanged'), rejected: count('rejected'), toVerify: verdicts.filter(({ toVerify }) => toVerify).length, formulaCells, notices: noticesOf(verdicts),
  };
}

function noticesOf(verdicts: readonly RowVerdict<unknown>[]): readonly ColumnNotice[] {
  const found = new Map<string, { code: string; field: RosterField; rows: number[] }>();
  for (const { rowNumber, problems } of verdicts) {
    for (const { code, field } of problems) {
      const fault = columnFaults[code];
      if (fault === undefined || field === null) continue;
      const notice = found.get(`${fault} ${field}`) ?? { code: fault, field, rows: [] };
      notice.rows.push(rowNumber);
      found.set(`${fault} ${field}`, notice);
    }
  }
  return [...found.values()].filter(({ rows }) => rows.length >= fewestRows).map(({ code, field, rows }) => ({ code, field, from: rows[0] ?? 0, to: rows.at(-1) ?? 0, rows: rows.length }));
}

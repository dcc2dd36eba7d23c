import { formatNip } from '@jenjang/shared/person';
import type {
  RosterColumns,
  RosterField,
  RosterKind,
  RosterRowView,
  RosterView,
  RowOutcome,
} from '@jenjang/shared/roster';

type Counted = Readonly<Record<RowOutcome, number>>;

/** The fields that tell rows apart, before others. */
const firstFields: Readonly<Record<RosterKind, readonly RosterField[]>> = {
  people: ['nip', 'fullName', 'opd', 'unit', 'eselon', 'positionName'],
  participants: ['nip', 'fullName', 'opd', 'unit', 'eselon', 'className', 'positionName'],
  units: ['code', 'name', 'parent', 'unitKind'],
};
const mostFields = 4;

/** The columns of the preview: those that tell rows apart, and those in which something is wrong on this page. */
export function shownFields(
  kind: RosterKind,
  columns: RosterColumns,
  rows: readonly Pick<RosterRowView, 'problems'>[],
): readonly RosterField[] {
  const wrong = new Set(rows.flatMap(({ problems }) => problems.flatMap(({ field }) => field ?? [])));
  const usual = firstFields[kind].filter((field) => columns[field] !== undefined).slice(0, mostFields);
  return [...usual, ...[...wrong].filter((field) => !usual.includes(field))];
}

/** The fields to write over in a row: those with a problem; when the whole row is at fault, those shown. */
export function fieldsToMend(
  row: Pick<RosterRowView, 'problems'>,
  shown: readonly RosterField[],
): readonly RosterField[] {
  const wrong = row.problems.flatMap(({ field }) => field ?? []);
  return wrong.length > 0 ? [...new Set(wrong)] : shown;
}

/** What to offer in a cell: what would mend it, else what stands there. */
export function offered(row: Pick<RosterRowView, 'problems' | 'cells'>, field: RosterField): string {
  const problem = row.problems.find((each) => each.field === field);
  const suggested = problem?.suggestion?.value;
  if (suggested === undefined) return row.cells[field] ?? '';
  return field === 'nip' ? formatNip(suggested) : suggested;
}

/** Seats that are missing for all who would join; 0 when there are enough. */
export function seatsMissing({ seats }: Pick<RosterView, 'seats'>): number {
  return seats === null ? 0 : Math.max(0, seats.taken + seats.adding - seats.capacity);
}

/** Rows that an import would write now. */
export function writable(counts: Counted, missing: number): number {
  return Math.max(0, counts.new - missing) + counts.updated;
}

/** The tab that needs the reader first: what was rejected, else what is new, else what there is. */
export function firstTab(counts: Counted): RowOutcome {
  const order: readonly RowOutcome[] = ['rejected', 'new', 'updated', 'unchanged'];
  return order.find((outcome) => counts[outcome] > 0) ?? 'new';
}

/** Which of the four steps an import is at, from 0. */
export function stepOf(run: Pick<RosterView, 'state'> | null, isMapping: boolean): number {
  if (run === null) return 0;
  if (run.state === 'committed' || run.state === 'undone') return 3;
  return run.state === 'previewed' && !isMapping ? 2 : 1;
}

/** The heading each field would take when one of them is given another: a heading serves one field. */
export function remapped(columns: RosterColumns, heading: string, field: RosterField | ''): RosterColumns {
  const others = Object.entries(columns).filter(([each, taken]) => taken !== heading && each !== field);
  return Object.fromEntries(field === '' ? others : [...others, [field, heading]]);
}

/** Groups of required fields of which none has a column. */
export function missingGroups(
  columns: RosterColumns,
  required: readonly (readonly RosterField[])[],
): readonly (readonly RosterField[])[] {
  return required.filter((group) => !group.some((field) => columns[field] !== undefined));
}

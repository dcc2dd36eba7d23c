import type { Page } from '../platform/paging.types.js';

/** What a file is imported as. */
export const rosterKinds = ['people', 'units', 'participants'] as const;
export type RosterKind = (typeof rosterKinds)[number];

const personFields = [
  'nip', 'fullName', 'frontTitle', 'backTitle', 'kind', 'gender', 'birthPlace', 'birthDate', 'golongan', 'positionKind', 'positionName', 'eselon', 'opd', 'unit', 'email', 'phone', 'validFrom',
] as const;
const participantFields = [...personFields, 'className', 'joinsAs'] as const;
const unitFields = ['code', 'name', 'shortName', 'unitKind', 'parent', 'regionCode', 'activeFrom'] as const;

/** A column that an import understands. */
export type RosterField = (typeof participantFields)[number] | (typeof unitFields)[number];

/** Columns of each kind, in the order of the template. */
export const rosterFields: Readonly<Record<RosterKind, readonly RosterField[]>> = { people: personFields, participants: participantFields, units: unitFields };

/** Columns that a file must have: one of each group. */
export const requiredFields: Readonly<Record<RosterKind, readonly (readonly RosterField[])[]>> = {
  people: [['fullName']], participants: [['nip', 'fullName', 'email']], units: [['code'], ['name']],
};

/** Columns that hold dates. */
export const dateFields: readonly RosterField[] = ['birthDate', 'validFrom', 'activeFrom'];

export const rosterStates = ['uploaded', 'previewed', 'committed', 'undone'] as const;
export type RosterState = (typeof rosterStates)[number];

export const rowOutcomes = ['new', 'updated', 'unchanged', 'rejected'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** Field to heading, as guessed and then confirmed. */
export type RosterColumns = Readonly<Partial<Record<RosterField, string>>>;

/** A value that would mend a cell. */
export interface RowSuggestion {
  readonly value: string;
  /** `nearest` is spelled most like it; `record` is what the records say of the one person who fits. */
  readonly why: 'nearest' | 'record';
}

/** One thing wrong with a row. */
export interface RowProblem {
  /** Null for the row as a whole. */
  readonly field: RosterField | null;
  readonly code: string;
  readonly value: string;
  /** The number in the wording: digits found, the row that came first. */
  readonly limit?: number;
  readonly suggestion?: RowSuggestion;
}

/** A value that would change, as the record writes it; null is nothing. */
export interface FieldChange {
  readonly field: RosterField;
  readonly from: string | null;
  readonly to: string | null;
}

export interface RosterCounts extends Readonly<Record<RowOutcome, number>> {
  /** Rows that are taken although their NIP is to be verified. */
  readonly toVerify: number;
  readonly formulaCells: number;
  readonly notices: readonly ColumnNotice[];
}

/** One fault that runs through a column, told once instead of on every row. */
export interface ColumnNotice {
  readonly code: string;
  readonly field: RosterField;
  /** First and last row of the file. */
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/** What an import of participants does to the seats of its cohort. */
export interface SeatEffect {
  readonly capacity: number;
  readonly taken: number;
  readonly adding: number;
}

/** An import as the wizard shows it. */
export interface RosterView {
  readonly id: string;
  readonly kind: RosterKind;
  readonly agencyId: string;
  readonly cohortId: string | null;
  readonly state: RosterState;
  readonly version: number;
  readonly file: { readonly name: string; readonly bytes: number; readonly format: 'csv' | 'xlsx' };
  readonly headings: readonly string[];
  readonly columns: RosterColumns;
  /** Rows below the heading. */
  readonly rows: number;
  readonly sample: readonly Readonly<Record<string, string>>[];
  /** Null until the columns are confirmed. */
  readonly counts: (Omit<RosterCounts, 'notices'> & { readonly notices: readonly (ColumnNotice & { readonly message: string })[] }) | null;
  readonly seats: SeatEffect | null;
  /** The job that judges or commits; null when nothing runs. */
  readonly jobId: string | null;
  /** ISO instants. */
  readonly createdAt: string;
  readonly committedAt: string | null;
  /** Until when it can be undone; null when it cannot. */
  readonly undoUntil: string | null;
}

/** A row of an import as the wizard shows it. */
export interface RosterRowView {
  readonly rowNumber: number;
  readonly outcome: RowOutcome;
  /** Texts of the mapped columns. */
  readonly cells: Readonly<Partial<Record<RosterField, string>>>;
  readonly problems: readonly (RowProblem & { readonly message: string })[];
  readonly changes: readonly FieldChange[];
  readonly toVerify: boolean;
}

export type RosterRowPage = Page<RosterRowView>;

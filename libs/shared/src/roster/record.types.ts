import type { UnitKind } from '../agency/unit.types.js';
import type { EnrolmentState } from '../enrolment/enrolment.types.js';
import type { NipWarning } from '../person/nip.types.js';
import type { EmploymentKind, Gender, PositionKind } from '../person/person.types.js';
import type { FieldChange, RosterField, RowOutcome, RowProblem } from './roster.types.js';

/** A row to judge: its mapped columns, and what reading the file already found. Dates are ISO where they could be read. */
export interface RosterRow {
  readonly rowNumber: number;
  readonly cells: Readonly<Partial<Record<RosterField, string>>>;
  readonly faults: readonly RowProblem[];
}

/** What was decided about a row. The record says what to write; null for rejected rows. */
export interface RowVerdict<Record> {
  readonly rowNumber: number;
  readonly outcome: RowOutcome;
  readonly problems: readonly RowProblem[];
  readonly changes: readonly FieldChange[];
  readonly toVerify: boolean;
  /** The record that it meets; null for new ones. */
  readonly targetId: string | null;
  readonly record: Record | null;
}

/** Facts of a person that are not dated. */
export interface PersonFacts {
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
  readonly gender: Gender | null;
  readonly birthDate: string | null;
  readonly birthPlace: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Facts of a person that hold from a day on. */
export interface EmploymentFacts {
  readonly unitId: string;
  readonly kind: EmploymentKind;
  readonly nip: string | null;
  readonly golongan: string | null;
  readonly positionKind: PositionKind;
  readonly positionName: string;
  readonly eselon: string | null;
}

export interface KnownEmployment extends EmploymentFacts {
  readonly id: string;
  readonly unitName: string;
  readonly validFrom: string;
}

/** Somebody on record in the agency. */
export interface KnownPerson extends PersonFacts {
  readonly id: string;
  readonly employment: KnownEmployment | null;
  /** ISO date on which the last employment ended, for people without one now. */
  readonly lastEndedOn: string | null;
  /** Standing in the cohort that is imported to. */
  readonly enrolment: { readonly state: EnrolmentState; readonly classId: string | null } | null;
}

/** An open unit of the agency. */
export interface KnownUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly regionCode: string | null;
  readonly path: string;
}

/** A class of the cohort. */
export interface KnownClass {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** What the rows of people are judged against. */
export interface PeopleWorld {
  /** ISO date. */
  readonly today: string;
  readonly people: readonly KnownPerson[];
  readonly units: readonly KnownUnit[];
  /** Null when people are imported without a cohort. */
  readonly cohort: { readonly startsOn: string; readonly classes: readonly KnownClass[] } | null;
}

/** What to write for a row of people. */
export interface PersonRecord {
  readonly person: PersonFacts;
  readonly personAct: 'add' | 'change' | 'keep';
  readonly employment: (EmploymentFacts & { readonly nipWarnings: readonly NipWarning[]; readonly validFrom: string }) | null;
  /** `next` ends what held; `correct` writes over what began the same day. */
  readonly employmentAct: 'add' | 'next' | 'correct' | 'keep';
  /** Whether the person takes a seat by this import. */
  readonly joins: boolean;
  readonly classId: string | null;
}

/** What to write for a row of units. */
export interface UnitRecord {
  readonly code: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: UnitKind;
  readonly regionCode: string | null;
  readonly activeFrom: string;
  /** The parent, when it is on record; else the row of the file that makes it. */
  readonly parentId: string | null;
  readonly parentRow: number | null;
  /** How many units will be above it: what lies higher is written first. */
  readonly level: number;
}

/** What the rows of units are judged against. */
export interface UnitsWorld {
  readonly today: string;
  readonly units: readonly KnownUnit[];
  readonly regionCodes: readonly string[];
}

import type { AdmissionRoute, EligibilityShortfall, QuotaBand, QuotaCell } from '../admission/index.js';
import type { CohortMode, CohortState } from '../cohort/index.js';
import type { EnrolmentState, MoveCode } from '../enrolment/index.js';
import type { DutyStatus, EmploymentKind } from '../person/index.js';
import type { Zone } from '../platform/locale.types.js';
import type { LeaveKind } from './leave.types.js';

/** Why a cohort takes no nominations at an instant. */
export const windowCodes = ['nomination.notEnrolling', 'nomination.notYet', 'nomination.over', 'nomination.applyOnly'] as const;
export type WindowCode = (typeof windowCodes)[number];

/** What decides whether a cohort takes nominations. Dates are local to the zone, both included; null for no limit. */
export interface WindowTerms {
  readonly state: CohortState;
  readonly route: AdmissionRoute;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly zone: Zone;
}

export interface NominationWindow {
  readonly open: boolean;
  /** Why not; null while open. */
  readonly code: WindowCode | null;
  /** ISO instant of the midnight after the last day; null without a limit. */
  readonly closesAt: string | null;
}

/** A cell of the matrix with the name of its unit. */
export interface NamedCell extends QuotaCell {
  readonly unitName: string | null;
}

/** Seats that people of one's own units may draw from. */
export interface QuotaSummary {
  /** Whether cells name one's own units; else seats are shared with all others. */
  readonly own: boolean;
  readonly seats: number;
  readonly taken: number;
  readonly left: number;
  /** Seats left beyond one's own: in cells for any unit, as far as the cohort has seats. */
  readonly shared: number;
}

/** A cohort that people of one's own units may be sent to. */
export interface OpenCohort {
  readonly id: string;
  readonly name: string;
  readonly programmeName: string;
  /** The agency that runs it. */
  readonly agencyName: string;
  readonly state: CohortState;
  readonly mode: CohortMode;
  readonly route: AdmissionRoute;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: Zone;
  readonly venueName: string;
  readonly venueCity: string;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly cutOffOn: string | null;
  readonly capacity: number;
  /** Seats that nobody holds or was offered. */
  readonly free: number;
  /** Cells that reach one's own units; empty without a matrix. */
  readonly cells: readonly NamedCell[];
  /** Whether the cohort has a matrix at all. */
  readonly hasMatrix: boolean;
  readonly quota: QuotaSummary;
  readonly window: NominationWindow;
  /** People of one's own units who wait for a decision, and who hold a seat. */
  readonly undecided: number;
  readonly seated: number;
}

/** An open cohort with the units out of which people may be sent, by name. */
export interface NominationDesk extends OpenCohort {
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

/** Something that speaks against sending somebody. Only `notEligible` and `already` forbid it. */
export type NomineeWarning =
  | { readonly code: 'already'; readonly state: EnrolmentState }
  | { readonly code: 'notEligible'; readonly shortfall: EligibilityShortfall; /** Names of what `wanted` holds ids of. */ readonly names: readonly string[] }
  | { readonly code: 'leave'; readonly kind: LeaveKind; readonly startsOn: string; readonly endsOn: string }
  | { readonly code: 'duty'; readonly status: DutyStatus }
  | { readonly code: 'otherCohort'; readonly name: string; readonly startsOn: string; readonly endsOn: string };

/** Dated facts about somebody that may collide with a cohort. */
export interface NomineeRecord {
  /** Standing in this cohort; null for none. */
  readonly standing: EnrolmentState | null;
  readonly dutyStatus: DutyStatus | null;
  readonly leaves: readonly { readonly kind: LeaveKind; readonly startsOn: string; readonly endsOn: string }[];
  /** Cohorts in which the person holds a seat or waits for a decision. */
  readonly others: readonly { readonly name: string; readonly startsOn: string; readonly endsOn: string }[];
  readonly shortfalls: readonly { readonly shortfall: EligibilityShortfall; readonly names: readonly string[] }[];
}

/** Somebody of one's own units who may be sent. Employment facts are those of the first day. */
export interface NomineeRow {
  readonly personId: string;
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
  readonly nip: string | null;
  readonly employmentKind: EmploymentKind | null;
  readonly positionName: string | null;
  readonly eselon: string | null;
  readonly band: QuotaBand;
  readonly unitName: string | null;
  /** Ids from the root to the unit; empty for people without one. */
  readonly unitPath: string;
  /** ISO date on which the last training in the same programme ended; null for never. */
  readonly lastTrainedOn: string | null;
  /** JP of the present year. */
  readonly lessonHours: number;
  readonly warnings: readonly NomineeWarning[];
  readonly pickable: boolean;
}

/** What became of one person of a letter. */
export interface NomineeAnswer {
  readonly personId: string;
  readonly outcome: 'nominated' | 'accepted' | 'waitlisted' | 'refused';
  readonly code?: MoveCode;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What became of a letter. */
export interface NominationReceipt {
  readonly id: string;
  readonly rows: readonly NomineeAnswer[];
}

/** A letter in the list. */
export interface NominationRow {
  readonly id: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly agencyName: string;
  readonly unitName: string | null;
  readonly letterNumber: string;
  readonly letterOn: string | null;
  readonly submittedAt: string;
  readonly zone: Zone;
  readonly authorName: string;
  /** The head for whom a deputy acted. */
  readonly onBehalfOfName: string | null;
  /** People by their standing. */
  readonly states: Readonly<Partial<Record<EnrolmentState, number>>>;
}

/** Somebody of a letter, in its order, as they stand now. */
export interface NominatedPerson {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
  readonly nip: string | null;
  readonly positionName: string | null;
  readonly eselon: string | null;
  readonly unitName: string | null;
  readonly rank: number | null;
  readonly state: EnrolmentState;
  /** ISO instant. */
  readonly stateAt: string;
  readonly stateCode: string | null;
  readonly stateReason: string | null;
  /** Name of the one who takes this person's seat, or whose seat this person took over. */
  readonly replacedBy: string | null;
  readonly replaces: string | null;
  /** Whether this person may still be taken back by the agency, and, holding a seat, be replaced. */
  readonly mayWithdraw: boolean;
  readonly mayReplace: boolean;
}

/** One letter. */
export interface NominationDetail extends NominationRow {
  readonly programmeName: string;
  readonly cohortState: CohortState;
  readonly route: AdmissionRoute;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly cutOffOn: string | null;
  /** Whether a replacement keeps the seat in the unit: until the cut-off. */
  readonly keepsSeat: boolean;
  readonly note: string;
  readonly letterFile: { readonly id: string; readonly name: string } | null;
  readonly people: readonly NominatedPerson[];
}

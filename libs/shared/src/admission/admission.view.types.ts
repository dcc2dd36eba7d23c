import type { Zone } from '../platform/locale.types.js';
import type { UnitKind } from '../agency/index.js';
import type { CohortState } from '../cohort/index.js';
import type { AdmissionRoute, EligibilityCode, EligibilityRule, QuotaBand, QuotaCell, SelectionStep } from './admission.types.js';
import type { MatrixProblem } from './matrix.rules.js';

/** What a programme gives to the cohorts made of it. */
export interface AdmissionDefaults {
  readonly route: AdmissionRoute;
  readonly steps: readonly SelectionStep[];
  readonly passingScore: number;
  readonly eligibility: EligibilityRule;
  readonly offerHours: number;
}

/** The defaults of a programme with the version that a change must name. */
export interface AdmissionDefaultsView extends AdmissionDefaults {
  readonly version: number;
  /** Names of the units, regions and programmes in the rule, by id or code. */
  readonly names: Readonly<Record<string, string>>;
  readonly mayManage: boolean;
}

/** How participants come into a cohort. Dates are ISO, local to the zone. */
export interface AdmissionView extends AdmissionDefaultsView {
  readonly cohortId: string;
  readonly agencyId: string;
  readonly programmeId: string;
  readonly state: CohortState;
  readonly startsOn: string;
  readonly zone: Zone;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly cutOffOn: string | null;
  readonly quotaReturnsOn: string | null;
  /** ISO instant at which unused quota went to the reserve. */
  readonly quotaReturnedAt: string | null;
}

/** A cell with the words of its unit. */
export interface QuotaCellView extends Omit<QuotaCell, 'unitPath'> {
  readonly unitName: string | null;
}

/** A unit that may have a row of the matrix. */
export interface QuotaUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** Steps below the root. */
  readonly depth: number;
  readonly parentId: string | null;
  /** People in it and below who are at work, by band. */
  readonly people: Readonly<Partial<Record<QuotaBand, number>>>;
}

/** The matrix of a cohort. */
export interface QuotaView {
  readonly version: number;
  readonly capacity: number;
  /** Seats held by accepted people and by offers. */
  readonly held: number;
  readonly cells: readonly QuotaCellView[];
  readonly units: readonly QuotaUnit[];
  readonly quotaReturnsOn: string | null;
  readonly quotaReturnedAt: string | null;
  readonly mayManage: boolean;
}

/** What a matrix would do, told before it is saved. */
export interface QuotaEffects {
  readonly problems: readonly MatrixProblem[];
  readonly seats: number;
  readonly capacity: number;
  /** People who hold a seat and would draw it from another cell than today, by the new cell. */
  readonly moves: readonly { readonly cell: string; readonly people: number }[];
}

/** How many people of the agency a rule lets in. */
export interface EligibilityCount {
  readonly people: number;
  readonly eligible: number;
  /** People who fail a demand; one who fails two is counted in both. */
  readonly shortfalls: readonly { readonly code: EligibilityCode; readonly people: number }[];
}

/** Seats of a year above the cohorts. */
export interface AllocationRow {
  readonly id: string;
  readonly academyId: string;
  readonly academyCode: string;
  readonly academyName: string;
  readonly programmeId: string | null;
  readonly programmeName: string | null;
  /** Null for all agencies. */
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly year: number;
  readonly seats: number;
  readonly taken: number;
  readonly ceiling: boolean;
  /** Seats that are given on to single agencies out of this one. */
  readonly shared: number;
  readonly version: number;
  readonly mayChange: boolean;
}

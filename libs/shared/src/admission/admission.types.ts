import type { EmploymentKind, PositionKind } from '../person/index.js';

/** How a participant comes into a cohort: at once, by the organiser, by agency and organiser, or by applying. */
export const admissionRoutes = ['none', 'one_step', 'two_steps', 'self'] as const;
export type AdmissionRoute = (typeof admissionRoutes)[number];

/** What an applicant passes before the decision: papers, and a test of the substance. */
export const selectionSteps = ['administration', 'substance'] as const;
export type SelectionStep = (typeof selectionSteps)[number];

/** Columns of the quota matrix: the echelon, or none. */
export const quotaBands = ['I', 'II', 'III', 'IV', 'V', 'NONE'] as const;
export type QuotaBand = (typeof quotaBands)[number];

/** Who may come. A list that is absent or empty asks for nothing. Kept as JSON in `admission.eligibility`. */
export interface EligibilityRule {
  readonly positionKinds?: readonly PositionKind[];
  readonly bands?: readonly QuotaBand[];
  readonly employmentKinds?: readonly EmploymentKind[];
  /** Units, each with all below it. */
  readonly unitIds?: readonly string[];
  /** Official codes; a province or a city covers all codes below it. */
  readonly regionCodes?: readonly string[];
  /** Years that must have passed since the end of the last training in the same programme. */
  readonly notTrainedYears?: number | null;
  /** Programmes that must have been graduated from before. */
  readonly prerequisiteProgrammeIds?: readonly string[];
}

/** A person as eligibility looks at one, on the first day of the cohort. */
export interface EligibilityFacts {
  /** ISO date: the first day of the cohort. */
  readonly on: string;
  readonly positionKind: PositionKind | null;
  readonly eselon: string | null;
  readonly employmentKind: EmploymentKind | null;
  /** Ids from the root to the unit, `/a/b/`; empty for people without one. */
  readonly unitPath: string;
  readonly regionCode: string | null;
  /** ISO date on which the last training in the same programme ended; null when there was none. */
  readonly lastTrainedOn: string | null;
  /** Programmes that the person has graduated from. */
  readonly completedProgrammeIds: readonly string[];
}

export const eligibilityCodes = ['positionKind', 'band', 'employmentKind', 'unit', 'region', 'trainedRecently', 'prerequisite'] as const;
export type EligibilityCode = (typeof eligibilityCodes)[number];

/** One demand that a person does not meet, with what its sentence needs. */
export interface EligibilityShortfall {
  readonly code: EligibilityCode;
  readonly facts: {
    /** What the person has; null for nothing. */
    readonly has: string | null;
    /** What the rule asks for: codes or ids. */
    readonly wanted: readonly string[];
    /** ISO date from which the person may come again; only for `trainedRecently`. */
    readonly from?: string;
  };
}

/** A cell of the matrix unit × band. No unit: any unit; no band: any band; neither: the reserve. */
export interface QuotaCell {
  readonly id: string;
  readonly unitId: string | null;
  /** Path of the unit; null with it. */
  readonly unitPath: string | null;
  readonly band: QuotaBand | null;
  readonly seats: number;
  readonly taken: number;
}

/** Whether a seat may come from the reserve: after the cells of one's own, from nowhere else, or not at all. */
export type ReserveUse = 'last' | 'only' | 'never';

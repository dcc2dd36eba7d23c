import type { AdmissionRoute, EligibilityShortfall, SelectionStep } from '../admission/index.js';
import type { EnrolmentState } from '../enrolment/enrolment.types.js';

export const stepStandings = ['passed', 'missing', 'failed'] as const;
export type StepStanding = (typeof stepStandings)[number];

/** How a result came in. The quiz writes its own. */
export const resultSources = ['sheet', 'paste', 'quiz'] as const;
export type ResultSource = (typeof resultSources)[number];

/** What the organiser may decide about candidates. `reopen` takes a rejection back. */
export const selectionDecisions = ['approve', 'accept', 'waitlist', 'reject', 'reopen'] as const;
export type SelectionDecision = (typeof selectionDecisions)[number];

/** Why a decision about somebody is refused. */
export const selectionCodes = [
  'selection.unknown', 'selection.repeated', 'selection.decided', 'selection.agencyFirst', 'selection.agencyOnly', 'selection.movedUnit', 'selection.notEligible',
  'selection.stepMissing', 'selection.stepFailed',
] as const;
export type SelectionCode = (typeof selectionCodes)[number];

/** A refusal with the facts of its sentence. */
export interface SelectionBar {
  readonly code: SelectionCode;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The result of a step that is in force. */
export interface StepResult {
  readonly step: SelectionStep;
  /** Administration: whether the documents are in order. */
  readonly passed: boolean | null;
  /** Substance: 0 to 100. */
  readonly score: number | null;
}

/** What a cohort asks of its candidates. */
export interface StepDemand {
  readonly steps: readonly SelectionStep[];
  /** Least score of the substance step. */
  readonly passingScore: number;
}

/** What ranking looks at. */
export interface RankRecord {
  readonly enrolmentId: string;
  /** All steps together: failed when one is, missing when one is, else passed. */
  readonly standing: StepStanding;
  /** Trainings that the person finished before. */
  readonly trainings: number;
  readonly eselon: string | null;
  /** Place on the letter; null when the letter ranks nobody. */
  readonly nominationRank: number | null;
  /** ISO instant. */
  readonly nominatedAt: string;
}

/** A candidate as fairness of a choice sees one. */
export interface PoolRecord extends RankRecord {
  /** Candidates of one pool compete for the same seats. */
  readonly pool: string;
  /** Whether nothing but the order speaks against accepting this one. */
  readonly mayBeChosen: boolean;
}

/** A candidate as a decision looks at one. */
export interface SelectionRecord extends RankRecord {
  readonly state: EnrolmentState;
  readonly route: AdmissionRoute;
  /** Steps that are asked and not passed. */
  readonly openSteps: readonly { readonly step: SelectionStep; readonly standing: StepStanding }[];
  readonly shortfalls: readonly EligibilityShortfall[];
  /** The unit worked in today when it is not of those that sent the letter; null when it is. */
  readonly movedTo: string | null;
  /** Whether the caller may approve for the person's agency. */
  readonly mayApprove: boolean;
  /** Name behind the last move and its ISO instant. */
  readonly movedBy: string | null;
  readonly movedAt: string;
}

/** Somebody chosen before others who rank higher. */
export interface OutOfOrder {
  readonly enrolmentId: string;
  readonly rank: number;
  /** Those passed over, the highest rank first. */
  readonly passedOver: readonly string[];
}

/** A candidate as the fairness view counts one. Null where it is not known. */
export interface FairnessRecord {
  readonly unit: string | null;
  readonly band: string;
  readonly gender: 'L' | 'P' | null;
  readonly trainings: number;
  readonly state: EnrolmentState;
}

export const fairnessDimensions = ['unit', 'band', 'gender', 'trained'] as const;
export type FairnessDimension = (typeof fairnessDimensions)[number];

/** One bar: how many of a group were nominated, how many chosen. */
export interface FairnessLine {
  /** Name of the unit, the band, `L`, `P`, `never`, `before`, or empty for not known. */
  readonly group: string;
  readonly nominated: number;
  readonly chosen: number;
  /** Share of this group among all nominated and among all chosen, in percent. */
  readonly nominatedShare: number;
  readonly chosenShare: number;
}

export type Fairness = Readonly<Record<FairnessDimension, readonly FairnessLine[]>>;

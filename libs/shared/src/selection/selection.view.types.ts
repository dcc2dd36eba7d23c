import type { AdmissionRoute, EligibilityShortfall, QuotaBand, SelectionStep } from '../admission/index.js';
import type { EnrolmentState, MoveReason } from '../enrolment/index.js';
import type { Page, Zone } from '../platform/index.js';
import type { Fairness, ResultSource, SelectionBar, SelectionDecision, StepStanding } from './selection.types.js';

/** A step as the list shows it. */
export interface StepView {
  readonly step: SelectionStep;
  readonly standing: StepStanding;
  /** The result in force; null when there is none. */
  readonly resultId: string | null;
  readonly score: number | null;
  readonly note: string;
  readonly source: ResultSource | null;
}

/** A cell of the matrix with what is left of it. */
export interface CellView {
  readonly id: string;
  /** Null: any unit. */
  readonly unitName: string | null;
  /** Null: any band. */
  readonly band: QuotaBand | null;
  readonly seats: number;
  readonly left: number;
}

/** A candidate as the organiser's list shows one. */
export interface SelectionRow {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
  readonly nip: string | null;
  readonly positionName: string | null;
  readonly eselon: string | null;
  readonly band: QuotaBand;
  readonly unitName: string | null;
  readonly agencyName: string;
  readonly state: EnrolmentState;
  readonly stateAt: string;
  readonly stateCode: MoveReason | null;
  readonly stateReason: string | null;
  /** Place in the order of choosing among all candidates of the cohort. */
  readonly rank: number;
  readonly letterNumber: string | null;
  readonly letterOn: string | null;
  readonly nominationRank: number | null;
  readonly shortfalls: readonly EligibilityShortfall[];
  /** The unit worked in today, when it did not send the letter. */
  readonly movedTo: string | null;
  readonly steps: readonly StepView[];
  /** The cell tried first, and seats left in all that may be drawn from; null without a matrix or a cell that fits. */
  readonly cell: CellView | null;
  readonly seatsLeft: number;
  readonly otherCohorts: readonly string[];
  readonly trainings: number;
  readonly lastTrainedOn: string | null;
}

/** What the whole page needs beside the rows. */
export interface SelectionOverview {
  readonly route: AdmissionRoute;
  readonly steps: readonly SelectionStep[];
  readonly passingScore: number;
  readonly zone: Zone;
  readonly capacity: number;
  readonly seatsLeft: number;
  readonly cells: readonly CellView[];
  readonly counts: Readonly<Partial<Record<EnrolmentState, number>>>;
  /** Units that candidates come from. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly fairness: Fairness;
  /** Names for the ids in eligibility: units and programmes. */
  readonly names: Readonly<Record<string, string>>;
  /** What this cohort lets the organiser decide. */
  readonly allowedDecisions: readonly SelectionDecision[];
}

export type SelectionPage = Page<SelectionRow>;

/** Somebody about whom the decision is refused. */
export interface RefusedCandidate {
  readonly enrolmentId: string;
  readonly name: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A number of seats before and after. */
export interface SeatChange {
  readonly id: string;
  readonly name: string | null;
  readonly band: QuotaBand | null;
  readonly seats: number;
  readonly leftBefore: number;
  readonly leftAfter: number;
}

/** Somebody chosen before others. */
export interface OutOfOrderView {
  readonly enrolmentId: string;
  readonly name: string;
  readonly rank: number;
  /** How many are passed over, and the names of the first few. */
  readonly passedOver: number;
  readonly names: readonly string[];
}

/** What a decision would do; nothing is stored. */
export interface SelectionPreview {
  readonly decision: SelectionDecision;
  readonly asked: number;
  /** People who would be moved as asked, and those who would wait because seats run out. */
  readonly chosen: number;
  readonly waitlisted: number;
  readonly refused: readonly RefusedCandidate[];
  /** People for whom no seat is left; the decision is refused while there are any, unless they wait. */
  readonly short: readonly RefusedCandidate[];
  readonly cohort: SeatChange;
  readonly cells: readonly SeatChange[];
  readonly classes: readonly SeatChange[];
  readonly clashes: readonly { readonly enrolmentId: string; readonly name: string; readonly cohorts: readonly string[] }[];
  readonly outOfOrder: readonly OutOfOrderView[];
  readonly fairness: Fairness;
  /** ISO instant at which this was true. */
  readonly seenAt: string;
}

/** What became of one person. */
export interface SelectionAnswer {
  readonly enrolmentId: string;
  readonly outcome: EnrolmentState | 'refused';
  readonly bar: Pick<SelectionBar, 'facts'> & { readonly code: string } | null;
}

/** What became of all, in the order asked. */
export interface SelectionReport {
  readonly rows: readonly SelectionAnswer[];
  readonly moved: number;
  readonly waitlisted: number;
  readonly refused: readonly RefusedCandidate[];
  readonly seatsLeft: number;
}

/** What became of one result. */
export interface StepResultAnswer {
  readonly enrolmentId: string;
  readonly step: SelectionStep;
  readonly outcome: 'saved' | 'unchanged' | 'refused';
  readonly code: string | null;
  /** The result in force afterwards. */
  readonly current: StepView | null;
}

/** Minutes as listed. */
export interface MinutesRow {
  readonly id: string;
  readonly number: string;
  readonly createdAt: string;
  readonly createdByName: string | null;
  readonly candidates: number;
  readonly outOfOrder: number;
}

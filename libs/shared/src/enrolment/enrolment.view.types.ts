import type { DutyStatus, EmploymentKind, PositionKind } from '../person/index.js';
import type { IntakeCode, IntakeOutcome } from './intake.rules.js';
import type { QuotaBand } from '../admission/index.js';
import type { EnrolmentState } from './enrolment.types.js';
import type { MoveReason } from './move.types.js';

/** A participant as the table of a cohort shows one. Employment facts are those that held when the cohort began. */
export interface ParticipantRow {
  readonly id: string;
  readonly personId: string;
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
  readonly nip: string | null;
  readonly employmentKind: EmploymentKind | null;
  readonly positionKind: PositionKind | null;
  readonly positionName: string | null;
  readonly eselon: string | null;
  readonly unitName: string | null;
  readonly opdName: string | null;
  readonly agencyName: string;
  readonly classId: string | null;
  readonly className: string | null;
  readonly state: EnrolmentState;
  readonly stateReason: string | null;
  readonly stateCode: MoveReason | null;
  /** Where the seat comes from; both null for the reserve. Null without a matrix or a seat. */
  readonly quota: { readonly unitName: string | null; readonly band: QuotaBand | null } | null;
  /** JP attended in mandatory sessions so far. */
  readonly attendedLessonHours: number;
}

/** Someone who may be taken into a cohort. */
export interface CandidateRow {
  readonly personId: string;
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
  readonly nip: string | null;
  readonly employmentKind: EmploymentKind | null;
  readonly positionName: string | null;
  readonly eselon: string | null;
  readonly unitName: string | null;
  readonly opdName: string | null;
  readonly agencyName: string;
  /** Standing in this cohort of somebody who may come back; null for everybody else. */
  readonly state: EnrolmentState | null;
  readonly dutyStatus: DutyStatus | null;
  /** Names of cohorts with overlapping dates in which the person holds a seat. */
  readonly otherCohorts: readonly string[];
}

/** What became of one person of a bulk call. */
export interface IntakeAnswer {
  readonly personId: string;
  readonly outcome: IntakeOutcome;
  /** Why not; only on refused rows. */
  readonly code?: IntakeCode;
  readonly enrolmentId?: string;
}

/** What became of all, in the order asked. */
export interface IntakeReport {
  readonly rows: readonly IntakeAnswer[];
  readonly accepted: number;
  readonly waitlisted: number;
  readonly refused: number;
  readonly seatsLeft: number;
}

/** One move of a participant, as noted. */
export interface MoveLine {
  readonly id: string;
  /** `new` before the first. */
  readonly from: EnrolmentState | 'new';
  readonly to: EnrolmentState;
  readonly code: MoveReason | null;
  readonly reason: string | null;
  /** ISO instant. */
  readonly at: string;
  /** Who did it; null for the program itself. */
  readonly by: string | null;
  /** For whom a deputy did it. */
  readonly onBehalfOf: string | null;
}

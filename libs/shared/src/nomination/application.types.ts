import type { AdmissionRoute, EligibilityShortfall, SelectionStep } from '../admission/index.js';
import type { EnrolmentState } from '../enrolment/index.js';
import type { Zone } from '../platform/locale.types.js';
import type { NominationWindow } from './nomination.types.js';

/** The way of somebody into a cohort, step by step. */
export const applicationStepCodes = ['sent', 'agency', 'administration', 'substance', 'organiser', 'seat'] as const;
export type ApplicationStepCode = (typeof applicationStepCodes)[number];

/** `now`: somebody is at it; `stopped`: it no longer comes to it. */
export const stepStates = ['done', 'now', 'ahead', 'failed', 'stopped'] as const;
export type StepState = (typeof stepStates)[number];

export interface ApplicationStep {
  readonly code: ApplicationStepCode;
  readonly state: StepState;
  /** ISO instant at which it was done or failed; null when it was not, or nobody noted it. */
  readonly at: string | null;
}

/** A move of the applicant, oldest first. */
export interface NotedMove {
  readonly from: EnrolmentState | 'new';
  readonly to: EnrolmentState;
  /** ISO instant. */
  readonly at: string;
}

/** What the steps of an applicant follow from. */
export interface ApplicationRecord {
  readonly route: AdmissionRoute;
  readonly steps: readonly SelectionStep[];
  /** Steps with a result: whether it was passed, and when it was noted. */
  readonly results: readonly { readonly step: SelectionStep; readonly passed: boolean; readonly at: string | null }[];
  readonly state: EnrolmentState;
  readonly moves: readonly NotedMove[];
}

/** A cohort that one may apply to. */
export interface CohortToApply {
  readonly id: string;
  readonly name: string;
  readonly programmeName: string;
  readonly agencyName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: Zone;
  readonly venueName: string;
  readonly venueCity: string;
  readonly free: number;
  readonly steps: readonly SelectionStep[];
  /** Local days of the window; null for no limit. */
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly window: NominationWindow;
  /** Why one may not apply, with the names of what it asks for; empty when one may. */
  readonly shortfalls: readonly { readonly shortfall: EligibilityShortfall; readonly names: readonly string[] }[];
}

/** One's own way into a cohort, as applicant or sent by the agency. */
export interface ApplicationStatus {
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly programmeName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: Zone;
  readonly venueName: string;
  readonly venueCity: string;
  readonly state: EnrolmentState;
  readonly stateReason: string | null;
  readonly stateCode: string | null;
  /** The agency's letter, when one was sent by it: who sent it, and for whom. */
  readonly sentBy: { readonly agencyName: string; readonly authorName: string; readonly onBehalfOfName: string | null } | null;
  readonly steps: readonly ApplicationStep[];
}

/** All that concerns oneself: what one applied to or was sent to, newest first, and what is open. */
export interface Applications {
  readonly mine: readonly ApplicationStatus[];
  readonly open: readonly CohortToApply[];
}

import type { QuotaBand } from '../admission/index.js';
import type { EnrolmentState } from '../enrolment/index.js';
import type { Zone } from '../platform/index.js';

/** What a one-tap link is worth at a moment. */
export const linkStandings = ['open', 'used', 'expired', 'revoked'] as const;
export type LinkStanding = (typeof linkStandings)[number];

/** An account that may approve for the people of a nomination. */
export interface ApproverRecord {
  readonly accountId: string;
  readonly role: string;
  readonly scope: 'agency' | 'unit';
  /** Length of the unit's path, 0 for an agency: the longest is the nearest. */
  readonly depth: number;
}

/** Somebody who waits for approval, as the approver sees them. Never with a NIP: the page is public. */
export interface ApprovalPerson {
  readonly enrolmentId: string;
  readonly name: string;
  readonly positionName: string | null;
  readonly eselon: string | null;
  readonly unitName: string | null;
  readonly nominationRank: number | null;
  readonly state: EnrolmentState;
  /** Trainings finished before. */
  readonly trainings: number;
  /** Cohorts with overlapping dates in which the person holds a seat. */
  readonly otherCohorts: readonly string[];
}

/** Seats that the people of a link may draw from. */
export interface ApprovalCell {
  readonly unitName: string | null;
  readonly band: QuotaBand | null;
  readonly seats: number;
  readonly left: number;
}

/** The cohort that approval is asked for. */
export interface ApprovalCohort {
  readonly id: string;
  readonly name: string;
  readonly programmeName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: Zone;
  readonly venue: string;
  readonly capacity: number;
  readonly seatsLeft: number;
}

/** Everything that an approver needs to decide. */
export interface ApprovalSummary {
  readonly cohort: ApprovalCohort;
  readonly agencyName: string;
  readonly approverName: string;
  readonly nominatedBy: string | null;
  readonly letterNumber: string;
  readonly letterOn: string | null;
  /** ISO instant. */
  readonly expiresAt: string;
  readonly cells: readonly ApprovalCell[];
  readonly people: readonly ApprovalPerson[];
}

/** Why a browser is asked for the approver's NIP: somebody made the link by hand, or another browser opened it before. */
export const nipReasons = ['byHand', 'otherBrowser'] as const;
export type NipReason = (typeof nipReasons)[number];

/** What opening a link shows: the summary, or the question for the NIP. */
export interface ApprovalOpening {
  /** Null when nothing is asked. */
  readonly asksNip: NipReason | null;
  /** Null while the NIP is asked for. */
  readonly summary: ApprovalSummary | null;
}

/** What became of one person. */
export interface ApprovalAnswer {
  readonly enrolmentId: string;
  readonly outcome: 'approved' | 'rejected' | 'refused';
  /** Why not; null when decided. */
  readonly code: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A link as the organiser's list shows it. Its address is shown once, when it is made. */
export interface ApprovalLinkRow {
  readonly id: string;
  readonly approverName: string;
  readonly createdByName: string | null;
  readonly people: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly openedAt: string | null;
  /** Browsers from which it was opened. */
  readonly browsers: number;
  readonly usedAt: string | null;
  readonly standing: LinkStanding;
}

/** A link as made: the only time that its address can be read. */
export interface MadeApprovalLink {
  readonly id: string;
  readonly url: string;
  readonly approverName: string;
  readonly expiresAt: string;
  readonly people: number;
}

/** An account that links can be made for, and how many people wait for it. */
export interface ApproverChoice {
  readonly accountId: string;
  readonly name: string;
  readonly agencyName: string;
  readonly unitName: string | null;
  readonly waiting: number;
}

/** Nominees that wait for an approver who is signed in, by cohort. */
export interface ApprovalsWaiting {
  readonly cohort: ApprovalCohort;
  readonly cells: readonly ApprovalCell[];
  readonly people: readonly ApprovalPerson[];
}

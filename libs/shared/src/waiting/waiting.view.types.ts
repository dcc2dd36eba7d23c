import type { QuotaBand } from '../admission/index.js';
import type { EnrolmentState } from '../enrolment/enrolment.types.js';
import type { Zone } from '../platform/index.js';
import type { ReplacementRule } from './replacement.rules.js';
import type { OfferOutcome, OfferReason, PassOver } from './waiting.types.js';

/** Somebody on the waiting list, in its order, or with an offer that is open. */
export interface WaitingRow {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly positionName: string | null;
  readonly opdName: string | null;
  readonly band: QuotaBand;
  readonly state: Extract<EnrolmentState, 'waitlisted' | 'offered'>;
  /** Place in the whole list from 1; null while a seat is offered. */
  readonly place: number | null;
  /** Place among those of the same OPD. */
  readonly placeInUnit: number | null;
  readonly selectionRank: number | null;
  readonly nominationRank: number | null;
  readonly trained: boolean;
  readonly waitingSince: string;
  readonly passOver: readonly PassOver[];
  /** Whether a seat is free that this person could take now. */
  readonly seatFree: boolean;
  readonly offer: { readonly id: string; readonly expiresAt: string } | null;
}

/** A line of the log: an offer that was made, why to this person, and what came of it. */
export interface OfferLine {
  readonly id: string;
  readonly enrolmentId: string;
  readonly name: string;
  readonly opdName: string | null;
  readonly offeredAt: string;
  readonly expiresAt: string;
  readonly why: OfferReason;
  readonly outcome: OfferOutcome;
  readonly answeredAt: string | null;
}

/** The waiting list of a cohort. */
export interface WaitingList {
  readonly zone: Zone;
  /** Seats that nobody holds or was offered; of the matrix where there is one. */
  readonly seatsFree: number;
  readonly capacity: number;
  readonly offerHours: number;
  readonly cutOffOn: string | null;
  /** Whether the next one is promoted without the organiser. */
  readonly promotesBySelf: boolean;
  readonly rows: readonly WaitingRow[];
  readonly log: readonly OfferLine[];
  readonly allowedOperations: readonly ('offer')[];
}

/** An offer as the person it was made to sees it. */
export interface MyOffer {
  readonly id: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly programmeName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: Zone;
  readonly venueName: string;
  readonly venueCity: string;
  readonly offeredAt: string;
  readonly expiresAt: string;
  /** Server time of the answer, so that a wrong device clock counts down rightly. */
  readonly now: string;
  readonly why: OfferReason;
  readonly outcome: OfferOutcome;
}

/** What a replacement of this participant would mean today. */
export interface ReplacementView {
  readonly enrolmentId: string;
  readonly name: string;
  readonly cohortName: string;
  readonly rule: ReplacementRule;
  readonly cutOffOn: string | null;
  /** The cell in words, whose seat it stays; null without a matrix or for the reserve. */
  readonly cell: string | null;
  /** Waiting people who come first for a seat of the reserve. */
  readonly claims: number;
  /** Whether a reason passes over those claims. */
  readonly mayOverride: boolean;
}

/** Somebody who may take over. */
export interface ReplacementCandidate {
  readonly personId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly positionName: string | null;
  readonly eselon: string | null;
  readonly opdName: string | null;
  readonly trained: boolean;
  readonly onLeave: boolean;
  readonly otherCohort: string | null;
}

import type { QuotaBand } from '../admission/index.js';

/** Why somebody on the waiting list is passed over when a seat comes free. */
export const passOverCodes = ['notEligible', 'onLeave', 'clash', 'lapsed', 'classFull', 'allocationFull', 'noCell'] as const;
export type PassOverCode = (typeof passOverCodes)[number];

/** A reason with the facts that its wording needs. */
export interface PassOver {
  readonly code: PassOverCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Somebody on the waiting list, with all that decides about the turn. */
export interface WaitingPerson {
  readonly enrolmentId: string;
  /** Ids from the root to the unit, `/a/b/`; empty for people without one. */
  readonly unitPath: string;
  readonly band: QuotaBand;
  /** Place in the result of the selection; null where there was none. */
  readonly selectionRank: number | null;
  /** Place in the agency's letter. */
  readonly nominationRank: number | null;
  /** Whether the person has graduated from the programme before. */
  readonly trained: boolean;
  /** ISO instant of the last move onto the waiting list. */
  readonly waitingSince: string;
  readonly passOver: readonly PassOver[];
}

/** How near somebody is to a seat that came free, nearest first. `open`: the cohort has no matrix. */
export const seatTiers = ['open', 'cell', 'unit', 'band', 'reserve'] as const;
export type SeatTier = (typeof seatTiers)[number];

/** What put the chosen one before the next of the same tier. */
export const decisiveCodes = ['alone', 'selectionRank', 'nominationRank', 'neverTrained', 'waiting'] as const;
export type DecisiveCode = (typeof decisiveCodes)[number];

export interface PassedOver {
  readonly enrolmentId: string;
  readonly reasons: readonly PassOver[];
}

/** Whose turn it is. */
export interface Choice {
  readonly enrolmentId: string;
  readonly tier: SeatTier;
  readonly decisive: DecisiveCode;
}

export interface Promotion {
  /** Null when nobody who waits can take the seat. */
  readonly chosen: Choice | null;
  /** Those whose turn would have come before, in their order, and why they were passed over. */
  readonly passedOver: readonly PassedOver[];
}

/** What is stored with an offer: why this person, in codes and facts that stay true. */
export interface OfferReason {
  readonly by: 'rule' | 'hand';
  readonly tier: SeatTier;
  readonly decisive: DecisiveCode | null;
  /** The cell that came free, in words as of then; null without a matrix. */
  readonly cell: { readonly unitName: string | null; readonly band: QuotaBand | null } | null;
  readonly rank: number | null;
  readonly waitingSince: string;
  /** How many were waiting then. */
  readonly waiting: number;
  readonly passedOver: readonly (PassedOver & { readonly name: string })[];
  /** The organiser's reason for choosing out of order. */
  readonly note: string | null;
}

/** What came of an offer. */
export const offerOutcomes = ['open', 'accepted', 'declined', 'lapsed'] as const;
export type OfferOutcome = (typeof offerOutcomes)[number];

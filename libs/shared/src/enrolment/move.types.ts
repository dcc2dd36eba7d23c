import type { EligibilityShortfall, QuotaBand, QuotaCell } from '../admission/index.js';
import type { CohortState } from '../cohort/index.js';
import type { EnrolmentState } from './enrolment.types.js';

/** Why a participant was moved; each is a sentence in `moveReasonLabels`. `other` wants words of its own. */
export const moveReasons = [
  'ill', 'bereavement', 'otherDuty', 'agencyWithdrew', 'movedUnit', 'ownWish', 'notEligible', 'papersIncomplete', 'testFailed', 'noSeat', 'outOfOrder', 'offerLapsed', 'replaced', 'other',
] as const;
export type MoveReason = (typeof moveReasons)[number];

/** Reasons that may be chosen for leaving, by the state that somebody leaves to. */
export const reasonsToLeave = {
  rejected: ['notEligible', 'papersIncomplete', 'testFailed', 'noSeat', 'movedUnit', 'other'],
  withdrawn: ['ill', 'bereavement', 'otherDuty', 'agencyWithdrew', 'movedUnit', 'ownWish', 'offerLapsed', 'replaced', 'other'],
} as const satisfies Record<string, readonly MoveReason[]>;

/** Why a move is refused. */
export const moveCodes = [
  'enrolment.unknown', 'enrolment.repeated', 'enrolment.noSuchMove', 'enrolment.reasonMissing', 'enrolment.certified', 'cohort.over', 'enrolment.closed', 'enrolment.notEligible',
  'enrolment.classUnknown', 'enrolment.replacesUnknown', 'enrolment.full', 'enrolment.classFull', 'enrolment.quotaFull', 'enrolment.allocationFull', 'enrolment.others',
] as const;
export type MoveCode = (typeof moveCodes)[number];

/** A participant, or somebody who becomes one, as the decision looks at them. */
export interface MovingParticipant {
  /** `new` for somebody who is not in the cohort yet. */
  readonly state: EnrolmentState | 'new';
  readonly classId: string | null;
  /** Ids from the root to the unit; empty for people without one. */
  readonly unitPath: string;
  readonly band: QuotaBand;
  /** Whose share of an allocation the seat counts in. */
  readonly agencyId: string;
  /** Whether a certificate is in force. */
  readonly certified: boolean;
  /** Demands of the cohort that are not met. */
  readonly shortfalls: readonly EligibilityShortfall[];
  /** The cell that the seat draws from, or drew from last. */
  readonly quotaId: string | null;
  /** Whether somebody else took this seat over already. */
  readonly replaced: boolean;
}

/** Seats above the cohort that nobody may exceed. */
export interface CeilingFact {
  readonly id: string;
  /** Null when it holds for all agencies. */
  readonly agencyId: string | null;
  readonly seats: number;
  readonly taken: number;
}

/** Seats that are free, and what they are divided into. */
export interface SeatFacts {
  readonly cohort: number;
  /** By id of the class. */
  readonly classes: Readonly<Record<string, number>>;
  /** Empty for a cohort without a matrix. */
  readonly cells: readonly QuotaCell[];
  readonly ceilings: readonly CeilingFact[];
}

/** All that a decision about moves looks at. */
export interface MoveFacts {
  readonly state: CohortState;
  readonly seats: SeatFacts;
  /** By id of the enrolment; by id of the person for those who are new. */
  readonly participants: Readonly<Record<string, MovingParticipant>>;
}

/** One move that somebody asks for. */
export interface AskedMove {
  readonly enrolmentId: string;
  readonly to: EnrolmentState;
  readonly code?: MoveReason | null;
  readonly reason?: string | null;
  /** Facts to keep with the move. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** True: the seat comes from the reserve alone; false: never from it; absent: from the reserve when the own cells are full. */
  readonly useReserve?: boolean;
  /** The enrolment of the withdrawn participant whose seat this one takes over. */
  readonly replaces?: string | null;
  /** The class to place in; absent keeps the class. */
  readonly classId?: string | null;
  /** What becomes of somebody for whom no seat is left; absent: refused. */
  readonly whenFull?: 'waitlisted';
  /** Whether somebody rejected or withdrawn is nominated again on the way. */
  readonly again?: boolean;
}

/** What becomes of one move, in the order asked. */
export interface MoveOutcome {
  readonly enrolmentId: string;
  readonly outcome: 'moved' | 'refused';
  readonly from: EnrolmentState | 'new' | null;
  readonly to: EnrolmentState;
  /** A state passed through on the way. */
  readonly via: 'nominated' | null;
  readonly classId: string | null;
  /** The cell of the seat held afterwards; null without a matrix or seat. */
  readonly quotaId: string | null;
  /** Why not; null when moved. */
  readonly code: MoveCode | null;
  /** Facts for the sentence of the code. */
  readonly facts: Readonly<Record<string, unknown>>;
}

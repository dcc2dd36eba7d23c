import type { SessionAttendance } from '../attendance/index.js';
import type { Zone } from '../platform/locale.types.js';

/** What still stands between a session and its closing. */
export const closingBlocks = ['notOver', 'unmarked', 'flags', 'devices', 'absences'] as const;
export type ClosingBlock = (typeof closingBlocks)[number];

/** Where a session stands in its day. */
export type DayMoment = 'cancelled' | 'closed' | 'over' | 'now' | 'next' | 'later';

/** What is known of a session on its day, as loaded. */
export interface DaySessionFacts extends SessionAttendance {
  /** The window of check-in; null while none was opened. */
  readonly opening: { readonly opensAt: string; readonly closesAt: string } | null;
  /** Check-ins that a person should look at. */
  readonly openFlags: number;
  /** Statements of kiosks that the program could not settle. */
  readonly deviceQuestions: number;
  /** People that kiosks noted who are no participants. */
  readonly walkIns: number;
  /** Requests to be away that nobody decided. */
  readonly openAbsences: number;
}

/** One thing to do before a session closes. */
export interface ClosingNeed {
  readonly block: ClosingBlock;
  readonly count: number;
}

export interface DaySession extends DaySessionFacts {
  readonly moment: DayMoment;
  readonly needs: readonly ClosingNeed[];
}

/** A day of a cohort, for those who run it. */
export interface CohortDay {
  /** Local to the cohort's zone. */
  readonly date: string;
  readonly zone: Zone;
  /** ISO instant at which this was told. */
  readonly now: string;
  /** The nearest days before and after that have sessions; null without any. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly sessions: readonly DaySession[];
  /** Messages of the cohort made on this day, by what became of them. */
  readonly messages: { readonly waiting: number; readonly sent: number; readonly failed: number };
  /** Marks changed after their session was closed, on this day. */
  readonly corrections: number;
}

/** Somebody who came without being a participant, taken in and marked. */
export interface WalkInResult {
  readonly enrolmentId: string;
  /** False when they were a participant already. */
  readonly enrolled: boolean;
}

import type { ParticipantFacts } from '../attendance/marking.types.js';
import type { ScoreComponent } from '../graduation/graduation.types.js';

/** The score in force of a participant in a component: nothing supersedes it. */
export interface ScoreInForce {
  readonly id: string;
  /** 0–100. */
  readonly value: number;
  readonly reason: string | null;
  /** ISO instant. */
  readonly recordedAt: string;
  readonly recordedBy: string | null;
}

/** What somebody wants to score, and which score they saw before. */
export interface ScoreWish {
  readonly enrolmentId: string;
  readonly component: string;
  readonly value: number;
  /** The score that this one corrects; null when none was seen. */
  readonly supersedes: string | null;
  readonly reason?: string;
}

/** What a wish is judged against. */
export interface ScoringFacts {
  readonly components: readonly ScoreComponent[];
  readonly cohortCompleted: boolean;
  readonly belongs: boolean;
  readonly current: ScoreInForce | null;
}

export type ScoreRefusal = 'assessment.notParticipant' | 'assessment.noSuchComponent' | 'assessment.reasonNeeded' | 'assessment.twiceInRequest';

/** What becomes of a wish. */
export type ScoreDecision =
  | { readonly outcome: 'saved' | 'unchanged' | 'conflict' }
  | { readonly outcome: 'refused'; readonly code: ScoreRefusal };

/** Answer for one score of a call that saves many. */
export interface ScoreAnswer {
  readonly enrolmentId: string;
  readonly component: string;
  readonly outcome: ScoreDecision['outcome'];
  /** Why it was refused; else null. */
  readonly code: ScoreRefusal | null;
  /** The score in force after the call; null while there is none. */
  readonly current: ScoreInForce | null;
}

export interface ScoreRow extends ParticipantFacts {
  /** Component code to score; what was not judged is absent, never 0. */
  readonly scores: Readonly<Record<string, ScoreInForce>>;
  /** Weighted; null while a component that counts is missing. */
  readonly finalScore: number | null;
}

/** The scores of a cohort: one column per component, one page of participants. */
export interface ScoreGrid {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly components: readonly ScoreComponent[];
  /** 0–100; null when no final score is demanded. */
  readonly minFinalScore: number | null;
  /** Whether the cohort is over: corrections then need a reason. */
  readonly cohortCompleted: boolean;
  /** Whether the reader may score; the server decides again. */
  readonly mayScore: boolean;
  readonly rows: readonly ScoreRow[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

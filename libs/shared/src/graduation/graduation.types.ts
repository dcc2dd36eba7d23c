/** What a curriculum demands for graduation. Stored as `curriculum.criteria`; its version is the curriculum's. */
export interface GraduationCriteria {
  /** Least share of all planned mandatory JP that must be attended, 0–100; null when attendance does not count. */
  readonly minAttendancePercent: number | null;
  /** Whether permitted, sick and on-duty absences are taken out of the denominator. */
  readonly excusedLeavesDenominator: boolean;
  /** Whether every required activity of every module must be completed. */
  readonly allModules: boolean;
  /** Scored components; weights sum to 100. Empty when nothing is scored. */
  readonly components: readonly ScoreComponent[];
  /** Least weighted final score, 0–100; null when no score counts. */
  readonly minFinalScore: number | null;
  /** Predicate bands, highest first; empty when none is printed. */
  readonly predicates: readonly PredicateBand[];
  /** Outcome of those who meet everything: `graduated` (Lulus) or `attended` (Telah Mengikuti). */
  readonly outcome: 'graduated' | 'attended';
}

export interface ScoreComponent {
  readonly code: string;
  readonly title: string;
  /** Share of the final score, 0–100. A component of weight 0 is shown but does not count. */
  readonly weight: number;
  /** Least score of this component alone, 0–100, or null. */
  readonly minScore: number | null;
}

export interface PredicateBand {
  /** Lower bound of the final score, inclusive. */
  readonly from: number;
  readonly title: string;
}

/** A planned mandatory session with what is known of one participant. JP throughout. */
export interface SessionRecord {
  readonly sessionId: string;
  readonly plannedLessonHours: number;
  readonly attendedLessonHours: number;
  readonly mark: 'present' | 'late' | 'permitted' | 'sick' | 'on_duty' | 'absent' | null;
  /** Whether more can still be attended: not closed, and either unmarked or missed so far and not over. */
  readonly stillOpen: boolean;
}

/** Everything a decision is taken from, as loaded. Stored with the decision. */
export interface ParticipantRecord {
  readonly sessions: readonly SessionRecord[];
  readonly requiredActivities: number;
  readonly completedActivities: number;
  /** Component code to score; a component not yet judged is absent, never 0. */
  readonly scores: Readonly<Record<string, number>>;
}

export type CriterionState = 'met' | 'unmet' | 'not_judged' | 'still_possible' | 'impossible';

/** Result of one criterion: a value, its threshold and a state, worded by `graduation.labels`. */
export interface CriterionResult {
  readonly criterion: 'attendance' | 'modules' | 'score' | 'component';
  /** Component code for `component`, else null. */
  readonly component: string | null;
  readonly title: string | null;
  readonly state: CriterionState;
  /** Reached so far: percent, count or score; null when nothing is known. */
  readonly value: number | null;
  readonly threshold: number;
  /** JP attended and planned for attendance; done and required for modules; else null. */
  readonly reached: number | null;
  readonly planned: number | null;
}

export type GraduationOutcome = 'graduated' | 'attended' | 'failed';

export interface GraduationDecision {
  /** True when every criterion is met. */
  readonly graduates: boolean;
  /** True when some criterion can still change: deciding now would be early. */
  readonly early: boolean;
  readonly outcome: GraduationOutcome;
  readonly finalScore: number | null;
  readonly predicate: string | null;
  readonly results: readonly CriterionResult[];
}

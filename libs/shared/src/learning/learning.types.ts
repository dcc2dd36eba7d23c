import type { CohortState } from '../cohort/cohort.types.js';
import type { ActivityKind } from '../programme/programme.types.js';
import type { Zone } from '../platform/locale.types.js';

export type ActivityState = 'locked' | 'open' | 'done';

/** Why a module cannot be opened yet. */
export type LockReason =
  | { readonly code: 'notStarted'; readonly startsOn: string }
  | { readonly code: 'previousModule'; readonly moduleId: string; readonly title: string; readonly left: number };

/** Where to go on: a share of the page's length, a page of a PDF, a second of a video. */
export interface ResumePoint {
  readonly scroll?: number;
  readonly page?: number;
  readonly second?: number;
}

/** A module with what one participant did, as loaded. */
export interface ModuleRecord {
  readonly id: string;
  readonly title: string;
  readonly activities: readonly { readonly id: string; readonly required: boolean; readonly completed: boolean }[];
}

/** What the rule decides of a module. */
export interface ModuleStanding {
  readonly moduleId: string;
  readonly state: ActivityState;
  readonly lock: LockReason | null;
  readonly required: number;
  readonly completed: number;
  readonly activities: Readonly<Record<string, ActivityState>>;
}

/** Whether anything may be learnt now. */
export interface LearningTime {
  readonly cohortState: CohortState;
  /** ISO date, local to the cohort. */
  readonly startsOn: string;
  /** ISO date of today in the cohort's zone. */
  readonly today: string;
}

/** A cohort that the reader takes. */
export interface MyLearningRow {
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly cohortState: CohortState;
  readonly programmeName: string;
  readonly academyCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: Zone;
  readonly lessonHours: number;
  readonly required: number;
  readonly completed: number;
  /** The activity to go on with: the one last opened and not done, else the first open one. */
  readonly next: { readonly activityId: string; readonly title: string; readonly moduleTitle: string } | null;
}

export interface LearningActivity {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly required: boolean;
  readonly state: ActivityState;
  readonly opened: boolean;
  /** ISO instant, or null. */
  readonly completedAt: string | null;
}

export interface LearningModule {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  readonly lessonHours: number;
  readonly state: ActivityState;
  readonly lock: LockReason | null;
  readonly required: number;
  readonly completed: number;
  readonly activities: readonly LearningActivity[];
}

/** Everything that a participant learns in a cohort. */
export interface LearningTree extends MyLearningRow {
  /** Whether completing still counts: false before the cohort begins and after it ends. */
  readonly open: boolean;
  readonly modules: readonly LearningModule[];
}

/** One activity, ready to be read. */
export interface OpenedActivity {
  readonly id: string;
  readonly enrolmentId: string;
  readonly cohortName: string;
  readonly moduleTitle: string;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly required: boolean;
  /** Sanitized HTML of a page, else null. */
  readonly html: string | null;
  readonly file: { readonly id: string; readonly name: string; readonly mediaType: string; readonly bytes: number } | null;
  readonly resumeAt: ResumePoint;
  readonly completedAt: string | null;
  /** Whether completing still counts. */
  readonly open: boolean;
  readonly previousId: string | null;
  /** The activity after this one, when there is one; it may still be locked. */
  readonly nextId: string | null;
}

/** What a stored step of a participant looks like afterwards. */
export interface StoredProgress {
  readonly resumeAt: ResumePoint;
  readonly completedAt: string | null;
  /** The next activity that is open now, or null at the end. */
  readonly nextId: string | null;
}

/** A participant's row of the progress of a cohort. */
export interface CohortProgressRow {
  readonly enrolmentId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly className: string | null;
  readonly required: number;
  readonly completed: number;
  /** ISO instant of the last step, or null. */
  readonly lastStepAt: string | null;
  /** Required activities done per module id. */
  readonly modules: Readonly<Record<string, number>>;
}

/** The modules of a cohort, as headings of its progress. */
export interface ProgressHeading {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly required: number;
}

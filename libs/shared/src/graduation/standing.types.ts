import type { AttendanceMark, AttendanceSummary } from '../attendance/attendance.types.js';
import type { ParticipantFacts } from '../attendance/marking.types.js';
import type { Zone } from '../platform/locale.types.js';
import type { CriterionResult, GraduationCriteria, GraduationDecision, GraduationOutcome, ParticipantRecord } from './graduation.types.js';

/** What would be decided now: an outcome, or open while something can still change. */
export type Verdict = GraduationOutcome | 'open';

/** A decision as it was stored. */
export interface StoredDecision {
  readonly id: string;
  readonly outcome: GraduationOutcome;
  readonly predicate: string | null;
  readonly finalScore: number | null;
  readonly results: readonly CriterionResult[];
  /** ISO instant. */
  readonly decidedAt: string;
  readonly decidedBy: string | null;
  /** Why it was decided early; null when it was not. */
  readonly reason: string | null;
}

/** A participant with what holds now and what was decided last. */
export interface GraduationRow extends ParticipantFacts {
  readonly live: GraduationDecision;
  readonly verdict: Verdict;
  readonly stored: StoredDecision | null;
  /** Whether the facts would lead to another record than the stored one. */
  readonly changedSince: boolean;
}

/** Where a participant stands on the organiser's list. */
export const graduationGroups = ['undecided', 'changed', 'graduated', 'attended', 'failed'] as const;
export type GraduationGroup = (typeof graduationGroups)[number];

/** A cohort before its decisions, one page of participants. */
export interface GraduationList {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly zone: Zone;
  readonly curriculumNumber: number;
  readonly criteria: GraduationCriteria;
  /** Whether the reader may decide; the server decides again. */
  readonly mayDecide: boolean;
  /** ISO instant at which the facts were read. */
  readonly evaluatedAt: string;
  readonly counts: Readonly<Record<GraduationGroup, number>>;
  readonly rows: readonly GraduationRow[];
  /** Participants that match the filter. */
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

/** Somebody whom other criteria would treat otherwise. */
export interface DryRunChange extends ParticipantFacts {
  readonly before: Verdict;
  readonly after: Verdict;
  /** Attendance in percent of all planned JP; null when none counts. */
  readonly attendancePercent: number | null;
}

/** What other criteria would change; nothing is stored. */
export interface DryRun {
  readonly minAttendancePercent: number | null;
  readonly before: Readonly<Record<Verdict, number>>;
  readonly after: Readonly<Record<Verdict, number>>;
  readonly changes: readonly DryRunChange[];
}

/** What deciding would do with a participant. */
export type DecisionIntent = 'store' | 'unchanged' | 'blocked';

export interface PreviewRow {
  readonly enrolmentId: string;
  readonly name: string;
  readonly intent: DecisionIntent;
  readonly outcome: GraduationOutcome;
  /** The first thing that is open, for those who are blocked. */
  readonly open: CriterionResult | null;
}

/** What a decision would store; deciding takes its token and is refused when the facts changed meanwhile. */
export interface DecisionPreview {
  readonly token: string;
  /** New records by outcome. */
  readonly counts: Readonly<Record<GraduationOutcome, number>>;
  readonly blocked: number;
  readonly unchanged: number;
  /** Everyone touched, up to 500 names. */
  readonly rows: readonly PreviewRow[];
}

export interface DecidedRow {
  readonly enrolmentId: string;
  readonly outcome: 'stored' | 'unchanged' | 'blocked' | 'notParticipant';
}

export interface DecidedAnswer {
  readonly counts: Readonly<Record<DecidedRow['outcome'], number>>;
  readonly rows: readonly DecidedRow[];
}

/** A session as the participant sees it in the details of the attendance. */
export interface StandingSession {
  readonly sessionId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: Zone;
  readonly venue: string;
  readonly plannedLessonHours: number;
  readonly attendedLessonHours: number;
  readonly mark: AttendanceMark | null;
  readonly stillOpen: boolean;
}

/** One participant's standing: the same facts for participant, organiser and HR. */
export interface GraduationStanding {
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly programmeName: string;
  readonly zone: Zone;
  readonly evaluatedAt: string;
  readonly attendance: AttendanceSummary;
  readonly live: GraduationDecision;
  readonly verdict: Verdict;
  /** Newest first; the first one is in force. */
  readonly decisions: readonly StoredDecision[];
  readonly changedSince: boolean;
  readonly sessions: readonly StandingSession[];
}

/** What was decided from, next to what would be now. */
export interface DecidedFrom {
  readonly inputs: ParticipantRecord;
  readonly outcome: GraduationOutcome;
  readonly results: readonly CriterionResult[];
}

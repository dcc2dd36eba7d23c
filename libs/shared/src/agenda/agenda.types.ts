import type { AttendanceMark, AttendanceSummary } from '../attendance/attendance.types.js';
import type { GraduationOutcome } from '../graduation/graduation.types.js';
import type { Verdict } from '../graduation/standing.types.js';
import type { Zone } from '../platform/locale.types.js';
import type { SessionPlace } from '../venue/venue.types.js';

/** A session in somebody's calendar. */
export interface AgendaSession {
  readonly sessionId: string;
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly programmeName: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: Zone;
  readonly venue: string;
  /** The chosen venue; null without one. */
  readonly place: SessionPlace | null;
  /** https; empty for none. */
  readonly meetingUrl: string;
  /** Whom to ask at the organiser's; null when nobody has a mail address. */
  readonly contact: { readonly name: string; readonly email: string } | null;
  readonly lessonHours: number;
  readonly mandatory: boolean;
  readonly state: 'planned' | 'closed' | 'cancelled';
  /** Null while nothing was said. */
  readonly mark: AttendanceMark | null;
  /** Until when one may check in or out, as an ISO instant; null while that is not open, or done. */
  readonly checkInUntil: string | null;
  /** Whether another of one's sessions runs at the same time. */
  readonly clashes: boolean;
}

/** The first required activity that is not completed. */
export interface NextActivity {
  readonly activityId: string;
  readonly title: string;
  readonly moduleTitle: string;
}

/** A cohort on the participant's home page. */
export interface HomeCohort {
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly programmeName: string;
  readonly state: 'planned' | 'enrolling' | 'running' | 'completed';
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: Zone;
  readonly attendance: AttendanceSummary;
  /** 0–100; null when attendance does not count. */
  readonly minAttendancePercent: number | null;
  readonly requiredActivities: number;
  readonly completedActivities: number;
  readonly nextActivity: NextActivity | null;
  readonly verdict: Verdict;
  /** The decision in force; null while nothing was decided. */
  readonly decided: GraduationOutcome | null;
  /** Code of the valid certificate; null while there is none. */
  readonly certificateCode: string | null;
}

/** The one thing to do next. */
export type NextStep =
  | { readonly kind: 'session' | 'upcoming'; readonly session: AgendaSession }
  | { readonly kind: 'learn' | 'certificate'; readonly cohort: HomeCohort }
  | { readonly kind: 'nothing' };

export interface ParticipantHome {
  /** ISO instant at which this was told. */
  readonly now: string;
  readonly next: NextStep;
  /** Sessions whose local day is today, in order. */
  readonly today: readonly AgendaSession[];
  /** Newest first. */
  readonly cohorts: readonly HomeCohort[];
}

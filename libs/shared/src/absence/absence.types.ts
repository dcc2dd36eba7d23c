import type { AttendanceSummary, ParticipantFacts } from '../attendance/index.js';
import type { Zone } from '../platform/locale.types.js';

/** Why somebody asks to be away; also the mark they get when it is approved. */
export const absenceKinds = ['permitted', 'sick', 'on_duty'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

export const absenceStates = ['open', 'approved', 'refused', 'withdrawn'] as const;
export type AbsenceState = (typeof absenceStates)[number];

/** A session that a request is about. */
export interface AbsenceSession {
  readonly sessionId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: Zone;
  readonly lessonHours: number;
  readonly mandatory: boolean;
}

/** What approving and refusing would mean for the percentage. JP and percent as in AttendanceSummary. */
export interface AbsenceEffect {
  /** JP of the mandatory sessions asked for. */
  readonly lessonHours: number;
  readonly ifApproved: AttendanceSummary;
  readonly ifRefused: AttendanceSummary;
  /** Least percentage for graduation; null when attendance does not count. */
  readonly minAttendancePercent: number | null;
  /** Whether the least percentage can still be reached; true when none is demanded. */
  readonly reachableIfApproved: boolean;
  readonly reachableIfRefused: boolean;
}

/** A request as its participant and staff read it. */
export interface AbsenceRequestView {
  readonly id: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly enrolmentId: string;
  readonly kind: AbsenceKind;
  readonly reason: string;
  readonly letter: { readonly id: string; readonly name: string } | null;
  readonly late: boolean;
  readonly requestedAt: string;
  readonly state: AbsenceState;
  /** Words of who decided; empty without any. */
  readonly note: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly sessions: readonly AbsenceSession[];
}

/** A request as staff of the cohort see it in their list. */
export interface AbsenceRow extends AbsenceRequestView {
  readonly participant: Omit<ParticipantFacts, 'enrolmentId'>;
  /** Null once decided. */
  readonly effect: AbsenceEffect | null;
}

/** What a participant may ask to be away from: sessions to come and those of the last days. */
export interface AbsenceChoice {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly enrolmentId: string;
  readonly sessions: readonly (AbsenceSession & { readonly late: boolean; readonly asked: boolean })[];
}

/** What a request is judged against before it is written. */
export interface AbsenceFacts {
  readonly nowMs: number;
  readonly sessions: readonly { readonly sessionId: string; readonly startsAtMs: number; readonly cancelled: boolean; readonly closed: boolean; readonly concerns: boolean; readonly asked: boolean }[];
}

export type AbsenceRefusal = 'absence.unknownSession' | 'absence.sessionCancelled' | 'absence.tooLate' | 'absence.askedAlready';

/** Whether a request is taken, late or in time, or why not and for which session. */
export type AbsenceDecision = { readonly outcome: 'taken'; readonly late: boolean } | { readonly outcome: 'refused'; readonly code: AbsenceRefusal; readonly sessionId: string };

import type { Instant, Zone } from '../platform/locale.types.js';
import type { AttendanceMark, AttendanceSummary } from './attendance.types.js';

/** How a mark came to be known. */
export const markSources = ['sheet', 'import', 'check_in', 'card', 'offline', 'kiosk', 'report', 'paper', 'absence'] as const;
export type MarkSource = (typeof markSources)[number];

/** The statement in force about a participant in a session: nothing supersedes it. */
export interface MarkInForce {
  readonly id: string;
  readonly mark: AttendanceMark;
  /** JP attended. */
  readonly lessonHours: number;
  readonly reason: string | null;
  readonly source: MarkSource;
  /** ISO instant. */
  readonly markedAt: string;
  /** Null when the program itself marked. */
  readonly markedBy: string | null;
}

/** What somebody wants to say of a participant, and which statement they saw before. */
export interface MarkWish {
  readonly enrolmentId: string;
  readonly mark: AttendanceMark;
  /** JP attended, when not those that the mark is worth. */
  readonly lessonHours?: number;
  /** The mark that this one corrects; null when none was seen. */
  readonly supersedes: string | null;
  readonly reason?: string;
}

/** What a wish is judged against. */
export interface MarkingFacts {
  readonly sessionLessonHours: number;
  readonly sessionClosed: boolean;
  /** Whether the participant is accepted, in the class that meets. */
  readonly belongs: boolean;
  readonly current: MarkInForce | null;
}

export type MarkRefusal = 'attendance.notParticipant' | 'attendance.reasonNeeded' | 'attendance.tooManyLessonHours' | 'attendance.twiceInRequest';

/** What becomes of a wish. */
export type MarkDecision =
  | { readonly outcome: 'saved'; readonly lessonHours: number }
  | { readonly outcome: 'unchanged' | 'conflict' }
  | { readonly outcome: 'refused'; readonly code: MarkRefusal };

/** Answer for one participant of a call that marks many. */
export interface MarkAnswer {
  readonly enrolmentId: string;
  readonly outcome: MarkDecision['outcome'];
  /** Why it was refused; else null. */
  readonly code: MarkRefusal | null;
  /** The mark in force after the call; null while there is none. */
  readonly current: MarkInForce | null;
}

/** Someone in a cohort, as staff see them in a list. */
export interface ParticipantFacts {
  readonly enrolmentId: string;
  readonly personId: string;
  /** With titles, as printed. */
  readonly name: string;
  readonly nip: string | null;
  readonly unitName: string | null;
  readonly eselon: string | null;
  readonly className: string | null;
}

export interface SheetRow extends ParticipantFacts {
  readonly current: MarkInForce | null;
}

/** A session with how many of those expected are marked as what. */
export interface SessionAttendance {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: Zone;
  readonly venue: string;
  readonly lessonHours: number;
  readonly mandatory: boolean;
  readonly state: 'planned' | 'closed' | 'cancelled';
  readonly classId: string | null;
  readonly className: string | null;
  /** Accepted participants who should come. */
  readonly expected: number;
  /** Of those, per mark; marks that nobody has are absent. */
  readonly counts: Readonly<Partial<Record<AttendanceMark, number>>>;
}

/** The marking sheet of a session. */
export interface AttendanceSheet {
  readonly session: Omit<SessionAttendance, 'expected' | 'counts'>;
  readonly cohortId: string;
  readonly cohortName: string;
  /** Whether the reader may mark; the server decides again. */
  readonly mayMark: boolean;
  /** Whether the local day of the session has come. */
  readonly dayHasCome: boolean;
  readonly rows: readonly SheetRow[];
}

/** A participant in the table of a whole cohort. */
export interface AttendanceRow extends ParticipantFacts {
  /** Session id to mark and JP; sessions without a mark are absent. */
  readonly marks: Readonly<Record<string, readonly [AttendanceMark, number]>>;
  readonly summary: AttendanceSummary;
}

/** Everything ever said about a participant in a session, oldest first; the last one is in force. */
export interface SessionHistory {
  readonly sessionId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly zone: Zone;
  readonly lessonHours: number;
  readonly mandatory: boolean;
  readonly marks: readonly MarkInForce[];
}

/** How a session was closed. */
export interface ClosedSession {
  readonly markedAbsent: number;
  readonly leftUnmarked: number;
}

/** A mandatory session that was not cancelled, as the percentage needs it. */
export interface PlannedSession {
  readonly sessionId: string;
  /** Null when the whole cohort meets. */
  readonly classId: string | null;
  readonly lessonHours: number;
  readonly closed: boolean;
  readonly endsAt: Instant;
}

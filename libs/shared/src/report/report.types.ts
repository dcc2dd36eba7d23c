import type { AttendanceMark, MarkInForce, ParticipantFacts } from '../attendance/index.js';

/** Whose report it is; `table` is any other list with names and minutes. */
export const reportKinds = ['zoom', 'meet', 'teams', 'table'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** One line of a report: somebody was there for a while. */
export interface Visit {
  /** As shown in the meeting. */
  readonly name: string;
  readonly email: string | null;
  /** Milliseconds since 1970; null where the report says only how long. */
  readonly joinedMs: number | null;
  readonly leftMs: number | null;
  /** Minutes as the report says; null where it says only from when to when. */
  readonly minutes: number | null;
}

/** A report as read. */
export interface MeetingReport {
  readonly kind: ReportKind;
  readonly visits: readonly Visit[];
  /** Numbers of rows, from 1, that hold a name but no time that can be read. */
  readonly unread: readonly number[];
}

/** What times are read against: the session, whose local day tells 03/04 from 04/03. */
export interface MeetingWindow {
  readonly startsMs: number;
  readonly endsMs: number;
  /** Minutes east of UTC of the session's zone. */
  readonly offsetMinutes: number;
  readonly lessonHours: number;
}

/** Somebody in the meeting, all their visits taken together. */
export interface Attendee {
  readonly name: string;
  readonly email: string | null;
  /** Whole minutes within the session; overlapping visits count once. */
  readonly minutes: number;
  readonly firstJoinMs: number | null;
}

/** A participant as reports are matched with. */
export interface RosterPerson {
  readonly enrolmentId: string;
  /** Without titles. */
  readonly fullName: string;
  readonly nip: string | null;
  readonly email: string | null;
}

/** By what an attendee was found to be a participant. `similar` is only a suggestion. */
export type MatchKind = 'email' | 'nip' | 'name' | 'similar' | 'chosen';

export interface Match {
  readonly enrolmentId: string;
  readonly by: MatchKind;
}

/** What the time in the meeting is worth. */
export interface ReportedMark {
  readonly mark: Extract<AttendanceMark, 'present' | 'late' | 'absent'>;
  readonly lessonHours: number;
}

/** What becomes of a mark when it is taken over: said by hand stays, unless asked otherwise. */
export type ReportOutcome = 'new' | 'same' | 'replaces' | 'kept';

/** A line of the preview. */
export interface ReportRow {
  readonly index: number;
  readonly attendee: Attendee;
  readonly match: Match | null;
  readonly reported: ReportedMark;
  /** Null without a match. */
  readonly current: MarkInForce | null;
  readonly outcome: ReportOutcome | null;
}

/** A report read against a session, before anything is written. */
export interface ReportPreview {
  readonly kind: ReportKind;
  readonly fileName: string;
  readonly rows: readonly ReportRow[];
  readonly unread: readonly number[];
  /** Everyone whom the session concerns, to choose from. */
  readonly roster: readonly ParticipantFacts[];
}

/** What was written. */
export interface ReportResult {
  readonly marked: number;
  readonly same: number;
  readonly kept: number;
  readonly absent: number;
}

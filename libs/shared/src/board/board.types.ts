import type { AttendanceMark } from '../attendance/attendance.types.js';
import type { Zone } from '../platform/locale.types.js';

/** The mark of a participant as the board shows it; mark null while nothing was said. */
export interface BoardMark {
  readonly enrolmentId: string;
  readonly mark: AttendanceMark | null;
  /** ISO instant; null without a mark. */
  readonly at: string | null;
  /** Flags that nobody judged yet. */
  readonly flags: number;
}

/** A participant on the board. */
export interface BoardPerson extends BoardMark {
  /** With titles. */
  readonly name: string;
  readonly unitName: string | null;
  /** The OPD above the unit, or the unit itself when it is one. */
  readonly opdName: string | null;
  readonly className: string | null;
  /** For a call; null when none is known or the reader looks at a projector. */
  readonly phone: string | null;
}

/** Who is in and who is missing, at one moment. */
export interface BoardView {
  readonly sessionId: string;
  readonly title: string;
  readonly venue: string;
  readonly zone: Zone;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: 'planned' | 'closed' | 'cancelled';
  readonly people: readonly BoardPerson[];
  /** ISO instant of the server. */
  readonly now: string;
}

/** What changed on the board. */
export interface BoardNews {
  readonly marks: readonly BoardMark[];
  readonly now: string;
}

/** How many are what. */
export interface BoardCounts {
  readonly expected: number;
  readonly present: number;
  readonly late: number;
  readonly excused: number;
  readonly absent: number;
  /** Of whom nothing was said. */
  readonly missing: number;
}

/** An OPD with its counts. */
export interface BoardUnit {
  readonly name: string | null;
  readonly counts: BoardCounts;
}

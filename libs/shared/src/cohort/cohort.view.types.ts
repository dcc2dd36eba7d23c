import type { Signatory } from '../certificate/index.js';
import type { SessionPlace } from '../venue/venue.types.js';
import type { Zone } from '../platform/locale.types.js';
import type { CohortOperation } from './operation.rules.js';
import type { CohortMode, CohortState, PartnerRole, PhaseMode, PublishProblem, SessionState } from './cohort.types.js';

/** An angkatan in a list. */
export interface CohortRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly ordinal: number;
  readonly state: CohortState;
  readonly mode: CohortMode;
  /** ISO dates, local to the zone. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: Zone;
  readonly venueName: string;
  readonly venueCity: string;
  readonly capacity: number;
  readonly seatsTaken: number;
  readonly programmeName: string;
  readonly academyCode: string;
  readonly agencyName: string;
}

/** A person who teaches a session. */
export interface FacilitatorView {
  readonly personId: string;
  /** With titles. */
  readonly name: string;
}

/** A sesi of a cohort with what is known of its attendance. */
export interface SessionView {
  readonly id: string;
  readonly phaseId: string;
  readonly classId: string | null;
  readonly moduleId: string | null;
  readonly title: string;
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: Zone;
  readonly venue: string;
  readonly venueId: string | null;
  readonly roomId: string | null;
  /** The chosen venue; null without one. */
  readonly place: SessionPlace | null;
  /** https; empty for none. */
  readonly meetingUrl: string;
  readonly lessonHours: number;
  readonly mandatory: boolean;
  readonly state: SessionState;
  readonly version: number;
  readonly facilitators: readonly FacilitatorView[];
  /** Accepted participants who should come. */
  readonly expected: number;
  /** Of these, with a mark in force. */
  readonly marked: number;
  /** Of these, present or late. */
  readonly attended: number;
}

export interface PhaseView {
  readonly id: string;
  readonly name: string;
  readonly mode: PhaseMode;
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface ClassView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly capacity: number;
  readonly seatsTaken: number;
}

export interface PartnerView {
  readonly role: PartnerRole;
  readonly name: string;
}

export interface ModuleView {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly lessonHours: number;
}

/** An angkatan with all that hangs on it, except its participants. */
export interface CohortDetail extends CohortRow {
  readonly version: number;
  readonly programme: { readonly id: string; readonly code: string; readonly name: string; readonly academyCode: string; readonly academyName: string };
  readonly curriculum: {
    readonly id: string;
    readonly number: number;
    readonly lessonHours: number;
    /** Share of planned JP that graduation demands, or null. */
    readonly minAttendancePercent: number | null;
    readonly modules: readonly ModuleView[];
  };
  readonly agency: { readonly id: string; readonly code: string; readonly name: string; readonly shortName: string; readonly minutesPerLessonHour: number };
  readonly partners: readonly PartnerView[];
  readonly classes: readonly ClassView[];
  readonly phases: readonly PhaseView[];
  readonly sessions: readonly SessionView[];
  readonly signatories: readonly Signatory[];
  /** What this caller may do now. The screen offers exactly these. */
  readonly allowedOperations: readonly CohortOperation[];
}

/** How far a cohort is, in figures. */
export interface CohortSummary {
  readonly accepted: number;
  readonly waitlisted: number;
  /** Nominated or approved: somebody has to decide. */
  readonly undecided: number;
  readonly heldLessonHours: number;
  readonly plannedLessonHours: number;
  /** Attended of held JP over all accepted participants, 0–100; null before anything was held. */
  readonly attendancePercent: number | null;
  /** Participants whose share of the held JP is below the curriculum's threshold. */
  readonly belowThreshold: number;
  readonly decided: number;
  /** Decided as graduated or attended: these get a certificate. */
  readonly passed: number;
  readonly certificates: number;
}

/** Whether a cohort may be opened, and what is missing. */
export interface PublishCheck {
  readonly ready: boolean;
  readonly problems: readonly PublishProblem[];
}

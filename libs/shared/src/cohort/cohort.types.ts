import { clashCodes, type HolidayMark, type OtherBooking, type OwnBooking } from '../calendar/calendar.types.js';

/** Life of an angkatan. */
export const cohortStates = ['planned', 'enrolling', 'running', 'completed', 'cancelled'] as const;
export type CohortState = (typeof cohortStates)[number];

export const cohortModes = ['onsite', 'online', 'hybrid'] as const;
export type CohortMode = (typeof cohortModes)[number];

/** How a tahap is held. */
export const phaseModes = ['onsite', 'online', 'self_paced', 'seminar'] as const;
export type PhaseMode = (typeof phaseModes)[number];

export const sessionStates = ['planned', 'closed', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

/** What an organiser is to a cohort: the hosting government, the owner of the programme, or another partner. */
export const partnerRoles = ['host', 'owner', 'partner'] as const;
export type PartnerRole = (typeof partnerRoles)[number];

/** A tahap; dates are local to the cohort's zone. */
export interface PhasePlan {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A kelas. */
export interface ClassPlan {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
}

/** A sesi: instants, with the zone of the place where it is held. */
export interface SessionPlan extends OwnBooking {
  readonly lessonHours: number;
  readonly mandatory: boolean;
}

/** Dates of a cohort and all that hangs on them: what cloning shifts. */
export interface DatedPlan {
  /** ISO dates, local to the cohort's zone. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly phases: readonly Pick<PhasePlan, 'startsOn' | 'endsOn'>[];
  readonly sessions: readonly Pick<SessionPlan, 'startsAt' | 'endsAt'>[];
}

/** A cohort as loaded for the check before it is published. */
export interface CohortPlan extends DatedPlan {
  readonly capacity: number;
  readonly curriculumLessonHours: number;
  readonly signatories: readonly unknown[];
  readonly phases: readonly PhasePlan[];
  readonly classes: readonly ClassPlan[];
  readonly sessions: readonly SessionPlan[];
  /** Sessions of other cohorts at the same times, as far as they share people or places. */
  readonly others: readonly OtherBooking[];
  readonly holidays: readonly HolidayMark[];
}

export const publishProblemCodes = [
  'noSession', 'noPhase', 'noSignatory', 'cohortEndsBeforeStart', 'sessionEndsBeforeStart', 'sessionOutsideCohort', 'lessonHoursDiffer', 'classesBelowCapacity',
  ...clashCodes,
] as const;
export type PublishProblemCode = (typeof publishProblemCodes)[number];

/** One thing missing or wrong in a plan, at its path, as in `sessions.2.endsAt`. */
export interface PublishProblem {
  readonly code: PublishProblemCode;
  readonly path: string;
  /** False for a warning: the organiser may publish all the same. */
  readonly blocking: boolean;
  /** What the sentence names: titles, counts, JP. */
  readonly facts: Readonly<Record<string, string | number>>;
}

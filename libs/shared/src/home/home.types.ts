import type { CohortState } from '../cohort/cohort.types.js';
import type { Role } from '../identity/permission.types.js';
import type { Zone } from '../platform/locale.types.js';

/** What can be waiting for somebody, the most pressing first: the order in which tasks are told. */
export const taskKinds = [
  'markSession', 'startCohort', 'closeSession', 'failedJobs', 'nextSession', 'planCohort', 'openCohort', 'enrolPeople',
  'enterScores', 'decideGraduation', 'issueCertificates', 'completeCohort', 'decideNominations', 'fillSeats', 'nominate',
  'reportRevoked', 'exportCertificates', 'checkNips', 'nameOrganiser', 'inviteAgain', 'inTraining', 'graduates',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** `now` goes on at this moment, `late` should have been done, `ahead` is neither. */
export type TaskUrgency = 'now' | 'late' | 'ahead';

/** Something that waits for the reader in one of their roles. */
export interface Task {
  readonly kind: TaskKind;
  /** The role in which it is theirs. */
  readonly role: Role;
  readonly cohortId: string | null;
  readonly sessionId: string | null;
  /** What its sentence names: counts, titles, days as YYYY-MM-DD. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** ISO instant by which it should be done or at which it begins; null when nothing sets one. */
  readonly dueAt: string | null;
  /** Zone in which the instant is told; null where there is none. */
  readonly zone: Zone | null;
  readonly urgency: TaskUrgency;
  /** Address of the page on which it is done, below `/`. */
  readonly link: string;
}

/** A session that is not closed yet. */
export interface SessionOnDesk {
  readonly sessionId: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly title: string;
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: Zone;
  readonly venue: string;
  /** Accepted participants who should come, and of these those with a mark. */
  readonly expected: number;
  readonly marked: number;
}

/** A cohort with what may be left to do in it. */
export interface CohortOnDesk {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly state: CohortState;
  /** Local dates of its venue. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: Zone;
  readonly capacity: number;
  readonly accepted: number;
  /** Nominated or approved: somebody has to decide. */
  readonly undecided: number;
  readonly waitlisted: number;
  /** Blocking problems of the publish check; 0 for cohorts that are open already. */
  readonly blockingProblems: number;
  /** Sessions that are not over and not closed. */
  readonly sessionsAhead: number;
  /** Accepted participants without a score in some component that counts. */
  readonly withoutScores: number;
  /** Accepted participants on whom nothing was decided. */
  readonly withoutDecision: number;
  /** Participants who passed and never got a certificate for it. */
  readonly withoutCertificate: number;
}

/** What lies before somebody who runs cohorts, or teaches in them. */
export interface TeachingDesk {
  readonly role: 'organiser' | 'facilitator';
  /** Those that have begun, and of a facilitator the next one too. */
  readonly sessions: readonly SessionOnDesk[];
  readonly cohorts: readonly CohortOnDesk[];
}

/** What lies before an HR analyst. */
export interface MeritDesk {
  readonly role: 'hr_analyst';
  readonly zone: Zone;
  /** ISO instant of their newest export; null when they never made one. */
  readonly lastExportAt: string | null;
  /** Valid certificates issued since then; all of them when there was none. Counted up to `countedUpTo`. */
  readonly issued: number;
  /** Certificates issued before and revoked since. */
  readonly revoked: number;
  readonly doubtfulNips: number;
}

/** A cohort to which the head may send people. */
export interface CohortToFill {
  readonly cohortId: string;
  readonly cohortName: string;
  /** Seats that people of the own units may take, and people of theirs who wait for a decision. */
  readonly left: number;
  readonly undecided: number;
  /** ISO date and instant of the deadline; null without one. */
  readonly closesOn: string | null;
  readonly closesAt: string | null;
  readonly zone: Zone;
}

/** What lies before the head of an agency or unit. */
export interface HeadDesk {
  readonly role: 'agency_head';
  /** Cohorts that take nominations now, the nearest deadline first. */
  readonly toFill: readonly CohortToFill[];
  /** People of the units who take part in a running cohort, and in how many cohorts. */
  readonly inTraining: number;
  readonly cohorts: number;
  /** The one of these that ends first, and its last day; null when there is none. */
  readonly firstCohortName: string | null;
  readonly firstEndsOn: string | null;
  readonly year: number;
  /** People who got a graduation certificate in the year, and the JP of these. */
  readonly graduates: number;
  readonly lessonHours: number;
}

/** What lies before an admin. */
export interface AdminDesk {
  readonly role: 'admin';
  readonly failedJobs: number;
  readonly unusedAccounts: number;
  readonly agenciesWithoutOrganiser: number;
  /** One of these by name; null when there is none. */
  readonly agencyName: string | null;
}

/** What was found for one role. */
export type Desk = TeachingDesk | MeritDesk | HeadDesk | AdminDesk;

/** A session of today for those who run or teach it. */
export interface SessionOfToday extends SessionOnDesk {
  readonly state: 'planned' | 'closed' | 'cancelled';
  /** Of the marked, those who came. */
  readonly attended: number;
}

/** A cohort on the home page of those who may read it. */
export interface RecentCohort {
  readonly id: string;
  readonly name: string;
  readonly programmeName: string;
  readonly state: CohortState;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly seatsTaken: number;
}

/** What a home page shows in the roles asked for. The first task is the one to do next. */
export interface RoleHome {
  /** ISO instant at which this was told. */
  readonly now: string;
  readonly tasks: readonly Task[];
  /** Sessions whose local day is today, in order. */
  readonly sessions: readonly SessionOfToday[];
  readonly cohorts: readonly RecentCohort[];
}

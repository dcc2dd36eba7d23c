import { instantAt, localDate } from '../platform/dates.rules.js';
import type { Instant } from '../platform/locale.types.js';
import type { CohortOnDesk, Task, TaskKind } from './home.types.js';

/** What is left to do in a cohort for those who run it. */
export function cohortTasks(cohort: CohortOnDesk, now: Instant): readonly Task[] {
  return [...beginning(cohort, now), ...enterScores(cohort, 'organiser', now), ...ending(cohort, now), ...seating(cohort, now)];
}

/** Scores that nobody entered: asked of facilitators once the cohort has begun, of organisers when it is over and they hold up the decision. */
export function enterScores(cohort: CohortOnDesk, role: 'organiser' | 'facilitator', now: Instant): readonly Task[] {
  const wanted = cohort.state === 'running' && cohort.withoutScores > 0 && (role === 'facilitator' || (isOver(cohort, now) && cohort.withoutDecision > 0));
  return wanted ? [cohortTask('enterScores', cohort, 'penilaian', { count: cohort.withoutScores, accepted: cohort.accepted }, role)] : [];
}

function beginning(cohort: CohortOnDesk, now: Instant): readonly Task[] {
  const { state, blockingProblems, accepted, capacity, startsOn } = cohort;
  if (state === 'planned') {
    return [blockingProblems > 0
      ? starting(cohortTask('planCohort', cohort, 'jadwal', { count: blockingProblems, startsOn }), cohort, now)
      : starting(cohortTask('openCohort', cohort, '', { capacity, startsOn }), cohort, now)];
  }
  if (state !== 'enrolling') return [];
  if (accepted === 0) return [starting(cohortTask('enrolPeople', cohort, 'peserta', { capacity, startsOn }), cohort, now)];
  return startsOn <= today(cohort, now) ? [starting(cohortTask('startCohort', cohort, '', { accepted, startsOn }), cohort, now)] : [];
}

function ending(cohort: CohortOnDesk, now: Instant): readonly Task[] {
  const { state, accepted, endsOn, withoutDecision, withoutCertificate } = cohort;
  const closing = state === 'running' && isOver(cohort, now) && accepted > 0;
  return [
    ...(closing && withoutDecision > 0 ? [cohortTask('decideGraduation', cohort, 'kelulusan', { count: withoutDecision, endsOn })] : []),
    ...(withoutCertificate > 0 ? [cohortTask('issueCertificates', cohort, 'sertifikat', { count: withoutCertificate })] : []),
    ...(closing && withoutDecision + withoutCertificate === 0 ? [cohortTask('completeCohort', cohort, '', { accepted })] : []),
  ];
}

/** People who wait to be let in. A waiting list is only a task while there are seats to give. */
function seating(cohort: CohortOnDesk, now: Instant): readonly Task[] {
  const { state, undecided, waitlisted, capacity, accepted, startsOn } = cohort;
  if (state !== 'enrolling' && state !== 'running') return [];
  const free = Math.max(0, capacity - accepted);
  return [
    ...(undecided > 0 ? [starting(cohortTask('decideNominations', cohort, 'peserta', { count: undecided, free, startsOn }), cohort, now)] : []),
    ...(waitlisted > 0 && free > 0 ? [starting(cohortTask('fillSeats', cohort, 'peserta', { waitlisted, free, count: Math.min(waitlisted, free), startsOn }), cohort, now)] : []),
  ];
}

/** The same task, due when the cohort begins. */
function starting(task: Task, { startsOn, zone }: CohortOnDesk, now: Instant): Task {
  return { ...task, dueAt: instantAt(startsOn, '00:00', zone), zone, urgency: startsOn < localDate(now, zone) ? 'late' : 'ahead' };
}

function cohortTask(kind: TaskKind, { cohortId, cohortName }: CohortOnDesk, tab: string, facts: Task['facts'], role: Task['role'] = 'organiser'): Task {
  const link = tab === '' ? `/angkatan/${cohortId}` : `/angkatan/${cohortId}/${tab}`;
  return { kind, role, cohortId, sessionId: null, facts: { cohort: cohortName, ...facts }, dueAt: null, zone: null, urgency: 'ahead', link };
}

/** Over after its last day, or on it when nothing more is to come. */
function isOver(cohort: CohortOnDesk, now: Instant): boolean {
  const day = today(cohort, now);
  return cohort.endsOn < day || (cohort.endsOn === day && cohort.sessionsAhead === 0);
}

function today({ zone }: CohortOnDesk, now: Instant): string {
  return localDate(now, zone);
}

import { instantMs, localDate } from '../platform/dates.rules.js';
import type { CohortPlan, PublishProblem, SessionPlan } from './cohort.types.js';

interface PlacedSession extends SessionPlan {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** What a cohort lacks before people may be invited to it: blocking problems first, then warnings, each in the order of the plan. */
export function publishProblems(plan: CohortPlan): readonly PublishProblem[] {
  const sessions = placedSessions(plan);
  const problems = [
    ...missingParts(plan, sessions),
    ...sessions.flatMap((session) => sessionProblems(plan, session)),
    ...lessonHourProblems(plan, sessions),
    ...overlaps(sessions),
    ...capacityWarnings(plan),
  ];
  return [...problems.filter((found) => found.blocking), ...problems.filter((found) => !found.blocking)];
}

/** Cancelled sessions bind nobody and are left out; the others keep their place in the plan for the path. */
function placedSessions(plan: CohortPlan): readonly PlacedSession[] {
  return plan.sessions
    .map((session, index) => ({ ...session, index, from: instantMs(session.startsAt), to: instantMs(session.endsAt) }))
    .filter((session) => session.state !== 'cancelled');
}

function missingParts(plan: CohortPlan, sessions: readonly PlacedSession[]): readonly PublishProblem[] {
  return [
    ...(plan.endsOn < plan.startsOn ? [blocking('cohortEndsBeforeStart', 'endsOn', { startsOn: plan.startsOn, endsOn: plan.endsOn })] : []),
    ...(plan.phases.length === 0 ? [blocking('noPhase', 'phases')] : []),
    ...(sessions.length === 0 ? [blocking('noSession', 'sessions')] : []),
    ...(plan.signatories.length === 0 ? [blocking('noSignatory', 'signatories')] : []),
  ];
}

function sessionProblems(plan: CohortPlan, session: PlacedSession): readonly PublishProblem[] {
  if (!(session.to > session.from)) return [blocking('sessionEndsBeforeStart', `sessions.${session.index}.endsAt`, { title: session.title })];
  const first = localDate(session.from, session.zone);
  // A session until midnight still belongs to the day that ends.
  const last = localDate(session.to - 1, session.zone);
  const facts = { title: session.title, date: first < plan.startsOn ? first : last };
  if (first < plan.startsOn || last > plan.endsOn) return [blocking('sessionOutsideCohort', `sessions.${session.index}.startsAt`, facts)];
  const phase = plan.phases.find((candidate) => candidate.id === session.phaseId);
  if (phase === undefined || (first >= phase.startsOn && last <= phase.endsOn)) return [];
  return [warning('sessionOutsidePhase', `sessions.${session.index}.startsAt`, { title: session.title, date: first, phase: phase.name })];
}

/** Each class follows the common sessions and its own: the mandatory JP of every class must be those of the curriculum. */
function lessonHourProblems(plan: CohortPlan, sessions: readonly PlacedSession[]): readonly PublishProblem[] {
  if (sessions.length === 0) return [];
  const classes = plan.classes.length === 0 ? [{ id: null, name: '' }] : plan.classes;
  return classes.flatMap(({ id, name }, index) => {
    const followed = sessions.filter((session) => session.mandatory && (session.classId === null || session.classId === id));
    const hundredths = followed.reduce((sum, session) => sum + Math.round(session.lessonHours * 100), 0);
    if (hundredths === Math.round(plan.curriculumLessonHours * 100)) return [];
    const facts = { planned: hundredths / 100, curriculum: plan.curriculumLessonHours, ...(id === null ? {} : { class: name }) };
    return [blocking('lessonHoursDiffer', id === null ? 'sessions' : `classes.${index}`, facts)];
  });
}

/** Pairs that run at the same time. Nobody can attend both; one venue may well have two halls, so that is only a warning. */
function overlaps(sessions: readonly PlacedSession[]): readonly PublishProblem[] {
  const inOrder = sessions.filter((session) => session.to > session.from).toSorted((a, b) => a.from - b.from || a.index - b.index);
  return inOrder.flatMap((earlier, place) => {
    const rest = inOrder.slice(place + 1);
    const firstAfter = rest.findIndex((later) => later.from >= earlier.to);
    const simultaneous = firstAfter === -1 ? rest : rest.slice(0, firstAfter);
    return simultaneous.flatMap((later) => overlapOf(earlier, later));
  });
}

function overlapOf(earlier: PlacedSession, later: PlacedSession): readonly PublishProblem[] {
  const facts = { title: later.title, other: earlier.title };
  const path = `sessions.${later.index}.startsAt`;
  if (earlier.classId === later.classId || earlier.classId === null || later.classId === null) return [blocking('classOverlap', path, facts)];
  const venue = later.venue.trim().toLowerCase();
  return venue !== '' && venue === earlier.venue.trim().toLowerCase() ? [warning('venueOverlap', path, { ...facts, venue: later.venue.trim() })] : [];
}

function capacityWarnings(plan: CohortPlan): readonly PublishProblem[] {
  const seats = plan.classes.reduce((sum, { capacity }) => sum + capacity, 0);
  return plan.classes.length > 0 && seats < plan.capacity ? [warning('classesBelowCapacity', 'classes', { seats, capacity: plan.capacity })] : [];
}

function blocking(code: PublishProblem['code'], path: string, facts: PublishProblem['facts'] = {}): PublishProblem {
  return { code, path, blocking: true, facts };
}

function warning(code: PublishProblem['code'], path: string, facts: PublishProblem['facts']): PublishProblem {
  return { code, path, blocking: false, facts };
}

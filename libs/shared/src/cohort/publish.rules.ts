import type { ClashCode } from '../calendar/calendar.types.js';
import { clashesOf } from '../calendar/clash.rules.js';
import { instantMs, localDate } from '../platform/dates.rules.js';
import type { CohortPlan, PublishProblem, SessionPlan } from './cohort.types.js';

interface PlacedSession extends SessionPlan {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The field to put a clash right at, where it is not the time. */
const fieldOf: Partial<Readonly<Record<ClashCode, string>>> = {
  roomOverlap: 'roomId', roomTaken: 'roomId', roomTooSmall: 'roomId', venueTaken: 'venue', venueOverlap: 'venue', venueZoneDiffers: 'zone', facilitatorOverlap: 'facilitatorIds',
};

/** What a cohort lacks before people may be invited to it: blocking problems first, then warnings, each in the order of the plan. */
export function publishProblems(plan: CohortPlan): readonly PublishProblem[] {
  const sessions = placedSessions(plan);
  const misplaced = sessions.flatMap((session) => sessionProblems(plan, session));
  const problems = [
    ...missingParts(plan, sessions),
    ...misplaced,
    ...lessonHourProblems(plan, sessions),
    ...clashProblems(plan, misplaced),
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
  return first < plan.startsOn || last > plan.endsOn ? [blocking('sessionOutsideCohort', `sessions.${session.index}.startsAt`, facts)] : [];
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

/** What does not go together, as the clash rules say; where a session lies outside the cohort, its phase is not worth a word. */
function clashProblems(plan: CohortPlan, found: readonly PublishProblem[]): readonly PublishProblem[] {
  const outside = new Set(found.filter(({ code }) => code === 'sessionOutsideCohort').map(({ path }) => path));
  const places = new Map(plan.sessions.map(({ sessionId }, index) => [sessionId, index]));
  return clashesOf(plan)
    .map(({ code, blocking, sessionId, facts }) => ({ code, blocking, facts, path: `sessions.${places.get(sessionId) ?? 0}.${fieldOf[code] ?? 'startsAt'}` }))
    .filter(({ code, path }) => code !== 'sessionOutsidePhase' || !outside.has(path));
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

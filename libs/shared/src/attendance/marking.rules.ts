import { instantMs, localDate } from '../platform/dates.rules.js';
import type { Instant, Zone } from '../platform/locale.types.js';
import { lessonHoursOf } from './attendance.rules.js';
import type { AttendanceMark } from './attendance.types.js';
import type { SessionRecord } from '../graduation/graduation.types.js';
import type { AttendanceRow, MarkDecision, MarkingFacts, MarkInForce, MarkWish, PlannedSession } from './marking.types.js';

/**
 * Decides what becomes of a mark. Saying again what holds changes nothing, whoever said it first; saying something
 * else needs to have seen what holds; after the session was closed it needs a reason too.
 */
export function decideMark(wish: MarkWish, facts: MarkingFacts): MarkDecision {
  if (!facts.belongs) return { outcome: 'refused', code: 'attendance.notParticipant' };
  if ((wish.lessonHours ?? 0) > facts.sessionLessonHours) return { outcome: 'refused', code: 'attendance.tooManyLessonHours' };
  const lessonHours = lessonHoursOf(wish.mark, facts.sessionLessonHours, wish.lessonHours);
  if (facts.current !== null && saysTheSame(wish, lessonHours, facts.current)) return { outcome: 'unchanged' };
  if (wish.supersedes !== (facts.current?.id ?? null)) return { outcome: 'conflict' };
  if (facts.sessionClosed && !wish.reason) return { outcome: 'refused', code: 'attendance.reasonNeeded' };
  return { outcome: 'saved', lessonHours };
}

/** Whether the local day of a session has come: before it nobody can have attended. */
export function dayHasCome(session: { readonly startsAt: Instant; readonly zone: Zone }, now: Instant): boolean {
  return localDate(now, session.zone) >= localDate(session.startsAt, session.zone);
}

/**
 * Whether attendance can still be gained: the session is not closed, and either nothing was said of the participant
 * yet, or they were missing so far and it goes on. What nobody has judged is not held against anyone.
 */
export function isStillOpen(session: { readonly closed: boolean; readonly endsAt: Instant }, mark: AttendanceMark | null, now: Instant): boolean {
  if (session.closed || mark === null) return !session.closed;
  return lessonHoursOf(mark, 1) === 0 && instantMs(session.endsAt) > instantMs(now);
}

/** The planned sessions of one participant, those of the whole cohort and of their class, each with its mark in force. */
export function sessionRecordsOf(sessions: readonly PlannedSession[], participant: { readonly classId: string | null; readonly marks: AttendanceRow['marks'] }, now: Instant): readonly SessionRecord[] {
  return sessions
    .filter(({ classId }) => classId === null || classId === participant.classId)
    .map(({ sessionId, lessonHours, closed, endsAt }) => {
      const [mark, attendedLessonHours] = participant.marks[sessionId] ?? [null, 0];
      return { sessionId, plannedLessonHours: lessonHours, attendedLessonHours, mark, stillOpen: isStillOpen({ closed, endsAt }, mark, now) };
    });
}

function saysTheSame(wish: MarkWish, lessonHours: number, current: MarkInForce): boolean {
  return wish.mark === current.mark && lessonHours === current.lessonHours && (wish.reason === undefined || wish.reason === (current.reason ?? ''));
}

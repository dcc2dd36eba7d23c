import type { SessionRecord } from '../graduation/graduation.types.js';
import type { AttendanceMark, AttendanceSummary } from './attendance.types.js';

const attendingMarks: readonly (AttendanceMark | null)[] = ['present', 'late'];
const excusedMarks: readonly (AttendanceMark | null)[] = ['permitted', 'sick', 'on_duty'];

/** JP that a mark is worth: those of the session for someone present or late, or the fewer `given`; none for anyone else. */
export function lessonHoursOf(mark: AttendanceMark, sessionLessonHours: number, given?: number): number {
  if (!attendingMarks.includes(mark)) return 0;
  return Math.min(Math.max(given ?? sessionLessonHours, 0), sessionLessonHours);
}

/** Whether the mark excuses an absence. */
export function isExcused(mark: AttendanceMark | null): boolean {
  return excusedMarks.includes(mark);
}

/**
 * Sums up attendance. The percentage is of all planned JP, held or not, so that it never falls for what is still to
 * come and never shows 100 % on the first day. It is cut, not rounded: 79.96 is not 80.
 */
export function attendanceSummary(sessions: readonly SessionRecord[], excusedLeavesDenominator: boolean): AttendanceSummary {
  const planned = sum(sessions, (session) => session.plannedLessonHours);
  const attended = sum(sessions, (session) => session.attendedLessonHours);
  const excused = sum(sessions, missedWithExcuse);
  const reachable = sum(sessions, (session) => (session.stillOpen ? session.plannedLessonHours : session.attendedLessonHours));
  const counted = planned - (excusedLeavesDenominator ? excused : 0);
  const finallyExcused = sum(sessions, (session) => (session.stillOpen ? 0 : missedWithExcuse(session)));
  return {
    plannedLessonHours: planned / 100,
    attendedLessonHours: attended / 100,
    excusedLessonHours: excused / 100,
    countedLessonHours: counted / 100,
    percent: percentOf(attended, counted),
    reachableLessonHours: reachable / 100,
    reachablePercent: percentOf(reachable, planned - (excusedLeavesDenominator ? finallyExcused : 0)),
  };
}

function missedWithExcuse(session: SessionRecord): number {
  return isExcused(session.mark) ? session.plannedLessonHours - session.attendedLessonHours : 0;
}

/** In hundredths of JP, as stored: whole numbers, so that no binary fraction decides who graduates. */
function sum(sessions: readonly SessionRecord[], lessonHours: (session: SessionRecord) => number): number {
  return sessions.reduce((total, session) => total + Math.round(lessonHours(session) * 100), 0);
}

function percentOf(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.floor((part * 1000) / whole) / 10;
}

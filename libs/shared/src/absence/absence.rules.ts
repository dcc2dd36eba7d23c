import { attendanceSummary } from '../attendance/attendance.rules.js';
import type { AttendanceMark, AttendanceSummary } from '../attendance/attendance.types.js';
import { sessionRecordsOf } from '../attendance/marking.rules.js';
import type { AttendanceRow, PlannedSession } from '../attendance/marking.types.js';
import type { AbsenceDecision, AbsenceEffect, AbsenceFacts, AbsenceKind, AbsenceRefusal } from './absence.types.js';

/** So many days after a session began it may still be asked for, as late. Longer ago is a correction for the organiser to make. */
export const lateAbsenceDays = 7;

const day = 86_400_000;

/** Decides whether a request is taken: for sessions of one's own that are held, not asked for already, and not long over. */
export function decideAbsence({ nowMs, sessions }: AbsenceFacts): AbsenceDecision {
  for (const session of sessions) {
    const code = refusalOf(session, nowMs);
    if (code !== null) return { outcome: 'refused', code, sessionId: session.sessionId };
  }
  return { outcome: 'taken', late: sessions.some(({ startsAtMs }) => startsAtMs <= nowMs) };
}

function refusalOf({ concerns, cancelled, asked, startsAtMs }: AbsenceFacts['sessions'][number], nowMs: number): AbsenceRefusal | null {
  if (!concerns) return 'absence.unknownSession';
  if (cancelled) return 'absence.sessionCancelled';
  if (asked) return 'absence.askedAlready';
  return startsAtMs < nowMs - lateAbsenceDays * day ? 'absence.tooLate' : null;
}

/** A participant's planned sessions and marks, with what the curriculum demands. */
export interface AbsenceGround {
  readonly planned: readonly PlannedSession[];
  readonly classId: string | null;
  readonly marks: AttendanceRow['marks'];
  readonly excusedLeavesDenominator: boolean;
  readonly minAttendancePercent: number | null;
}

/**
 * What the percentage becomes when these sessions are excused, and when they are missed without an excuse. Sessions
 * attended already stay attended.
 */
export function absenceEffect(ground: AbsenceGround, sessionIds: readonly string[], kind: AbsenceKind, nowMs: number): AbsenceEffect {
  const concerned = ground.planned.filter(({ sessionId, classId }) => sessionIds.includes(sessionId) && (classId === null || classId === ground.classId));
  const ifApproved = summaryWith(ground, sessionIds, kind, nowMs);
  const ifRefused = summaryWith(ground, sessionIds, 'absent', nowMs);
  const reaches = ({ reachablePercent }: AttendanceSummary): boolean => ground.minAttendancePercent === null || reachablePercent >= ground.minAttendancePercent;
  return {
    lessonHours: concerned.reduce((total, { lessonHours }) => total + Math.round(lessonHours * 100), 0) / 100,
    ifApproved, ifRefused, minAttendancePercent: ground.minAttendancePercent,
    reachableIfApproved: reaches(ifApproved), reachableIfRefused: reaches(ifRefused),
  };
}

/** The summary if these sessions were over and marked so, unless they were attended. */
function summaryWith({ planned, classId, marks, excusedLeavesDenominator }: AbsenceGround, sessionIds: readonly string[], mark: AttendanceMark, nowMs: number): AttendanceSummary {
  const missed = sessionIds.filter((id) => !(marks[id] && marks[id][1] > 0));
  const supposed = { ...marks, ...Object.fromEntries(missed.map((id) => [id, [mark, 0] as const])) };
  const over = planned.map((session) => (missed.includes(session.sessionId) ? { ...session, closed: true } : session));
  return attendanceSummary(sessionRecordsOf(over, { classId, marks: supposed }, nowMs), excusedLeavesDenominator);
}

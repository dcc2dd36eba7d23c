export { attendanceMarks, type AttendanceMark, type AttendanceSummary } from './attendance.types.js';
export {
  markSources,
  type AttendanceRow, type AttendanceSheet, type ClosedSession, type MarkAnswer, type MarkDecision, type MarkInForce, type MarkingFacts, type MarkRefusal, type MarkSource,
  type MarkWish, type ParticipantFacts, type PlannedSession, type SessionAttendance, type SessionHistory, type SheetRow,
} from './marking.types.js';
export { attendanceSummary, isExcused, lessonHoursOf } from './attendance.rules.js';
export { dayHasCome, decideMark, isStillOpen, sessionRecordsOf } from './marking.rules.js';
export { CloseSessionRequest, MarkRequest, ReopenSessionRequest, SaveMarksRequest } from './attendance.dto.js';
export { attendanceMarkLabels, unmarkedLabel } from './attendance.labels.js';
export { attendanceProblems } from './attendance.problems.js';

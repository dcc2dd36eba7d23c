export { attendanceMarks, type AttendanceMark, type AttendanceSummary } from './attendance.types.js';
export { attendanceSummary, isExcused, lessonHoursOf } from './attendance.rules.js';
export { attendanceMarkLabels, unmarkedLabel } from './attendance.labels.js';

/** What is said of a participant in a session. */
export const attendanceMarks = ['present', 'late', 'permitted', 'sick', 'on_duty', 'absent'] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

/** Attendance of one participant over all planned mandatory sessions. JP throughout. */
export interface AttendanceSummary {
  readonly plannedLessonHours: number;
  readonly attendedLessonHours: number;
  /** JP missed with permission, by illness or on duty. */
  readonly excusedLessonHours: number;
  /** JP that the percentage is taken of: all planned, less the excused ones where the curriculum says so. */
  readonly countedLessonHours: number;
  /** Attended of counted, 0–100, cut to one decimal; 0 when nothing counts. */
  readonly percent: number;
  /** JP attended if everything still open is attended in full. */
  readonly reachableLessonHours: number;
  /** The percentage then. */
  readonly reachablePercent: number;
}

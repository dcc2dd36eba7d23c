export { AttendanceModule } from './attendance.module.js';
export { loadPlannedSessions, placeOfEnrolment, type EnrolmentPlace } from './attendance.queries.js';
export { isoOf, marksInForceOf, participantColumns, participantJoins, participantMatches, participantOrder, wordsAsked } from './participant.queries.js';

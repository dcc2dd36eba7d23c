export {
  reportKinds,
  type Attendee, type Match, type MatchKind, type MeetingReport, type MeetingWindow, type ReportedMark, type ReportKind, type ReportOutcome, type ReportPreview, type ReportResult, type ReportRow,
  type RosterPerson, type Visit,
} from './report.types.js';
export { readReport } from './reading.rules.js';
export { readMinutes, readMoment } from './moment.rules.js';
export { attendeesOf, fullShare, lateAfterMinutes, matchAttendees, reportedMark, reportOutcome } from './report.rules.js';
export { PreviewReportRequest, ReportMatch, TakeReportRequest } from './report.dto.js';
export { matchLabels, reportKindLabels, reportOutcomeLabels } from './report.labels.js';
export { reportProblems } from './report.problems.js';

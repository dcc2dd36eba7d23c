export {
  clashCodes, holidayKinds, moveRefusals,
  type Booking, type CalendarFeedView, type Clash, type ClashCode, type ClashGround, type CohortCalendar, type EntryRole, type HolidayKind, type HolidayMark, type HolidayRow, type MovableSession,
  type MoveRefusal, type NewCalendarFeed, type OtherBooking, type OwnBooking, type ReplanMove, type ReplanPreview, type ReplanReaders, type ReplanView, type TaughtSession, type WantedMove,
} from './calendar.types.js';
export { clashesOf, isWeekend, simultaneous } from './clash.rules.js';
export { afterMoves, clashChanges, decideReplan, inverseOf, movedBy, shiftFrom, stepMinutes, undoHours, undoUntil } from './replan.rules.js';
export { clashChips, clashLabels, entryLabels, entryRoleLabels, fillSentence, holidayKindLabels, moveRefusalLabels, wordClash } from './calendar.labels.js';
export { ChangeHolidayRequest, HolidayQuery, HolidayRequest, PreviewReplanRequest, ReplanItem, ReplanRequest, UndoReplanRequest } from './calendar.dto.js';
export { calendarProblems } from './calendar.problems.js';

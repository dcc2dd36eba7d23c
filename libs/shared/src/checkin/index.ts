export {
  checkInWays, flagKinds,
  type CheckInAnswer, type CheckInDecision, type CheckInFacts, type CheckInKind, type CheckInRecord, type CheckInSession, type CheckInWay, type Circle, type CodeFinding, type CodeText,
  type Flag, type FlagKind, type FlagRow, type MachineMark, type OpeningRule, type OpeningSettings, type OpeningView, type OwnOpening, type Point, type Position, type ScreenView, type ShownCode,
} from './checkin.types.js';
export { decideCheckIn, isHandMade, openingState, partialLessonHours, sourceOf } from './checkin.rules.js';
export { codeUrl, digitsOf, parseCode, stepAt, stepCounts, stepStart, stepWasShown, tokenText } from './code.rules.js';
export { distanceM, placeFlags } from './place.rules.js';
export { CardCheckInRequest, CheckInRequest, ExtendCheckInRequest, FlagNoteRequest, FlagVerdictRequest, OpenCheckInRequest, PositionRequest } from './checkin.dto.js';
export { checkInWayLabels, flagLabels } from './checkin.labels.js';
export { checkInProblems } from './checkin.problems.js';

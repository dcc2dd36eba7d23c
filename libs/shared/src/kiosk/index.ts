export {
  deviceMarkKinds, deviceMarkWays, deviceOutcomes,
  type ParcelAnswer, type DeviceMark, type DeviceMarkAnswer, type DeviceMarkKind, type DeviceMarkWay, type DeviceOutcome, type DevicePack, type DeviceQuestion, type DeviceQuestionRow,
  type DeviceRefusal, type DeviceRow, type DeviceSourceRow, type DeviceWalkInRow, type HeldMark, type KioskParticipant, type KioskSession, type KioskSessionChoice, type KioskWindow, type MergedMark, type MergeFacts,
  type PackPerson, type PackSession, type PlacedMark, type SignedMark,
} from './kiosk.types.js';
export { mergeMarks, participantKey, placeMark, signedText, windowAround } from './merge.rules.js';
export { clockMoved, driftNow, measureDrift, type ClockAnchor, type ClockReading } from './drift.rules.js';
export { DeviceMarkRequest, DeviceQuery, JudgeMarkRequest, KioskDayQuery, PrepareDeviceRequest, RevokeDeviceRequest, SendParcelRequest } from './kiosk.dto.js';
export { deviceOutcomeLabels, offlineReason } from './kiosk.labels.js';
export { kioskProblems } from './kiosk.problems.js';

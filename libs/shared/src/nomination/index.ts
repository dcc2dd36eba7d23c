export {
  windowCodes, type NamedCell, type NominatedPerson, type NominationDesk, type NominationDetail, type NominationReceipt, type NominationRow, type NominationWindow, type NomineeAnswer, type NomineeRecord,
  type NomineeRow, type NomineeWarning, type OpenCohort, type QuotaSummary, type WindowCode, type WindowTerms,
} from './nomination.types.js';
export {
  applicationWindow, commonUnitPath, isPickable, letterIsNeeded, letterProblems, nominationWindow, placePicks, summariseQuota, warningsOf, type LetterDraft, type PickedNominee, type PickPlace,
} from './nomination.rules.js';
export {
  applicationStepCodes, stepStates, type Applications, type ApplicationRecord, type ApplicationStatus, type ApplicationStep, type ApplicationStepCode, type CohortToApply, type NotedMove, type StepState,
} from './application.types.js';
export { applicationSteps } from './application.rules.js';
export { leaveKinds, type LeaveKind, type LeaveRow } from './leave.types.js';
export { ApplyRequest, NominateRequest, NominationQuery, NomineeQuery } from './nomination.dto.js';
export { LeaveRequest } from './leave.dto.js';
export { leaveKindLabels } from './leave.labels.js';
export { applicationStepLabels, stepStateLabels, wordShortfall, wordWarning, wordWindow } from './nomination.labels.js';
export { nominationProblems } from './nomination.problems.js';

export {
  absenceKinds, absenceStates,
  type AbsenceChoice, type AbsenceDecision, type AbsenceEffect, type AbsenceFacts, type AbsenceKind, type AbsenceRefusal, type AbsenceRequestView, type AbsenceRow, type AbsenceSession, type AbsenceState,
} from './absence.types.js';
export { absenceEffect, decideAbsence, lateAbsenceDays, type AbsenceGround } from './absence.rules.js';
export { AbsencePreviewRequest, AbsenceQuery, AskAbsenceRequest, DecideAbsenceRequest } from './absence.dto.js';
export { absenceKindLabels, absenceStateLabels, wordAbsenceEffect } from './absence.labels.js';
export { absenceProblems } from './absence.problems.js';

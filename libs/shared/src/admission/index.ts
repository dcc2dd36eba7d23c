export {
  admissionRoutes, eligibilityCodes, quotaBands, selectionSteps, type AdmissionRoute, type EligibilityCode, type EligibilityFacts, type EligibilityRule, type EligibilityShortfall,
  type QuotaBand, type QuotaCell, type ReserveUse, type SelectionStep,
} from './admission.types.js';
export { bandOf, decideEligibility } from './eligibility.rules.js';
export { cellsFor, chooseCell, isReserve, type QuotaPlace } from './quota.rules.js';
export { cellKey, decideMatrix, matrixCodes, type DraftCell, type MatrixCode, type MatrixDecision, type MatrixFacts, type MatrixProblem, type Placement, type SeatHolder } from './matrix.rules.js';
export { admissionRouteLabels, quotaBandLabels, wordCell } from './admission.labels.js';
export {
  AdmissionDefaultsRequest, AdmissionRequest, AllocationChange, AllocationQuery, AllocationRequest, EligibilityRequest, EligibilityTrial, QuotaCellItem, QuotaRequest,
} from './admission.dto.js';
export { decideAllocation, type AllocationFacts } from './allocation.rules.js';
export { admissionProblems } from './admission.problems.js';
export type {
  AdmissionDefaults, AdmissionDefaultsView, AdmissionView, AllocationRow, EligibilityCount, QuotaCellView, QuotaEffects, QuotaUnit, QuotaView,
} from './admission.view.types.js';

export {
  admissionRoutes, eligibilityCodes, quotaBands, selectionSteps, type AdmissionRoute, type EligibilityCode, type EligibilityFacts, type EligibilityRule, type EligibilityShortfall,
  type QuotaBand, type QuotaCell, type ReserveUse, type SelectionStep,
} from './admission.types.js';
export { bandOf, decideEligibility } from './eligibility.rules.js';
export { cellsFor, chooseCell, isReserve, type QuotaPlace } from './quota.rules.js';

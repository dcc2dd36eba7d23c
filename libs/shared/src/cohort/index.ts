export {
  cohortModes, cohortStates, partnerRoles, phaseModes, publishProblemCodes, sessionStates,
  type ClassPlan, type CohortMode, type CohortPlan, type CohortState, type DatedPlan, type PartnerRole, type PhaseMode, type PhasePlan,
  type PublishProblem, type PublishProblemCode, type SessionPlan, type SessionState,
} from './cohort.types.js';
export { mayMoveCohort, nextCohortStates, shiftPlan, suggestLessonHours } from './cohort.rules.js';
export { publishProblems } from './publish.rules.js';
export { cohortModeLabels, cohortStateLabels, firstPhaseName, partnerRoleLabels, phaseModeLabels, sessionStateLabels, wordPublishProblem } from './cohort.labels.js';
export { allowedCohortOperations, cohortOperations, mayEditCohort, takesParticipants, type CohortOperation, type CohortRights } from './operation.rules.js';
export { cohortStepCodes, nextSteps, type CohortStep, type CohortStepCode, type NextSteps, type StepPlace, type StepRecord, type StepSession } from './next-step.rules.js';
export { ChangeCohortRequest, CloneCohortRequest, CohortQuery, CreateCohortRequest, MoveCohortRequest } from './cohort.dto.js';
export {
  CancelSessionRequest, ChangeSessionRequest, ClassItem, PartnerItem, PhaseItem, PutClassesRequest, PutPartnersRequest, PutPhasesRequest, PutSignatoriesRequest,
  SessionRequest, SignatoryItem,
} from './plan.dto.js';
export { cohortProblems } from './cohort.problems.js';
export type {
  ClassView, CohortDetail, CohortRow, CohortSummary, FacilitatorView, ModuleView, PartnerView, PhaseView, PublishCheck, SessionView,
} from './cohort.view.types.js';

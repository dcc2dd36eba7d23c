export {
  cohortModes, cohortStates, partnerRoles, phaseModes, publishProblemCodes, sessionStates,
  type ClassPlan, type CohortMode, type CohortPlan, type CohortState, type DatedPlan, type PartnerRole, type PhaseMode, type PhasePlan,
  type PublishProblem, type PublishProblemCode, type SessionPlan, type SessionState,
} from './cohort.types.js';
export { mayMoveCohort, nextCohortStates, shiftPlan, suggestLessonHours } from './cohort.rules.js';
export { publishProblems } from './publish.rules.js';
export { cohortModeLabels, cohortStateLabels, partnerRoleLabels, phaseModeLabels, sessionStateLabels, wordPublishProblem } from './cohort.labels.js';

export { requireEditable, requireVersion } from './cohort.demands.js';
export { Cohort } from './cohort.entity.js';
export { CohortModule } from './cohort.module.js';
export { holdCohort, isTaking, lockCohort, placeOfSession, placeTables, type LockedCohort } from './cohort.queries.js';
export { loadCohortPlan, type Span } from './publish.queries.js';

export { requireEditable, requireVersion } from './cohort.demands.js';
export { Cohort } from './cohort.entity.js';
export { CohortModule } from './cohort.module.js';
export { isTaking, lockCohort, type LockedCohort } from './cohort.queries.js';

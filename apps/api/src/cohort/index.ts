export { Cohort } from './cohort.entity.js';
export { CohortModule } from './cohort.module.js';
export { isTaking, likeText, lockCohort, type LockedCohort } from './cohort.queries.js';
export { followGrants } from './grant.queries.js';
export { Session } from './session.entity.js';

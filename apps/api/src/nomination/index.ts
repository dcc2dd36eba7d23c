export { NominationModule } from './nomination.module.js';
export { loadOpenCohorts } from './open.queries.js';

export { GraduationModule } from './graduation.module.js';
export { StandingService } from './standing.service.js';
export { evaluate } from './evaluation.js';
export { loadAcceptedIds, loadCohorts, readerOf } from './graduation.queries.js';

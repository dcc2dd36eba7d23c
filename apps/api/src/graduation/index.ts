export { GraduationModule } from './graduation.module.js';
export { StandingService } from './standing.service.js';

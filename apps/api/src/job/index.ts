export { JobModule } from './job.module.js';

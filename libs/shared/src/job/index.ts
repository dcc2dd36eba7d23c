export type { JobState, JobView } from './job.types.js';

export { CohortStore } from './cohort-store';

export { CohortApi, type CohortLists } from './cohort-api';
export { CohortMoves } from './cohort-moves';
export { CohortStore } from './cohort-store';
export { cohortWords } from './cohort-words';
export { editCohort } from './edit-cohort';

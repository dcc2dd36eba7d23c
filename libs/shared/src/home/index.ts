export { taskKinds } from './home.types.js';
export type {
  AdminDesk, CohortOnDesk, CohortToFill, Desk, HeadDesk, MeritDesk, RecentCohort, RoleHome, SessionOfToday, SessionOnDesk, Task, TaskKind, TaskUrgency, TeachingDesk,
} from './home.types.js';
export { tasksOf } from './home.rules.js';
export { countedUpTo, wordTask, type TaskWords } from './home.labels.js';
export { HomeQuery } from './home.dto.js';

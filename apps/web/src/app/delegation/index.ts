export { deputyOr } from './deputy.guard';
export { DeputyNote } from './deputy-note';

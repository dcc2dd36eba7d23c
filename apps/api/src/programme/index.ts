export { ProgrammeModule } from './programme.module.js';
export { usualPredicates } from './curriculum.default.js';

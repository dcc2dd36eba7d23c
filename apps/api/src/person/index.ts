export { followEmployments } from './employment.queries.js';
export { Employment } from './employment.entity.js';
export { Person } from './person.entity.js';
export { PersonModule } from './person.module.js';

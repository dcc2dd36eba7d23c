export { announce } from './announce.js';
export { placeOfCohort } from './log.queries.js';
export { MessageModule } from './message.module.js';

export { problemWords } from './problems.js';
export * from './platform/index.js';
export * from './identity/index.js';
export * from './person/index.js';
export * from './cohort/index.js';
export * from './enrolment/index.js';
export * from './attendance/index.js';
export * from './graduation/index.js';
export * from './certificate/index.js';

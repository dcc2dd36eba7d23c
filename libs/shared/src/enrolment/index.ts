export { enrolmentStates, type EnrolmentState } from './enrolment.types.js';
export { mayMoveEnrolment, nextEnrolmentStates, takesSeat } from './enrolment.rules.js';
export { enrolmentStateLabels } from './enrolment.labels.js';

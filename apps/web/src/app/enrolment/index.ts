export { enrolmentStateLooks } from './enrolment.looks';

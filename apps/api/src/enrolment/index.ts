export { EnrolmentModule } from './enrolment.module.js';
export { enrolPeople, type IntakeRow, type IntakeRules } from './intake.js';

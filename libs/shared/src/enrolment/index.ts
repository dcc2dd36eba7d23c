export { enrolmentStates, type EnrolmentState } from './enrolment.types.js';
export { mayMoveEnrolment, nextEnrolmentStates, takesSeat } from './enrolment.rules.js';
export { enrolmentStateLabels } from './enrolment.labels.js';
export { decideIntake, intakeCodes, intakeOutcomes, type FreeSeats, type IntakeCandidate, type IntakeCode, type IntakeDecision, type IntakeOutcome } from './intake.rules.js';
export { AssignClassRequest, CandidateQuery, EnrolRequest, MoveEnrolmentRequest, ParticipantQuery } from './enrolment.dto.js';
export { enrolmentProblems } from './enrolment.problems.js';
export type { CandidateRow, IntakeAnswer, IntakeReport, ParticipantRow } from './enrolment.view.types.js';

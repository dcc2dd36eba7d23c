export { enrolmentStates, handStates, type EnrolmentState, type HandState } from './enrolment.types.js';
export { leavesCohort, mayMoveEnrolment, movesByHand, nextEnrolmentStates, takesSeat } from './enrolment.rules.js';
export { enrolmentStateLabels, moveReasonLabels } from './enrolment.labels.js';
export { decideIntake, intakeCodes, intakeOutcomes, type IntakeCode, type IntakeDecision, type IntakeOutcome, type IntakeRow } from './intake.rules.js';
export { decideMoves } from './move.rules.js';
export {
  moveCodes, moveReasons, reasonsToLeave, type AskedMove, type CeilingFact, type MoveCode, type MoveFacts, type MoveOutcome, type MoveReason, type MovingParticipant, type SeatFacts,
} from './move.types.js';
export { AssignClassRequest, CandidateQuery, EnrolRequest, MoveEnrolmentRequest, ParticipantQuery } from './enrolment.dto.js';
export { enrolmentProblems } from './enrolment.problems.js';
export type { CandidateRow, IntakeAnswer, IntakeReport, MoveLine, ParticipantRow } from './enrolment.view.types.js';

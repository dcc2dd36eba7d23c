export { EnrolmentModule } from './enrolment.module.js';
export { enrolPeople, type IntakeRules } from './intake.js';
export { factsOf } from './move.facts.js';
export { loadEligibility, loadMovers, lockSeats, type MoverRecord } from './move.queries.js';
export { EnrolmentMoves, type FreedSeat, type MoveOptions, type NominationOptions, type Nominee, type NomineeOutcome, type SeatsFreed } from './moves.js';

import { decideMoves } from './move.rules.js';
import type { MoveFacts, MoveOutcome } from './move.types.js';

export const intakeOutcomes = ['accepted', 'waitlisted', 'refused'] as const;
export type IntakeOutcome = (typeof intakeOutcomes)[number];

/** Why somebody was not taken. */
export const intakeCodes = [
  'enrolment.personUnknown', 'enrolment.repeated', 'enrolment.already', 'enrolment.rejectedBefore', 'enrolment.full', 'enrolment.classFull', 'enrolment.classUnknown',
  'enrolment.closed', 'enrolment.notEligible', 'enrolment.quotaFull', 'enrolment.allocationFull',
] as const;
export type IntakeCode = (typeof intakeCodes)[number];

/** A person to take in, and the class to place them in; null for none. */
export interface IntakeRow {
  readonly personId: string;
  readonly classId: string | null;
}

export interface IntakeDecision {
  readonly personId: string;
  readonly outcome: IntakeOutcome;
  readonly code: IntakeCode | null;
  /** What is to be written; null when refused. */
  readonly move: MoveOutcome | null;
}

/** Who gets a seat, who waits, who is refused and why: in the order asked, until the seats are gone. Participants are known by the id of the person. */
export function decideIntake(facts: MoveFacts, rows: readonly IntakeRow[], whenFull: 'refuse' | 'waitlist'): readonly IntakeDecision[] {
  const moves = rows.map(({ personId, classId }) => ({ enrolmentId: personId, to: 'accepted' as const, classId, ...(whenFull === 'waitlist' ? { whenFull: 'waitlisted' as const } : {}) }));
  return decideMoves(facts, moves).map((move) => ({
    personId: move.enrolmentId, outcome: outcomeOf(move), code: codeOf(move), move: move.outcome === 'moved' ? move : null,
  }));
}

function outcomeOf({ outcome, to }: MoveOutcome): IntakeOutcome {
  if (outcome === 'refused') return 'refused';
  return to === 'waitlisted' ? 'waitlisted' : 'accepted';
}

function codeOf({ code, from }: MoveOutcome): IntakeCode | null {
  if (code === 'enrolment.unknown') return 'enrolment.personUnknown';
  if (code === 'enrolment.noSuchMove') return from === 'rejected' ? 'enrolment.rejectedBefore' : 'enrolment.already';
  if (code === 'cohort.over') return 'enrolment.closed';
  return intakeCodes.find((known) => known === code) ?? null;
}

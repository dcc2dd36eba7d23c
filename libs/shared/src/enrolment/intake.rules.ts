import { mayMoveEnrolment } from './enrolment.rules.js';
import type { EnrolmentState } from './enrolment.types.js';

export const intakeOutcomes = ['accepted', 'waitlisted', 'refused'] as const;
export type IntakeOutcome = (typeof intakeOutcomes)[number];

/** Why somebody was not taken. */
export const intakeCodes = ['enrolment.personUnknown', 'enrolment.repeated', 'enrolment.already', 'enrolment.rejectedBefore', 'enrolment.full', 'enrolment.classFull'] as const;
export type IntakeCode = (typeof intakeCodes)[number];

/** A person somebody wants to take into a cohort. */
export interface IntakeCandidate {
  readonly personId: string;
  /** Whether the person exists within the reach of whoever asks. */
  readonly known: boolean;
  /** Standing in the cohort; null when there is none. */
  readonly state: EnrolmentState | null;
}

/** Seats that are free. */
export interface FreeSeats {
  readonly cohort: number;
  /** Null when no class is meant. */
  readonly class: number | null;
}

export interface IntakeDecision {
  readonly personId: string;
  readonly outcome: IntakeOutcome;
  readonly code: IntakeCode | null;
}

/** Who gets a seat, who waits, who is refused and why: in the order asked, until the seats are gone. */
export function decideIntake(candidates: readonly IntakeCandidate[], free: FreeSeats, whenFull: 'refuse' | 'waitlist'): readonly IntakeDecision[] {
  const seen = new Set<string>();
  let taken = 0;
  return candidates.map((candidate) => {
    const barred = bar(candidate, seen.has(candidate.personId));
    seen.add(candidate.personId);
    const code = barred ?? shortOf(free, taken);
    if (code === null) {
      taken += 1;
      return { personId: candidate.personId, outcome: 'accepted', code: null };
    }
    const mayWait = barred === null && whenFull === 'waitlist' && (candidate.state === null || mayMoveEnrolment(candidate.state, 'waitlisted'));
    return mayWait ? { personId: candidate.personId, outcome: 'waitlisted', code: null } : { personId: candidate.personId, outcome: 'refused', code };
  });
}

function bar({ known, state }: IntakeCandidate, repeated: boolean): IntakeCode | null {
  if (!known) return 'enrolment.personUnknown';
  if (repeated) return 'enrolment.repeated';
  if (state === null || mayMoveEnrolment(state, 'accepted')) return null;
  return state === 'rejected' ? 'enrolment.rejectedBefore' : 'enrolment.already';
}

function shortOf(free: FreeSeats, taken: number): IntakeCode | null {
  if (taken >= free.cohort) return 'enrolment.full';
  return free.class !== null && taken >= free.class ? 'enrolment.classFull' : null;
}

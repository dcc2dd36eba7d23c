import { mayMoveEnrolment } from './enrolment.rules.js';
import type { EnrolmentState } from './enrolment.types.js';

export const intakeOutcomes = ['accepted', 'waitlisted', 'refused'] as const;
export type IntakeOutcome = (typeof intakeOutcomes)[number];

/** Why somebody was not taken. */
export const intakeCodes = ['enrolment.personUnknown', 'enrolment.repeated', 'enrolment.already', 'enrolment.rejectedBefore', 'enrolment.full', 'enrolment.classFull', 'enrolment.classUnknown'] as const;
export type IntakeCode = (typeof intakeCodes)[number];

/** A person somebody wants to take into a cohort. */
export interface IntakeCandidate {
  readonly personId: string;
  /** Whether the person exists within the reach of whoever asks. */
  readonly known: boolean;
  /** Standing in the cohort; null when there is none. */
  readonly state: EnrolmentState | null;
  /** The class to place them in; null for none. */
  readonly classId: string | null;
}

/** Seats that are free, of the cohort and of each of its classes by id. */
export interface FreeSeats {
  readonly cohort: number;
  readonly classes: Readonly<Record<string, number>>;
}

export interface IntakeDecision {
  readonly personId: string;
  readonly outcome: IntakeOutcome;
  readonly code: IntakeCode | null;
}

/** Who gets a seat, who waits, who is refused and why: in the order asked, until the seats are gone. */
export function decideIntake(candidates: readonly IntakeCandidate[], free: FreeSeats, whenFull: 'refuse' | 'waitlist'): readonly IntakeDecision[] {
  const seen = new Set<string>();
  const left = { cohort: free.cohort, classes: { ...free.classes } };
  return candidates.map((candidate) => {
    const barred = bar(candidate, free, seen.has(candidate.personId));
    seen.add(candidate.personId);
    const code = barred ?? shortOf(left, candidate.classId);
    if (code === null) {
      take(left, candidate.classId);
      return { personId: candidate.personId, outcome: 'accepted', code };
    }
    const waits = barred === null && whenFull === 'waitlist' && (candidate.state === null || mayMoveEnrolment(candidate.state, 'waitlisted'));
    return { personId: candidate.personId, outcome: waits ? 'waitlisted' : 'refused', code: waits ? null : code };
  });
}

function bar({ known, state, classId }: IntakeCandidate, free: FreeSeats, repeated: boolean): IntakeCode | null {
  if (!known) return 'enrolment.personUnknown';
  if (repeated) return 'enrolment.repeated';
  if (state === 'rejected') return 'enrolment.rejectedBefore';
  if (state !== null && !mayMoveEnrolment(state, 'accepted')) return 'enrolment.already';
  return classId !== null && free.classes[classId] === undefined ? 'enrolment.classUnknown' : null;
}

function shortOf(left: FreeSeats, classId: string | null): IntakeCode | null {
  if (left.cohort < 1) return 'enrolment.full';
  return classId !== null && (left.classes[classId] ?? 0) < 1 ? 'enrolment.classFull' : null;
}

function take(left: { cohort: number; classes: Record<string, number> }, classId: string | null): void {
  left.cohort -= 1;
  if (classId !== null) left.classes[classId] = (left.classes[classId] ?? 0) - 1;
}

import type { EnrolmentState, HandState } from './enrolment.types.js';

/** Where a participant may go from each state. The database holds the same in its table `enrolment_path`. */
export const nextEnrolmentStates: Readonly<Record<EnrolmentState, readonly EnrolmentState[]>> = {
  nominated: ['approved', 'accepted', 'waitlisted', 'rejected', 'withdrawn'],
  approved: ['accepted', 'waitlisted', 'rejected', 'withdrawn'],
  waitlisted: ['offered', 'accepted', 'rejected', 'withdrawn'],
  offered: ['accepted', 'waitlisted', 'withdrawn'],
  accepted: ['withdrawn'],
  rejected: ['nominated'],
  withdrawn: ['accepted', 'nominated'],
};

export function mayMoveEnrolment(from: EnrolmentState, to: EnrolmentState): boolean {
  return nextEnrolmentStates[from].includes(to);
}

/** Whether someone in this state holds a seat of the cohort: one who was offered it keeps it until the answer. */
export function takesSeat(state: EnrolmentState): boolean {
  return state === 'accepted' || state === 'offered';
}

/** Whether a move to this state takes somebody out of the cohort; wants a reason. */
export function leavesCohort(state: EnrolmentState): state is 'rejected' | 'withdrawn' {
  return state === 'rejected' || state === 'withdrawn';
}

/** Whether somebody is moved to this state by hand; a seat is offered by the waiting list alone. */
export function movesByHand(state: EnrolmentState): state is HandState {
  return state !== 'offered';
}

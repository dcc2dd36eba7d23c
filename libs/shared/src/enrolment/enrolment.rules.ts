import type { EnrolmentState } from './enrolment.types.js';

/** Where a participant may go from each state. The database holds the same table in `refuse_wrong_move`. */
export const nextEnrolmentStates: Readonly<Record<EnrolmentState, readonly EnrolmentState[]>> = {
  nominated: ['approved', 'accepted', 'waitlisted', 'rejected', 'withdrawn'],
  approved: ['accepted', 'waitlisted', 'rejected', 'withdrawn'],
  waitlisted: ['accepted', 'rejected', 'withdrawn'],
  accepted: ['withdrawn'],
  rejected: ['nominated'],
  withdrawn: ['accepted'],
};

export function mayMoveEnrolment(from: EnrolmentState, to: EnrolmentState): boolean {
  return nextEnrolmentStates[from].includes(to);
}

/** Whether someone in this state holds a seat of the cohort. */
export function takesSeat(state: EnrolmentState): boolean {
  return state === 'accepted';
}

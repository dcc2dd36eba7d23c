/** Standing of a participant: a person in a cohort, from nomination on. */
export const enrolmentStates = ['nominated', 'approved', 'waitlisted', 'offered', 'accepted', 'rejected', 'withdrawn'] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

/** Standing of a participant: a person in a cohort, from nomination on. */
export const enrolmentStates = ['nominated', 'approved', 'waitlisted', 'offered', 'accepted', 'rejected', 'withdrawn'] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

/** States that somebody is moved to by hand. `offered` is none of them: the waiting list offers seats, with a deadline. */
export const handStates = ['nominated', 'approved', 'accepted', 'waitlisted', 'rejected', 'withdrawn'] as const satisfies readonly EnrolmentState[];
export type HandState = (typeof handStates)[number];

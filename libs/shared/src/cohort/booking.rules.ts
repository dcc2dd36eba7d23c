import { instantMs } from '../platform/dates.rules.js';
import type { PublishProblem } from './cohort.types.js';

/** A session that occupies people and a place, of this cohort or of another. */
export interface Booking {
  readonly sessionId: string;
  readonly title: string;
  readonly cohortName: string;
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venue: string;
  readonly facilitators: readonly { readonly personId: string; readonly name: string }[];
}

/** A session of the cohort that is checked, with its place in the plan. */
export interface OwnBooking extends Booking {
  readonly index: number;
}

/**
 * Facilitators who would teach twice at once, and places taken by another cohort. Warnings: two halls may share a
 * name, and a facilitator may share a session. Collisions inside the cohort's own venue are said by `publishProblems`.
 */
export function bookingProblems(own: readonly OwnBooking[], others: readonly Booking[]): readonly PublishProblem[] {
  return own.flatMap((session) => [
    ...own.filter((other) => other.index < session.index && simultaneous(session, other)).flatMap((other) => taughtTwice(session, other)),
    ...others.filter((other) => simultaneous(session, other)).flatMap((other) => [...taughtTwice(session, other), ...placeTaken(session, other)]),
  ]);
}

function simultaneous(one: Booking, other: Booking): boolean {
  return instantMs(one.startsAt) < instantMs(other.endsAt) && instantMs(other.startsAt) < instantMs(one.endsAt);
}

function taughtTwice(session: OwnBooking, other: Booking): readonly PublishProblem[] {
  const ids = new Set(other.facilitators.map(({ personId }) => personId));
  return session.facilitators.filter(({ personId }) => ids.has(personId)).map(({ name }) => ({
    code: 'facilitatorOverlap', path: `sessions.${session.index}.facilitatorIds`, blocking: false,
    facts: { title: session.title, other: other.title, cohort: other.cohortName, name },
  }));
}

function placeTaken(session: OwnBooking, other: Booking): readonly PublishProblem[] {
  const venue = session.venue.trim().toLowerCase();
  if (venue === '' || venue !== other.venue.trim().toLowerCase()) return [];
  const facts = { title: session.title, other: other.title, cohort: other.cohortName, venue: session.venue.trim() };
  return [{ code: 'venueTaken', path: `sessions.${session.index}.venue`, blocking: false, facts }];
}

import { addDays, daysBetween, localDate } from '../platform/dates.rules.js';
import type { Instant, Zone } from '../platform/locale.types.js';
import type { DelegationStanding, DelegationTerms } from './delegation.types.js';

/** Most days from the first to the last of a delegation; the table holds the same. */
export const longestDelegationDays = 366;

/** Where a delegation stands at an instant: it begins and ends at midnight in the head's zone. */
export function delegationStanding({ startsOn, endsOn, revokedAt, zone }: DelegationTerms, now: Instant): DelegationStanding {
  if (revokedAt !== null) return 'revoked';
  const today = localDate(now, zone);
  if (today < startsOn) return 'ahead';
  return today <= endsOn ? 'inForce' : 'ended';
}

export type DelegationProblem = 'delegation.endsBeforeStart' | 'delegation.tooLong' | 'delegation.past' | 'delegation.self' | 'delegation.overlaps';

/** A delegation that a head asks for. */
export interface DelegationDraft {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly self: boolean;
  /** Those of the same right to the same deputy that were not taken back. */
  readonly others: readonly Pick<DelegationTerms, 'startsOn' | 'endsOn'>[];
  readonly zone: Zone;
}

/** Why a delegation cannot be given; null when it can. */
export function delegationProblem({ startsOn, endsOn, self, others, zone }: DelegationDraft, now: Instant): DelegationProblem | null {
  if (self) return 'delegation.self';
  if (endsOn < startsOn) return 'delegation.endsBeforeStart';
  if (endsOn < localDate(now, zone)) return 'delegation.past';
  if (daysBetween(startsOn, endsOn) > longestDelegationDays) return 'delegation.tooLong';
  return others.some((other) => other.startsOn <= endsOn && startsOn <= other.endsOn) ? 'delegation.overlaps' : null;
}

/** The last day that a delegation may have when it begins on this one. */
export function lastDelegationDay(startsOn: string): string {
  return addDays(startsOn, longestDelegationDays);
}

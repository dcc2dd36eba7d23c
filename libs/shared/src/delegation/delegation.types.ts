import type { Zone } from '../platform/locale.types.js';

/** Where a delegation stands on a day. */
export const delegationStandings = ['ahead', 'inForce', 'ended', 'revoked'] as const;
export type DelegationStanding = (typeof delegationStandings)[number];

/** What decides whether a deputy may act. */
export interface DelegationTerms {
  /** ISO dates of the head's zone, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** ISO instant at which the head took it back, or lost the right that was delegated; null while neither. */
  readonly revokedAt: string | null;
  readonly zone: Zone;
}

/** A deputy of a head, as both see it. */
export interface DelegationRow extends DelegationTerms {
  readonly id: string;
  readonly headId: string;
  readonly headName: string;
  readonly deputyId: string;
  readonly deputyName: string;
  /** What the deputy heads meanwhile: the unit or the agency. */
  readonly placeName: string;
  readonly note: string;
  readonly standing: DelegationStanding;
}

/** A right that its holder may delegate. */
export interface DelegableGrant {
  readonly grantId: string;
  readonly placeName: string;
  readonly zone: Zone;
}

/** What somebody delegated, may delegate, and was delegated. Newest first. */
export interface Delegations {
  readonly delegable: readonly DelegableGrant[];
  readonly given: readonly DelegationRow[];
  readonly held: readonly DelegationRow[];
}

/** An account that may become a deputy. */
export interface DeputyCandidate {
  readonly accountId: string;
  readonly name: string;
  readonly positionName: string | null;
  readonly unitName: string | null;
}

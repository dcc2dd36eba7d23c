import type { Role, ScopeKind } from './permission.types.js';

/** A line in the list of accounts. */
export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly personId: string | null;
  readonly agencyName: string | null;
  readonly hasPassword: boolean;
  readonly disabled: boolean;
  readonly lastSeenAt: string | null;
  readonly grants: readonly AccountGrant[];
}

export interface AccountGrant {
  readonly id: string;
  readonly role: Role;
  readonly scope: ScopeKind;
  /** Name of the agency, unit or cohort; null for national. */
  readonly target: string | null;
}

export interface ClientRow {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly agencyName: string | null;
  readonly scopes: readonly string[];
  readonly disabled: boolean;
  readonly createdAt: string;
}

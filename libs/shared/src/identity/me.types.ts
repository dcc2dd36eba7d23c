import type { Behalf, Permission, Role, Scope } from './permission.types.js';

/** The caller as shown to the caller. */
export interface Me {
  readonly account: { readonly id: string; readonly displayName: string; readonly login: string; readonly locale: 'id' | 'en'; readonly personId: string | null };
  readonly grants: readonly MyGrant[];
  /** Union of what the grants permit somewhere. The screen offers; the server decides. */
  readonly permissions: readonly Permission[];
}

export interface MyGrant {
  readonly role: Role;
  readonly scope: Scope;
  readonly agencyName: string | null;
  readonly unitName: string | null;
  readonly cohortName: string | null;
  /** The head who delegated it until and including `until`, an ISO date of the head's zone; both null for a grant of one's own. */
  readonly onBehalfOf?: Behalf | null;
  readonly until?: string | null;
}

/** A browser in which the account is signed in. */
export interface SignInRow {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly userAgent: string | null;
  readonly current: boolean;
}

import { randomUUID } from 'node:crypto';
import type { Grant, Permission } from '@jenjang/shared';

/** Who is asking: a signed-in person or a machine client, with the grants that hold at this moment. */
export interface Actor {
  readonly accountId: string | null;
  readonly clientId: string | null;
  /** The person behind the account; null for accounts of nobody and for machines. */
  readonly personId: string | null;
  readonly displayName: string;
  readonly locale: Locale;
  readonly grants: readonly Grant[];
  /** Permissions of a machine client; null for people, whose permissions follow from their grants. */
  readonly clientPermissions: readonly Permission[] | null;
  readonly requestId: string;
  /** The sign-in that this request came with, so that it can be ended. */
  readonly signInId: string | null;
}

export type Locale = 'id' | 'en';

/** The program itself, for seeding and jobs that nobody asked for. */
export function systemActor(): Actor {
  return {
    accountId: null,
    clientId: null,
    personId: null,
    displayName: 'Jenjang',
    locale: 'id',
    grants: [{ role: 'admin', scope: { kind: 'national', agencyId: null, unitPath: null, cohortId: null } }],
    clientPermissions: null,
    requestId: randomUUID(),
    signInId: null,
  };
}

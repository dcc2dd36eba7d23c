/** What a route may ask for. Named `<feature>.<act>`; `read` alone never changes anything. */
export const permissions = [
  'agency.read', 'agency.manage',
  'person.read', 'person.manage',
  'programme.read', 'programme.manage',
  'cohort.read', 'cohort.manage',
  'enrolment.read', 'enrolment.manage',
  'nomination.submit', 'nomination.approve',
  'learning.manage',
  'attendance.read', 'attendance.mark',
  'assessment.read', 'assessment.score',
  'graduation.read', 'graduation.decide',
  'certificate.read', 'certificate.issue', 'certificate.revoke',
  'merit.read', 'merit.export',
  'account.read', 'account.manage',
  'client.manage',
  'message.manage',
  'audit.read',
  'job.manage',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['admin', 'organiser', 'facilitator', 'hr_analyst', 'agency_head', 'participant'] as const;
export type Role = (typeof roles)[number];

export const scopeKinds = ['national', 'agency', 'unit', 'cohort'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** OAuth scopes that a machine client may hold, and the permissions they stand for. */
export const clientScopes = {
  'hr.read': ['merit.read', 'certificate.read'],
  'hr.export': ['merit.read', 'merit.export', 'certificate.read'],
} as const satisfies Record<string, readonly Permission[]>;
export type ClientScope = keyof typeof clientScopes;

/** Where a role or client acts. Exactly the targets that the kind needs are set. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly agencyId: string | null;
  /** Path of the unit, `/root/…/unit/`: everything below shares the prefix. */
  readonly unitPath: string | null;
  readonly cohortId: string | null;
}

/** Where a record lies: what a scope is compared with. */
export interface Place {
  readonly agencyId?: string | null;
  readonly unitPath?: string | null;
  readonly cohortId?: string | null;
}

/** Whose right a deputy uses. */
export interface Behalf {
  readonly accountId: string;
  readonly name: string;
}

/** A role held within a scope. */
export interface Grant {
  readonly role: Role;
  readonly scope: Scope;
  /** The head who delegated it; null or absent for a grant of one's own. */
  readonly onBehalfOf?: Behalf | null;
}

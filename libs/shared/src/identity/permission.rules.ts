import type { Grant, Permission, Place, Role, Scope } from './permission.types.js';

const everything: readonly Permission[] = [
  'agency.read', 'agency.manage', 'person.read', 'person.manage', 'programme.read', 'programme.manage',
  'cohort.read', 'cohort.manage', 'enrolment.read', 'enrolment.manage', 'nomination.submit', 'nomination.approve', 'learning.manage',
  'attendance.read', 'attendance.mark', 'assessment.read', 'assessment.score',
  'graduation.read', 'graduation.decide', 'certificate.read', 'certificate.issue', 'certificate.revoke',
  'merit.read', 'merit.export', 'account.read', 'account.manage', 'client.manage', 'message.manage', 'audit.read', 'job.manage',
];

/** The permissions that come with each role. A participant has none: own records are reached through `/me`. */
export const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  admin: everything,
  organiser: [
    'agency.read', 'person.read', 'person.manage', 'programme.read', 'programme.manage', 'cohort.read', 'cohort.manage',
    'enrolment.read', 'enrolment.manage', 'learning.manage', 'attendance.read', 'attendance.mark',
    'assessment.read', 'assessment.score', 'graduation.read', 'graduation.decide',
    'certificate.read', 'certificate.issue', 'certificate.revoke', 'message.manage', 'audit.read',
  ],
  facilitator: [
    'programme.read', 'cohort.read', 'enrolment.read', 'attendance.read', 'attendance.mark', 'assessment.read', 'assessment.score',
  ],
  hr_analyst: [
    'agency.read', 'person.read', 'programme.read', 'cohort.read', 'enrolment.read', 'attendance.read', 'graduation.read', 'certificate.read',
    'merit.read', 'merit.export', 'nomination.submit', 'nomination.approve', 'audit.read',
  ],
  agency_head: [
    'agency.read', 'person.read', 'programme.read', 'cohort.read', 'enrolment.read', 'graduation.read', 'certificate.read', 'merit.read',
    'nomination.submit', 'nomination.approve',
  ],
  participant: [],
};

/** Whether a scope covers a place. A place that lies nowhere is covered by a national scope only. */
export function covers(scope: Scope, place: Place): boolean {
  switch (scope.kind) {
    case 'national':
      return true;
    case 'agency':
      return scope.agencyId !== null && place.agencyId === scope.agencyId;
    case 'unit':
      return scope.unitPath !== null && (place.unitPath?.startsWith(scope.unitPath) ?? false);
    case 'cohort':
      return scope.cohortId !== null && place.cohortId === scope.cohortId;
  }
}

/** The scopes within which a permission is held. Empty means nowhere. */
export function scopesFor(grants: readonly Grant[], permission: Permission): readonly Scope[] {
  return grants.filter((grant) => permissionsOfRole[grant.role].includes(permission)).map((grant) => grant.scope);
}

/** Whether any grant gives the permission at the place. */
export function mayAct(grants: readonly Grant[], permission: Permission, place: Place): boolean {
  return scopesFor(grants, permission).some((scope) => covers(scope, place));
}

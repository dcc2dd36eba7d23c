import type { Me, MyGrant, Permission, Role } from '@jenjang/shared/identity';
import type { HeldRole } from './signed-in.types';

/** The permissions that come with each role: the catalogue shared with the API. */
export type Catalogue = Readonly<Record<Role, readonly Permission[]>>;

/** From the widest duty to one's own learning: the order in which roles are offered. */
const order: readonly Role[] = [
  'admin',
  'organiser',
  'facilitator',
  'hr_analyst',
  'agency_head',
  'participant',
];

function placeOf(grant: MyGrant): string | null {
  return grant.cohortName ?? grant.unitName ?? grant.agencyName;
}

function placesOf(role: Role, grants: readonly MyGrant[]): readonly string[] {
  const places = grants.filter((grant) => grant.role === role).map(placeOf);
  return [...new Set(places.filter((place) => place !== null))];
}

/** The roles held, each once. Whoever is a person can also look at their own learning, as a participant. */
export function heldRoles({ account, grants }: Me): readonly HeldRole[] {
  const isHeld = (role: Role): boolean =>
    grants.some((grant) => grant.role === role) || (role === 'participant' && account.personId !== null);
  return order.filter(isHeld).map((role) => ({ role, places: placesOf(role, grants) }));
}

/** What may be done in one role: never more than the server granted. */
export function permissionsIn(
  role: Role | null,
  granted: readonly Permission[],
  catalogue: Catalogue,
): ReadonlySet<Permission> {
  const ofRole = role === null ? [] : catalogue[role];
  return new Set(granted.filter((permission) => ofRole.includes(permission)));
}

/** The first held role that carries the permission, or null. */
export function roleWith(permission: Permission, me: Me, catalogue: Catalogue): Role | null {
  const held = heldRoles(me).find(({ role }) =>
    permissionsIn(role, me.permissions, catalogue).has(permission),
  );
  return held?.role ?? null;
}

import { describe, expect, it } from '@jest/globals';
import { type Me, type MyGrant, type Role, permissionsOfRole } from '@jenjang/shared/identity';
import { heldRoles, permissionsIn, roleWith } from './roles.rules';

function grant(role: Role, agencyName: string | null): MyGrant {
  const scope = { kind: 'agency', agencyId: 'a', unitPath: null, cohortId: null } as const;
  return { role, scope, agencyName, unitName: null, cohortName: null };
}

function me(grants: readonly MyGrant[], personId: string | null = null): Me {
  const account = { id: '1', displayName: 'Melati Pualam', login: 'melati', locale: 'id', personId } as const;
  const permissions = [...new Set(grants.flatMap(({ role }) => permissionsOfRole[role]))];
  return { account, grants, permissions };
}

describe('heldRoles', () => {
  it('names each role once, with every place it holds for', () => {
    const held = heldRoles(me([grant('organiser', 'Kota Samarinda'), grant('organiser', 'Kota Bontang')]));
    expect(held).toEqual([{ role: 'organiser', places: ['Kota Samarinda', 'Kota Bontang'] }]);
  });

  it.each([
    ['a person', 'p1', ['organiser', 'participant']],
    ['nobody of its own', null, ['organiser']],
  ])('of an account that is %s', (_, personId, expected) => {
    expect(heldRoles(me([grant('organiser', null)], personId)).map(({ role }) => role)).toEqual(expected);
  });
});

describe('permissionsIn', () => {
  it('never mixes what another role held carries', () => {
    const both = me([grant('organiser', null), grant('hr_analyst', null)]);
    expect(permissionsIn('hr_analyst', both.permissions, permissionsOfRole).has('merit.export')).toBe(true);
    expect(permissionsIn('hr_analyst', both.permissions, permissionsOfRole).has('cohort.manage')).toBe(false);
  });

  it('never exceeds what the server granted', () => {
    expect(permissionsIn('admin', ['cohort.read'], permissionsOfRole)).toEqual(new Set(['cohort.read']));
  });
});

describe('roleWith', () => {
  it.each([
    ['merit.export', 'hr_analyst'],
    ['cohort.manage', 'organiser'],
    ['account.manage', null],
  ] as const)('%s leads to %s', (permission, expected) => {
    const both = me([grant('organiser', null), grant('hr_analyst', null)]);
    expect(roleWith(permission, both, permissionsOfRole)).toBe(expected);
  });
});

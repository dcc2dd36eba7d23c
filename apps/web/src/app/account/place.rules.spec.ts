import { describe, expect, it } from '@jest/globals';
import type { UnitNode } from '@jenjang/shared/agency';
import { roles } from '@jenjang/shared/identity';
import { grantableRoles, missingTarget, scopesOfRole, unitGroups, unitName } from './place.rules';

function aUnit(id: string, parentId: string | null, changes: Partial<UnitNode> = {}): UnitNode {
  return {
    id,
    parentId,
    kind: 'DINAS',
    code: id,
    name: id,
    shortName: null,
    regionCode: null,
    activeFrom: '2020-01-01',
    activeTo: null,
    path: '/',
    people: 0,
    peopleBelow: 0,
    version: 1,
    ...changes,
  };
}

const tree = [
  aUnit('root', null),
  aUnit('Kecamatan Palaran', 'root'),
  aUnit('Dinas Kesehatan', 'root'),
  aUnit('Bidang Layanan', 'Dinas Kesehatan'),
  aUnit('Seksi Rujukan', 'Bidang Layanan'),
  aUnit('Bidang Lama', 'Dinas Kesehatan', { activeTo: '2024-01-01' }),
];

describe('unitGroups', () => {
  it('makes a group of each unit below the root, by name, with everything below it', () => {
    expect(unitGroups(tree)).toEqual([
      {
        id: 'Dinas Kesehatan',
        name: 'Dinas Kesehatan',
        below: [
          { id: 'Bidang Layanan', name: 'Bidang Layanan', depth: 0 },
          { id: 'Seksi Rujukan', name: 'Seksi Rujukan', depth: 1 },
        ],
      },
      { id: 'Kecamatan Palaran', name: 'Kecamatan Palaran', below: [] },
    ]);
  });

  it('is empty without a tree', () => {
    expect(unitGroups([])).toEqual([]);
  });
});

describe('unitName', () => {
  it.each([
    ['a unit below the root', 'Dinas Kesehatan', 'Dinas Kesehatan'],
    ['one deep down', 'Seksi Rujukan', 'Seksi Rujukan'],
    ['one that is closed', 'Bidang Lama', null],
  ])('finds %s', (_, id, name) => {
    expect(unitName(unitGroups(tree), id)).toBe(name);
  });
});

describe('roles given by hand', () => {
  it('are all roles but the one that comes by taking part', () => {
    expect([...grantableRoles, 'participant'].sort()).toEqual([...roles].sort());
  });

  it.each(grantableRoles)('has a usual scope for %s', (role) => {
    expect(scopesOfRole[role].length).toBeGreaterThan(0);
  });
});

describe('missingTarget', () => {
  it.each([
    ['national needs none', { scope: 'national' }, null],
    ['an agency that is not named', { scope: 'agency' }, 'agencyId'],
    ['an agency that is', { scope: 'agency', agencyId: 'a' }, null],
    ['a unit, though its agency is named', { scope: 'unit', agencyId: 'a' }, 'unitId'],
    ['a cohort left open', { scope: 'cohort', cohortId: '' }, 'cohortId'],
  ] as const)('finds that %s', (_, grant, missing) => {
    expect(missingTarget(grant)).toBe(missing);
  });
});

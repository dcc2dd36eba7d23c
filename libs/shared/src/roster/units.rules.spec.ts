import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KnownUnit, RosterRow, UnitsWorld } from './record.types.js';
import type { RosterField } from './roster.types.js';
import { judgeUnits } from './units.rules.js';

const unit = (id: string, parentId: string | null, name: string, path: string): KnownUnit => ({ id, parentId, kind: 'DINAS', code: id.toUpperCase(), name, shortName: null, regionCode: null, path });
const world: UnitsWorld = {
  today: '2026-11-21', regionCodes: ['64.72.01'],
  units: [unit('root', null, 'Pemerintah Kota Embun', '/root/'), unit('d', 'root', 'Dinas Kesehatan', '/root/d/'), unit('b', 'd', 'Bidang Pelayanan', '/root/d/b/')],
};
type Cells = Partial<Record<RosterField, string>>;
const rows = (...cells: Cells[]): RosterRow[] => cells.map((each, index) => ({ rowNumber: index + 2, cells: each, faults: [] }));
const told = (...cells: Cells[]) => judgeUnits(rows(...cells), world).map(({ outcome, problems }) => [outcome, ...problems.map(({ field, code }) => `${field ?? 'row'} ${code}`)].join(' '));

describe('units of a file', () => {
  it('hang below what is on record or below each other, in any order', () => {
    const verdicts = judgeUnits(rows({ code: 'S1', name: 'Seksi Gizi', parent: 'B1' }, { code: 'B1', name: 'Bidang Gizi', parent: 'dinas kesehatan' }), world);
    expect(verdicts.map(({ outcome, record }) => [outcome, record?.kind, record?.parentId, record?.parentRow, record?.level])).toEqual([['new', 'SEKSI', null, 3, 3], ['new', 'BIDANG', 'd', null, 2]]);
  });

  it('stay, change or move when they are on record', () => {
    const verdicts = judgeUnits(rows({ code: 'd', name: 'Dinas Kesehatan' }, { code: 'B', name: 'Bidang Layanan', parent: 'ROOT' }), world);
    expect(verdicts.map(({ outcome, targetId, changes }) => [outcome, targetId, changes])).toEqual([
      ['unchanged', 'd', []],
      ['updated', 'b', [{ field: 'name', from: 'Bidang Pelayanan', to: 'Bidang Layanan' }, { field: 'parent', from: 'Dinas Kesehatan', to: 'Pemerintah Kota Embun' }]],
    ]);
  });

  it.each<[string, Cells[], string[]]>([
    ['no code', [{ name: 'Bidang', parent: 'D' }], ['rejected code roster.missing']],
    ['no name', [{ code: 'X', parent: 'D' }], ['rejected name roster.missing']],
    ['no parent, as there is a root', [{ code: 'X', name: 'Kota Lain' }], ['rejected parent unit.oneRoot']],
    ['an unknown parent', [{ code: 'X', name: 'Bidang', parent: 'Dinas Kesehtan' }], ['rejected parent roster.unitUnknown']],
    ['itself as parent', [{ code: 'X', name: 'Bidang', parent: 'X' }], ['rejected parent unit.underItself']],
    ['the root below another', [{ code: 'ROOT', name: 'Kota', parent: 'D' }], ['rejected parent unit.rootStays']],
    ['an unknown kind', [{ code: 'X', name: 'Bidang', parent: 'D', unitKind: 'Warung' }], ['rejected unitKind roster.unitKind']],
    ['an unknown region', [{ code: 'X', name: 'Bidang', parent: 'D', regionCode: '99' }], ['rejected regionCode agency.regionUnknown']],
    ['one code twice', [{ code: 'X', name: 'Bidang', parent: 'D' }, { code: 'x', name: 'Bidang', parent: 'D' }], ['new', 'rejected code roster.repeated']],
    ['a ring of new units', [{ code: 'X', name: 'Bidang X', parent: 'Y' }, { code: 'Y', name: 'Bidang Y', parent: 'X' }, { code: 'Z', name: 'Bidang Z', parent: 'Y' }], ['rejected parent roster.cycle', 'rejected parent roster.cycle', 'rejected parent roster.cycle']],
    ['a ring through units on record', [{ code: 'D', name: 'Dinas Kesehatan', parent: 'B' }], ['rejected parent roster.cycle']],
    ['what hangs below a rejected row', [{ code: 'X', name: '', parent: 'D' }, { code: 'Y', name: 'Bidang Y', parent: 'X' }, { code: 'Z', name: 'Bidang Z', parent: 'Y' }], ['rejected name roster.missing', 'rejected parent roster.parentRejected', 'rejected parent roster.parentRejected']],
  ])('refuses %s', (_, cells, expected) => {
    expect(told(...cells)).toEqual(expected);
  });

  it('makes the root of an empty tree', () => {
    expect(judgeUnits(rows({ code: 'K', name: 'Pemerintah Kota Baru' }, { code: 'D', name: 'Dinas', parent: 'K' }), { ...world, units: [] }).map(({ outcome, record }) => [outcome, record?.level])).toEqual([['new', 0], ['new', 1]]);
  });

  it('never accepts rows that would leave the tree with a cycle', () => {
    const code = fc.constantFrom('ROOT', 'D', 'B', 'X', 'Y', 'Z');
    fc.assert(fc.property(fc.array(fc.record({ code, name: fc.constant('Bidang'), parent: fc.oneof(code, fc.constant('')) }), { maxLength: 7 }), (cells) => {
      const accepted = judgeUnits(rows(...cells), world).flatMap(({ record }) => (record ? [record] : []));
      const codeOf = (id: string | null): string | null => world.units.find((known) => known.id === id)?.code ?? null;
      const parents = new Map<string, string | null>(world.units.map((known) => [known.code, codeOf(known.parentId)]));
      for (const record of accepted) parents.set(record.code, record.parentRow === null ? codeOf(record.parentId) : (cells[record.parentRow - 2]?.code ?? null));
      for (const start of parents.keys()) {
        let at: string | null = start;
        for (let steps = 0; at !== null; steps += 1) {
          expect(steps).toBeLessThan(20);
          at = parents.get(at) ?? null;
        }
      }
      expect([...parents.values()].filter((parent) => parent === null)).toHaveLength(1);
    }), { numRuns: 500 });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { idsOnPath, refuseClosing, refuseMove, treeOrder, type UnitPlace } from './unit.rules.js';

const root: UnitPlace = { id: 'r', parentId: null, path: '/r/', activeTo: null };
const dinas: UnitPlace = { id: 'd', parentId: 'r', path: '/r/d/', activeTo: null };
const bidang: UnitPlace = { id: 'b', parentId: 'd', path: '/r/d/b/', activeTo: null };
const badan: UnitPlace = { id: 'x', parentId: 'r', path: '/r/x/', activeTo: null };
const today = '2026-11-21';

describe('moving a unit', () => {
  it.each([
    ['the root', root, badan, 'unit.rootStays'],
    ['below itself', dinas, dinas, 'unit.underItself'],
    ['below what is below it', dinas, bidang, 'unit.underItself'],
    ['to where it is', dinas, root, 'unit.sameParent'],
    ['below nothing', dinas, null, 'unit.parentUnknown'],
    ['below what closed yesterday', bidang, { ...badan, activeTo: '2026-11-20' }, 'unit.parentClosed'],
    ['below what closes today', bidang, { ...badan, activeTo: today }, 'unit.parentClosed'],
    ['below what closes tomorrow', bidang, { ...badan, activeTo: '2026-11-22' }, null],
    ['below another', bidang, badan, null],
    ['up', bidang, root, null],
  ] as const)('%s', (_, unit, parent, refusal) => {
    expect(refuseMove(unit, parent, today)).toBe(refusal);
  });
});

describe('closing a unit', () => {
  it.each([
    [{ isRoot: true, people: 0, units: 0 }, { code: 'unit.rootStays', count: 0 }],
    [{ isRoot: false, people: 3, units: 2 }, { code: 'unit.hasPeople', count: 3 }],
    [{ isRoot: false, people: 0, units: 2 }, { code: 'unit.hasUnits', count: 2 }],
    [{ isRoot: false, people: 0, units: 0 }, null],
  ])('%o', (facts, refusal) => {
    expect(refuseClosing(facts)).toEqual(refusal);
  });
});

describe('the order of a tree', () => {
  const unit = (id: string, parentId: string | null, name: string) => ({ id, parentId, name });

  it('puts each unit before those below it, siblings by name, numbers as numbers', () => {
    const items = treeOrder([unit('c', 'a', 'RT 10'), unit('b', 'a', 'RT 9'), unit('a', null, 'Akar'), unit('d', 'b', 'Seksi')]);
    expect(items.map(({ unit: { id }, depth, children }) => [id, depth, children])).toEqual([['a', 0, 2], ['b', 1, 1], ['d', 2, 0], ['c', 1, 0]]);
  });

  it('shows part of a tree from its own top', () => {
    expect(treeOrder([unit('b', 'gone', 'B'), unit('c', 'b', 'C')]).map(({ depth }) => depth)).toEqual([0, 1]);
  });

  it('keeps every unit of any tree exactly once, below its parent', () => {
    const trees = fc.array(fc.nat(), { maxLength: 40 }).map((picks) => picks.map((pick, index) => unit(String(index), index === 0 ? null : String(pick % index), `Unit ${pick}`)));
    fc.assert(fc.property(trees, (units) => {
      const items = treeOrder(units);
      expect(items.map(({ unit: { id } }) => id).sort()).toEqual(units.map(({ id }) => id).sort());
      const depths = new Map(items.map(({ unit: { id }, depth }) => [id, depth]));
      for (const { unit: { parentId }, depth } of items) expect(depth).toBe(parentId === null ? 0 : depths.get(parentId)! + 1);
    }));
  });

  it('reads a path from the root down', () => {
    expect(idsOnPath('/r/d/b/')).toEqual(['r', 'd', 'b']);
  });
});

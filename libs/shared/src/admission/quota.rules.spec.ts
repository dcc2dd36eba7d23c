import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quotaBands, type QuotaCell } from './admission.types.js';
import { cellsFor, chooseCell, isReserve } from './quota.rules.js';

const cell = (id: string, unit: string | null, band: QuotaCell['band'], seats = 1, taken = 0): QuotaCell => ({ id, unitId: unit, unitPath: unit === null ? null : `/r/${unit}/`, band, seats, taken });
const matrix = [cell('reserve', null, null), cell('any III', null, 'III'), cell('dinkes', 'dinkes', null), cell('dinkes III', 'dinkes', 'III'), cell('dukcapil III', 'dukcapil', 'III')];

describe('the cell of a seat', () => {
  it.each([
    ['of the unit and band', '/r/dinkes/', 'III', ['dinkes III', 'dinkes', 'any III', 'reserve']],
    ['of a unit above', '/r/dinkes/bidang/seksi/', 'III', ['dinkes III', 'dinkes', 'any III', 'reserve']],
    ['of the unit for another band', '/r/dinkes/', 'IV', ['dinkes', 'reserve']],
    ['of the band for another unit', '/r/setda/', 'III', ['any III', 'reserve']],
    ['of nobody else', '/r/setda/', 'NONE', ['reserve']],
    ['of people without a unit', '', 'III', ['any III', 'reserve']],
    ['of a unit whose id begins alike', '/r/dinkes2/', 'III', ['any III', 'reserve']],
  ] as const)('%s', (_, unitPath, band, ids) => {
    expect(cellsFor(matrix, { unitPath, band }).map(({ id }) => id)).toEqual(ids);
    expect(chooseCell(matrix, { unitPath, band })?.id).toBe(ids[0]);
  });

  it('is the next one when the first is full, and none when all are', () => {
    const full = matrix.map((one) => (one.id === 'dinkes III' ? { ...one, taken: 1 } : one));
    expect(chooseCell(full, { unitPath: '/r/dinkes/', band: 'III' })?.id).toBe('dinkes');
    expect(chooseCell(matrix.map((one) => ({ ...one, taken: 1 })), { unitPath: '/r/dinkes/', band: 'III' })).toBeNull();
    expect(chooseCell([], { unitPath: '', band: 'I' })).toBeNull();
  });

  it('leaves the reserve alone, or takes it alone, when told', () => {
    expect(chooseCell(matrix, { unitPath: '/r/setda/', band: 'I' }, 'never')).toBeNull();
    expect(chooseCell(matrix, { unitPath: '/r/dinkes/', band: 'III' }, 'only')?.id).toBe('reserve');
  });

  it('always has a seat, fits the person, and passes by no closer one with a seat', () => {
    const anyCell = fc.record({ unit: fc.constantFrom(null, 'a', 'b'), band: fc.constantFrom(null, ...quotaBands), seats: fc.nat(3), taken: fc.nat(3) });
    fc.assert(fc.property(fc.array(anyCell), fc.constantFrom('/r/a/', '/r/b/x/', '/r/c/', ''), fc.constantFrom(...quotaBands), (rows, unitPath, band) => {
      const cells = rows.map(({ unit, band: of, seats, taken }, index) => cell(String(index), unit, of, seats, Math.min(taken, seats)));
      const chosen = chooseCell(cells, { unitPath, band });
      const fitting = cells.filter((one) => (one.unitPath === null || unitPath.startsWith(one.unitPath)) && (one.band === null || one.band === band) && one.taken < one.seats);
      expect(chosen === null).toBe(fitting.length === 0);
      if (chosen) expect(fitting.map(({ id }) => id)).toContain(chosen.id);
      if (chosen && isReserve(chosen)) expect(fitting.every(isReserve)).toBe(true);
    }));
  });
});

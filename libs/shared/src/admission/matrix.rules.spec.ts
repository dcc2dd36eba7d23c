import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quotaBands, type QuotaBand } from './admission.types.js';
import { cellKey, decideMatrix, type DraftCell, type MatrixFacts, type SeatHolder } from './matrix.rules.js';

const cell = (unitId: string | null, band: QuotaBand | null, seats: number): DraftCell => ({ unitId, band, seats });
const holder = (enrolmentId: string, unit: string, band: QuotaBand, at: DraftCell | null = null): SeatHolder => ({ enrolmentId, unitPath: `/r/${unit}/`, band, cell: at });
const facts = (changes: Partial<MatrixFacts> = {}): MatrixFacts => ({ capacity: 112, stored: [], holders: [], unitPaths: { dinkes: '/r/dinkes/', dukcapil: '/r/dukcapil/', seksi: '/r/dinkes/seksi/' }, ...changes });
const told = (given: MatrixFacts, draft: readonly DraftCell[]) => decideMatrix(given, draft).problems.map(({ code, cells, facts: said }) => ({ code, cells, ...said }));

describe('a matrix', () => {
  it('of 118 seats in a cohort of 112 has six too many, in the cells that were raised', () => {
    const stored = [cell('dinkes', 'III', 50), cell(null, null, 50)];
    expect(told(facts({ stored }), [cell('dinkes', 'III', 50), cell('dukcapil', 'III', 18), cell(null, null, 50)])).toEqual([{ code: 'quota.overCapacity', cells: ['dukcapil/III'], over: 6, capacity: 112, seats: 118 }]);
    expect(told(facts(), [cell('dinkes', 'III', 60), cell(null, null, 52)])).toEqual([]);
  });

  it('below those who hold a seat says how many', () => {
    const own = cell('dinkes', 'III', 4);
    const holders = ['a', 'b', 'c', 'd'].map((id) => holder(id, 'dinkes', 'III', own));
    expect(told(facts({ stored: [own], holders }), [cell('dinkes', 'III', 3), cell(null, null, 50)])).toEqual([{ code: 'quota.belowTaken', cells: ['dinkes/III'], taken: 4, seats: 3 }]);
    expect(told(facts({ stored: [own], holders }), [cell(null, null, 50)])).toEqual([{ code: 'quota.belowTaken', cells: ['dinkes/III'], taken: 4, seats: 0 }]);
    expect(told(facts({ stored: [own], holders }), [])).toEqual([]);
  });

  it.each([
    ['a unit that is not there', [cell('tiada', 'III', 1)], 'quota.unitUnknown'],
    ['the same cell twice', [cell('dinkes', 'III', 1), cell('dinkes', 'III', 2)], 'quota.cellRepeated'],
    ['a unit below another', [cell('dinkes', 'III', 1), cell('seksi', 'IV', 1)], 'quota.unitsApart'],
  ] as const)('with %s does not stand', (_, draft, code) => {
    expect(told(facts(), draft).map((problem) => problem.code)).toEqual([code]);
  });

  it('puts those who hold a seat into the closest cells, and says for how many there is none', () => {
    const holders = [holder('a', 'dinkes', 'III'), holder('b', 'dinkes', 'III'), holder('c', 'dukcapil', 'II'), holder('d', 'dukcapil', 'II')];
    const { placements, problems } = decideMatrix(facts({ holders }), [cell('dinkes', 'III', 1), cell(null, 'II', 1), cell(null, null, 1)]);
    expect(placements.map(({ enrolmentId, cell: at }) => `${enrolmentId} ${at}`)).toEqual(['a dinkes/III', 'b */*', 'c */II']);
    expect(problems).toEqual([{ code: 'quota.unplaced', cells: [], facts: { count: 1 } }]);
  });

  it('moves holders out of the reserve into a cell of their own when the reserve shrinks, never the other way', () => {
    const reserve = cell(null, null, 2);
    const holders = [holder('a', 'dinkes', 'III', reserve), holder('b', 'dinkes', 'III', reserve)];
    const { placements, problems } = decideMatrix(facts({ stored: [reserve], holders }), [cell(null, null, 1), cell('dinkes', 'III', 5)]);
    expect(placements).toEqual([{ enrolmentId: 'a', cell: '*/*', moved: false }, { enrolmentId: 'b', cell: 'dinkes/III', moved: true }]);
    expect(problems).toEqual([]);
  });

  it('that stands gives every holder one cell that fits, within its seats and the capacity', () => {
    const unit = fc.constantFrom(null, 'dinkes', 'dukcapil');
    const draftCell = fc.record({ unitId: unit, band: fc.constantFrom(null, ...quotaBands), seats: fc.nat(4) });
    const person = fc.record({ unit: fc.constantFrom('dinkes', 'dukcapil', 'lain'), band: fc.constantFrom(...quotaBands), at: fc.option(fc.nat(5)) });
    fc.assert(fc.property(fc.array(draftCell, { maxLength: 6 }), fc.array(draftCell, { minLength: 1, maxLength: 8 }), fc.array(person, { maxLength: 12 }), fc.nat(20), (stored, draft, people, capacity) => {
      const holders = people.map(({ unit: of, band, at }, index) => holder(String(index), of, band, at === null ? null : (stored[at] ?? null)));
      const { problems, placements } = decideMatrix(facts({ capacity, stored, holders }), draft);
      for (const one of draft) if (!problems.some(({ code }) => code === 'quota.cellRepeated')) expect(placements.filter(({ cell: at }) => at === cellKey(one)).length).toBeLessThanOrEqual(one.seats);
      expect(new Set(placements.map(({ enrolmentId }) => enrolmentId)).size).toBe(placements.length);
      if (problems.length > 0) return;
      expect(placements).toHaveLength(holders.length);
      expect(draft.reduce((sum, one) => sum + one.seats, 0)).toBeLessThanOrEqual(capacity);
    }));
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fairnessOf } from './fairness.rules.js';
import { fairnessDimensions, type FairnessRecord } from './selection.types.js';

const base: FairnessRecord & { enrolmentId: string } = { enrolmentId: 'a', unit: 'Dinas Kesehatan', band: 'III', gender: 'P', trainings: 0, state: 'nominated' };

describe('fairness', () => {
  it('sets nominated against chosen, with shares of each', () => {
    const { gender } = fairnessOf([base, { ...base, enrolmentId: 'b', gender: 'L', state: 'accepted' }, { ...base, enrolmentId: 'c', gender: 'L' }, { ...base, enrolmentId: 'd', gender: null }], new Set(['a']));
    expect(gender).toEqual([
      { group: 'L', nominated: 2, chosen: 1, nominatedShare: 50, chosenShare: 50 },
      { group: 'P', nominated: 1, chosen: 1, nominatedShare: 25, chosenShare: 50 },
      { group: '', nominated: 1, chosen: 0, nominatedShare: 25, chosenShare: 0 },
    ]);
  });

  it.each([
    ['a seat held', 'accepted', 1], ['a seat offered', 'offered', 1], ['on the waiting list', 'waitlisted', 0], ['rejected', 'rejected', 0], ['approved by the agency only', 'approved', 0],
  ] as const)('counts %s', (_, state, chosen) => {
    expect(fairnessOf([{ ...base, state }]).trained).toEqual([{ group: 'never', nominated: 1, chosen, nominatedShare: 100, chosenShare: chosen * 100 }]);
  });

  it('lists bands from the highest', () => {
    expect(fairnessOf(['NONE', 'IV', 'II'].map((band) => ({ ...base, band }))).band.map(({ group }) => group)).toEqual(['II', 'IV', 'NONE']);
  });

  it('loses nobody in any dimension', () => {
    const record = fc.record({
      enrolmentId: fc.uuid(), unit: fc.constantFrom('A', 'B', null), band: fc.constantFrom('II', 'NONE'), gender: fc.constantFrom('L', 'P', null), trainings: fc.nat(1), state: fc.constantFrom('nominated', 'accepted'),
    });
    fc.assert(fc.property(fc.array(record, { minLength: 1 }), (records) => {
      const fairness = fairnessOf(records);
      for (const dimension of fairnessDimensions) {
        const sum = (pick: 'nominated' | 'nominatedShare'): number => fairness[dimension].reduce((total, line) => total + line[pick], 0);
        expect(sum('nominated')).toBe(records.length);
        expect(sum('nominatedShare')).toBeCloseTo(100);
        expect(fairness[dimension].every(({ chosen, nominated }) => chosen <= nominated)).toBe(true);
      }
    }));
  });
});

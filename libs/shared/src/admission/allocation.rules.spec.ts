import { describe, expect, it } from '@jest/globals';
import { decideAllocation } from './allocation.rules.js';

describe('an allocation', () => {
  it.each([
    ['the national target of the GTA', { seats: 100_000, ceiling: false, taken: 0, whole: null }, null],
    ['the share of a city within it', { seats: 10_000, ceiling: true, taken: 112, whole: 100_000 }, null],
    ['the whole for one city', { seats: 100_000, ceiling: true, taken: 0, whole: 100_000 }, null],
    ['more than the whole', { seats: 100_001, ceiling: true, taken: 0, whole: 100_000 }, 'allocation.aboveWhole'],
    ['a ceiling below what is taken', { seats: 111, ceiling: true, taken: 112, whole: null }, 'allocation.belowTaken'],
    ['a ceiling that is just reached', { seats: 112, ceiling: true, taken: 112, whole: null }, null],
    ['a target below what is taken', { seats: 111, ceiling: false, taken: 112, whole: null }, null],
  ])('%s', (_, facts, code) => {
    expect(decideAllocation(facts)?.code ?? null).toBe(code);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { moved } from './order.rules';

describe('moving an item', () => {
  it.each([
    [0, 1, 'bacd'],
    [3, -1, 'abdc'],
    [0, 3, 'bcda'],
    [0, -1, 'abcd'],
    [3, 1, 'abcd'],
    [7, 1, 'abcd'],
  ])('of place %i by %i', (index, by, expected) => {
    expect(moved(['a', 'b', 'c', 'd'], index, by).join('')).toBe(expected);
  });

  it('loses nothing, and moving back restores the list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.nat(), fc.constantFrom(-1, 1), (list, pick, by) => {
        const index = list.length === 0 ? 0 : pick % list.length;
        const after = moved(list, index, by);
        expect([...after].sort()).toEqual([...list].sort());
        if (after !== list) expect(moved(after, index + by, -by)).toEqual(list);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { rangeSelected } from './selection.rules';

const keys = ['a', 'b', 'c', 'd'];

describe('rangeSelected', () => {
  it.each([
    ['selects one row', [], 1, 1, ['b']],
    ['gives one row up', ['b'], 1, 1, []],
    ['selects down to a row', ['a'], 0, 2, ['a', 'b', 'c']],
    ['selects up to a row', ['d'], 3, 1, ['b', 'c', 'd']],
    ['gives a range up', ['a', 'b', 'c'], 0, 2, []],
    ['keeps rows of other pages', ['z'], 0, 0, ['a', 'z']],
    ['changes nothing where there is no row', ['a'], 0, 9, ['a']],
  ])('%s', (_, selected, from, to, expected) => {
    expect([...rangeSelected(new Set(selected), keys, from, to)].sort()).toEqual(expected);
  });
});

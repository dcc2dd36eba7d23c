import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { savesEvery, shareOf, topOf } from './resume.rules';

describe('the place in a page', () => {
  it.each([
    [0, 3000, 800, 0],
    [1100, 3000, 800, 0.5],
    [2200, 3000, 800, 1],
    [9000, 3000, 800, 1],
    [-40, 3000, 800, 0],
    [10, 500, 800, 0],
  ])('%i of %i in a window of %i is %f', (top, height, window, share) => {
    expect(shareOf({ top, height, window })).toBe(share);
  });

  it('is found again on the same screen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 900, max: 20_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (height, part) => {
          const size = { height, window: 800 };
          const top = Math.round((height - 800) * part);
          expect(Math.abs(topOf(shareOf({ ...size, top }), size) - top)).toBeLessThanOrEqual(12);
        },
      ),
    );
  });
});

it.each([
  [0, 9.9, false],
  [0, 10, true],
  [60, 20, true],
  [60, 55, false],
])('a video saved at %f and now at %f is saved again: %s', (saved, now, expected) => {
  expect(savesEvery(saved, now)).toBe(expected);
});

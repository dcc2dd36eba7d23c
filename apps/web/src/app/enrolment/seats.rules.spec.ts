import { seatEffect } from './seats.rules';

describe('the effect on the seats', () => {
  it.each([
    ['enough for all', 4, 10, null, { accepted: 4, without: 0, left: 6 }],
    ['two short', 4, 2, null, { accepted: 2, without: 2, left: 0 }],
    ['a class that is fuller than the cohort', 4, 10, 1, { accepted: 1, without: 3, left: 9 }],
    ['a cohort that is over its seats', 1, -2, null, { accepted: 0, without: 1, left: 0 }],
  ] as const)('of %s', (_, wanted, free, inClass, effect) => {
    expect(seatEffect(wanted, free, inClass)).toEqual(effect);
  });
});

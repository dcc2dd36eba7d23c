import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clockMoved, driftNow, measureDrift } from './drift.rules.js';

const hour = 3_600_000;

describe('the drift of a clock', () => {
  it.each([
    ['a clock that is right', { askedAt: 1_000, answeredAt: 1_200, serverAt: 1_100 }, 0],
    ['five hours ahead', { askedAt: 5 * hour, answeredAt: 5 * hour + 40, serverAt: 20 }, -5 * hour],
    ['two hours behind', { askedAt: 0, answeredAt: 10, serverAt: 2 * hour + 5 }, 2 * hour],
  ])('of %s is measured', (_, contact, expected) => {
    expect(measureDrift(contact)).toBe(expected);
  });

  it('is off by half of the way at most, however the way is split', () => {
    fc.assert(fc.property(fc.integer({ min: -9 * hour, max: 9 * hour }), fc.nat(20_000), fc.nat(20_000), (off, there, back) => {
      const serverAt = 1_700_000_000_000;
      const drift = measureDrift({ askedAt: serverAt - there - off, answeredAt: serverAt + back - off, serverAt });
      expect(Math.abs(drift - off)).toBeLessThanOrEqual((there + back) / 2 + 1);
    }));
  });

  it.each([
    ['while nothing happens', 60_000, 60_000, 700],
    ['when the clock is trimmed', 60_400, 60_000, 700],
    ['when the clock is set back by an hour', 60_000 - hour, 60_000, 700 + hour],
    ['when the device slept for an hour', 60_000 + hour, 60_000, 700],
  ])('%s', (_, deviceAt, ticks, expected) => {
    expect(driftNow({ deviceAt: 0, ticks: 0, drift: 700 }, { deviceAt, ticks })).toBe(expected);
  });

  it.each([
    ['right', 0, 0, 0],
    ['late by the way', 0, 90_000, 0],
    ['an hour ahead of what was believed', hour, 0, -hour],
    ['an hour behind', 0, hour, hour],
  ])('found %s on arrival', (_, believed, receivedAt, expected) => {
    expect(clockMoved({ sentAt: 0, drift: believed }, receivedAt)).toBe(expected);
  });
});

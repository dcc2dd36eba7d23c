import { describe, expect, it } from '@jest/globals';
import { timeLeft, timeLeftKey } from './time-left.rules';

describe('the time left', () => {
  it.each([
    [0, null, ''],
    [-1, null, ''],
    [999, { days: 0, hours: 0, minutes: 0, seconds: 0 }, 'minutes'],
    [61_000, { days: 0, hours: 0, minutes: 1, seconds: 1 }, 'minutes'],
    [3_600_000, { days: 0, hours: 1, minutes: 0, seconds: 0 }, 'hours'],
    [86_399_999, { days: 0, hours: 23, minutes: 59, seconds: 59 }, 'hours'],
    [90_000_000, { days: 1, hours: 1, minutes: 0, seconds: 0 }, 'days'],
  ])('of %s ms', (span, parts, key) => {
    const left = timeLeft(span);
    expect(left).toEqual(parts);
    expect(left === null ? '' : timeLeftKey(left)).toBe(key);
  });
});

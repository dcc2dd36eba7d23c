import { describe, expect, it } from '@jest/globals';
import { greetingAt } from './greeting.rules';

describe('greetingAt', () => {
  it.each([
    [3, 'evening'],
    [4, 'morning'],
    [10, 'morning'],
    [11, 'noon'],
    [14, 'noon'],
    [15, 'afternoon'],
    [17, 'afternoon'],
    [18, 'evening'],
    [0, 'evening'],
  ])('%i is %s', (hour, expected) => {
    expect(greetingAt(hour)).toBe(expected);
  });
});

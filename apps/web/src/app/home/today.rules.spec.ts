import { describe, expect, it } from '@jest/globals';
import { minutesLeft, phaseOf } from './today.rules';

const session = {
  state: 'planned',
  startsAt: '2024-11-05T00:00:00Z',
  endsAt: '2024-11-05T03:30:00Z',
} as const;

describe('phaseOf', () => {
  it.each([
    ['before it begins', session, '2024-11-04T23:59:59Z', 'ahead'],
    ['as it begins', session, '2024-11-05T00:00:00Z', 'running'],
    ['a second before it ends', session, '2024-11-05T03:29:59Z', 'running'],
    ['as it ends', session, '2024-11-05T03:30:00Z', 'open'],
    ['closed early', { ...session, state: 'closed' as const }, '2024-11-05T01:00:00Z', 'closed'],
    ['called off', { ...session, state: 'cancelled' as const }, '2024-11-04T01:00:00Z', 'cancelled'],
  ])('%s', (_, given, now, expected) => {
    expect(phaseOf(given, now)).toBe(expected);
  });
});

describe('minutesLeft', () => {
  it.each([
    ['2024-11-05T03:02:00Z', 28],
    ['2024-11-05T03:02:01Z', 28],
    ['2024-11-05T03:29:59Z', 1],
    ['2024-11-05T03:30:00Z', 0],
    ['2024-11-05T04:00:00Z', 0],
  ])('at %s %i', (now, expected) => {
    expect(minutesLeft(session.endsAt, now)).toBe(expected);
  });
});

import { localInput, minutesBetween } from './session-times.rules';

describe('times of a session', () => {
  it('are shown in the zone of the session', () => {
    expect(localInput('2026-11-21T00:00:00+00:00', 'Asia/Makassar')).toBe('2026-11-21T08:00');
    expect(localInput('2026-11-20T23:30:00Z', 'Asia/Jakarta')).toBe('2026-11-21T06:30');
  });

  it.each([
    ['2026-11-21T08:00', '2026-11-21T11:00', 180],
    ['2026-11-21T08:00', '2026-11-21T08:00', 0],
    ['', '2026-11-21T08:00', 0],
    ['2026-11-21T08:00', '2026-11-20T08:00', 0],
  ])('from %s to %s last %d minutes', (from, to, minutes) => {
    expect(minutesBetween(from, to)).toBe(minutes);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { SessionView } from '@jenjang/shared/cohort';
import { daysOf, mondayOf, placed, weekOf } from './week.rules';

const session = (
  id: string,
  startsAt: string,
  endsAt: string,
  change: Partial<SessionView> = {},
): SessionView => ({ id, startsAt, endsAt, zone: 'Asia/Makassar', title: id, ...change }) as SessionView;
const week = (...sessions: readonly SessionView[]) =>
  weekOf(placed(sessions, new Map()), '2026-11-23', 'Asia/Makassar');

describe('a week', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['1999-12-31', '1999-12-27'],
  ])('of %s begins on Monday %s', (date, monday) => {
    expect(mondayOf(date)).toBe(monday);
  });

  it('places sessions by the clock of its zone', () => {
    const jayapura = session('late', '2026-11-23T14:30:00Z', '2026-11-23T15:00:00Z', {
      zone: 'Asia/Jayapura',
    });
    expect(week(jayapura).blocks).toEqual([
      expect.objectContaining({ day: 0, from: 22 * 60 + 30, to: 23 * 60, lane: 0, lanes: 1 }),
    ]);
    expect(week(session('before', '2026-11-22T15:59:00Z', '2026-11-22T16:30:00Z')).blocks).toEqual([]);
    expect(week(session('midnight', '2026-11-22T16:00:00Z', '2026-11-22T17:00:00Z')).blocks).toEqual([
      expect.objectContaining({ day: 0, from: 0 }),
    ]);
  });

  it('draws past midnight to the end of the day, and widens its hours', () => {
    const { blocks, fromHour, toHour } = week(
      session('early', '2026-11-23T21:30:00Z', '2026-11-23T22:00:00Z'),
      session('late', '2026-11-24T14:30:00Z', '2026-11-24T18:00:00Z'),
    );
    expect([blocks.map(({ to }) => to), fromHour, toHour]).toEqual([[360, 1440], 5, 24]);
    expect([week().fromHour, week().toHour]).toEqual([7, 18]);
  });

  it('lays what runs at the same time side by side, and lets the next have the whole width', () => {
    const found = week(
      session('a', '2026-11-23T00:00:00Z', '2026-11-23T04:00:00Z'),
      session('b', '2026-11-23T01:00:00Z', '2026-11-23T02:00:00Z'),
      session('c', '2026-11-23T02:00:00Z', '2026-11-23T03:00:00Z'),
      session('d', '2026-11-23T04:00:00Z', '2026-11-23T05:00:00Z'),
    ).blocks.map(({ session: { id }, lane, lanes }) => [id, lane, lanes]);
    expect(found).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 1, 2],
      ['d', 0, 1],
    ]);
  });

  it('shows a wanted move at its new time with the same length, by the clock of the session', () => {
    const one = session('a', '2026-11-23T00:00:00Z', '2026-11-23T01:30:00Z', { zone: 'Asia/Jakarta' });
    const wanted = new Map([['a', { sessionId: 'a', version: 1, startsAt: '2026-11-24T08:15' }]]);
    expect(placed([one], wanted)).toEqual([
      expect.objectContaining({
        startsAt: '2026-11-24T01:15:00.000Z',
        endsAt: '2026-11-24T02:45:00.000Z',
        isPending: true,
      }),
    ]);
  });
});

describe('a list by day', () => {
  it('has each session on the day of its own place', () => {
    const days = daysOf(
      placed(
        [
          session('east', '2026-11-23T15:30:00Z', '2026-11-23T16:00:00Z', { zone: 'Asia/Jayapura' }),
          session('west', '2026-11-23T15:00:00Z', '2026-11-23T16:00:00Z', { zone: 'Asia/Jakarta' }),
        ],
        new Map(),
      ),
    );
    expect(days.map(({ date, sessions }) => [date, sessions.map(({ id }) => id)])).toEqual([
      ['2026-11-23', ['west']],
      ['2026-11-24', ['east']],
    ]);
  });
});

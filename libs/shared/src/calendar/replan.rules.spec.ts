import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { zones } from '../platform/locale.types.js';
import type { Clash, MovableSession, WantedMove } from './calendar.types.js';
import { clashChanges, decideReplan, inverseOf, movedBy, shiftFrom, undoUntil } from './replan.rules.js';

const session = (change: Partial<MovableSession> = {}): MovableSession => ({
  sessionId: 's1', title: 'Visi', startsAt: '2026-11-24T00:00:00.000Z', endsAt: '2026-11-24T03:30:00.000Z', zone: 'Asia/Makassar', state: 'planned', version: 3, marks: 0, ...change,
});
const wanted = (change: Partial<WantedMove> = {}): WantedMove => ({ sessionId: 's1', version: 3, startsAt: '2026-11-25T13:00', ...change });
const cohort = { startsOn: '2026-11-23', endsOn: '2026-11-27' };

describe('a move', () => {
  it('keeps the length and is meant by the clock of the session’s own zone', () => {
    expect(decideReplan([session()], [wanted()], cohort)).toEqual([{
      sessionId: 's1', title: 'Visi', zone: 'Asia/Makassar', fromStartsAt: '2026-11-24T00:00:00.000Z', fromEndsAt: '2026-11-24T03:30:00.000Z', toStartsAt: '2026-11-25T05:00:00.000Z', toEndsAt: '2026-11-25T08:30:00.000Z', refused: null,
    }]);
  });

  it.each<[string, Partial<MovableSession>, Partial<WantedMove>, string]>([
    ['somebody changed it meanwhile', { version: 4 }, {}, 'stale'],
    ['it is closed', { state: 'closed' }, {}, 'notPlanned'],
    ['attendance was taken', { marks: 1 }, {}, 'marked'],
    ['it would end after the last day', {}, { startsAt: '2026-11-27T21:00' }, 'outsideCohort'],
    ['it would begin before the first', {}, { startsAt: '2026-11-22T08:00' }, 'outsideCohort'],
    ['it is of another cohort', {}, { sessionId: 'x' }, 'unknown'],
  ])('is refused when %s', (_, change, move, refused) => {
    expect(decideReplan([session(change)], [wanted(move)], cohort)[0]).toMatchObject({ refused });
  });

  it('may end at midnight of the last day', () => {
    expect(decideReplan([session()], [wanted({ startsAt: '2026-11-27T20:30' })], cohort)[0]).toMatchObject({ refused: null });
  });

  it('to where it already is, is none', () => {
    expect(decideReplan([session()], [wanted({ startsAt: '2026-11-24T08:00' })], cohort)).toEqual([]);
  });

  it.each<[number, number, string]>([[0, 15, '2026-11-24T08:15'], [1, 0, '2026-11-25T08:00'], [-1, -30, '2026-11-23T07:30'], [0, 16 * 60, '2026-11-25T00:00']])('by %i days and %i minutes begins %s', (days, minutes, startsAt) => {
    expect(movedBy(session(), days, minutes).startsAt).toBe(startsAt);
  });
});

describe('shifting all from here', () => {
  it('takes what is planned, unmarked and not earlier, each by its own clock', () => {
    const late = session({ sessionId: 's2', startsAt: '2026-11-25T14:30:00Z', endsAt: '2026-11-25T15:00:00Z', zone: 'Asia/Jayapura' });
    const sessions = [session({ sessionId: 's0', startsAt: '2026-11-23T00:00:00Z' }), session(), late, session({ sessionId: 's3', marks: 2, startsAt: '2026-11-26T00:00:00Z' }), session({ sessionId: 's4', state: 'cancelled', startsAt: '2026-11-26T00:00:00Z' })];
    expect(shiftFrom(sessions, 's1', 2)).toEqual([{ sessionId: 's1', version: 3, startsAt: '2026-11-26T08:00' }, { sessionId: 's2', version: 3, startsAt: '2026-11-27T23:30' }]);
    expect(shiftFrom(sessions, 'nobody', 2)).toEqual([]);
  });
});

describe('undoing', () => {
  it('brings every session back to its minute, whatever the zone', () => {
    const minute = fc.integer({ min: 0, max: 4 * 1440 });
    fc.assert(fc.property(fc.constantFrom(...zones), minute, minute, fc.integer({ min: 15, max: 600 }), (zone, from, to, length) => {
      const base = Date.UTC(2026, 10, 24);
      const at = (minutes: number): string => new Date(base + minutes * 60_000).toISOString();
      const before = session({ zone, startsAt: at(from), endsAt: at(from + length) });
      const moves = decideReplan([before], [movedBy(before, 0, to - from)], { startsOn: '2026-01-01', endsOn: '2026-12-31' });
      const after = moves.map(({ toStartsAt, toEndsAt }) => session({ zone, startsAt: toStartsAt, endsAt: toEndsAt, version: 4 }));
      const back = decideReplan(after, inverseOf(moves, new Map([['s1', 4]])), { startsOn: '2026-01-01', endsOn: '2026-12-31' });
      expect(back.map(({ toStartsAt, toEndsAt, refused }) => [toStartsAt, toEndsAt, refused])).toEqual(from === to ? [] : [[before.startsAt, before.endsAt, null]]);
    }));
  });

  it.each<[string, object, string, string | null]>([
    ['within a day', {}, '2026-11-22T07:59:00Z', '2026-11-22T08:00:00.000Z'],
    ['not after', {}, '2026-11-22T08:00:00Z', null],
    ['not twice', { undone: true }, '2026-11-21T09:00:00Z', null],
    ['not of an undoing', { undoes: 'r0' }, '2026-11-21T09:00:00Z', null],
  ])('is possible %s', (_, change, now, expected) => {
    expect(undoUntil({ madeAt: '2026-11-21T08:00:00Z', undone: false, undoes: null, ...change }, Date.parse(now))).toBe(expected);
  });
});

describe('what changes with the clashes', () => {
  const clash = (sessionId: string, otherId: string | null, facts: Clash['facts'] = {}): Clash => ({ code: otherId ? 'classOverlap' : 'sessionOnHoliday', blocking: false, sessionId, otherId, facts });

  it('is told as solved, arising and remaining; a pair told the other way round is the same', () => {
    const { solved, arising, remaining } = clashChanges([clash('a', 'b'), clash('a', 'c'), clash('x', 'y')], [clash('b', 'a'), clash('d', 'a'), clash('x', 'y')], new Set(['a']));
    expect([solved, arising, remaining]).toEqual([[clash('a', 'c')], [clash('d', 'a')], [clash('b', 'a')]]);
  });

  it('from one holiday to another is one solved and one arising', () => {
    const changes = clashChanges([clash('a', null, { holiday: 'Natal' })], [clash('a', null, { holiday: 'Tahun Baru' })], new Set(['a']));
    expect([changes.solved.length, changes.arising.length, changes.remaining.length]).toEqual([1, 1, 0]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { closingNeeds, dayOf } from './day.rules.js';
import type { DaySessionFacts } from './day.types.js';

const now = Date.parse('2026-11-04T02:00:00Z');
const hour = 3_600_000;
const aSession = (from: number, to: number, changes: Partial<DaySessionFacts> = {}): DaySessionFacts => ({
  id: `s${String(from)}`, title: 'Visi digital', startsAt: new Date(now + from * hour).toISOString(), endsAt: new Date(now + to * hour).toISOString(), zone: 'Asia/Makassar', venue: '', lessonHours: 2,
  mandatory: true, state: 'planned', classId: null, className: null, expected: 0, counts: {}, opening: null, openFlags: 0, deviceQuestions: 0, walkIns: 0, openAbsences: 0, ...changes,
});
const moments = (sessions: readonly DaySessionFacts[]) => dayOf(sessions, now).map(({ moment }) => moment);

describe('dayOf', () => {
  it.each([
    ['over, now, next and later', [aSession(-3, -1), aSession(-1, 1), aSession(2, 3), aSession(4, 5)], ['over', 'now', 'next', 'later']],
    ['closed and cancelled as they are', [aSession(-3, -1, { state: 'closed' }), aSession(1, 2, { state: 'cancelled' })], ['closed', 'cancelled']],
    ['parallel classes next together', [aSession(2, 3, { className: 'B' }), aSession(2, 3, { className: 'A' })], ['next', 'next']],
    ['the beginning as now and the end as over', [aSession(0, 1), aSession(-1, 0)], ['over', 'now']],
  ])('tells %s', (_, sessions, expected) => {
    expect(moments(sessions)).toEqual(expected);
  });

  it('orders by time, then class, and loses none', () => {
    const sessions = fc.array(fc.tuple(fc.integer({ min: -8, max: 8 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom('A', 'B', null)), { maxLength: 8 });
    fc.assert(fc.property(sessions, (given) => {
      const day = dayOf(given.map(([from, length, className]) => aSession(from, from + length, { className })), now);
      expect(day).toHaveLength(given.length);
      expect(day.map(({ startsAt }) => startsAt)).toEqual(day.map(({ startsAt }) => startsAt).sort());
      expect(day.filter(({ moment }) => moment === 'later').every(({ startsAt }) => day.some((other) => other.moment === 'next' && other.startsAt < startsAt))).toBe(true);
    }));
  });
});

describe('closingNeeds', () => {
  it.each([
    ['nothing when all is said', aSession(-2, -1, { expected: 2, counts: { present: 1, sick: 1 } }), []],
    ['its end', aSession(-1, 1), [{ block: 'notOver', count: 1 }]],
    ['those of whom nothing was said', aSession(-2, -1, { expected: 5, counts: { present: 3 } }), [{ block: 'unmarked', count: 2 }]],
    ['answers to what machines and people asked', aSession(-2, -1, { openFlags: 1, deviceQuestions: 2, walkIns: 3, openAbsences: 4 }),
      [{ block: 'flags', count: 1 }, { block: 'devices', count: 2 }, { block: 'absences', count: 4 }]],
    ['nothing once closed', aSession(-2, -1, { state: 'closed', expected: 5, openFlags: 1 }), []],
  ])('asks for %s', (_, session, needs) => {
    expect(closingNeeds(session, now)).toEqual(needs);
  });
});

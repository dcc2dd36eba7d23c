import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, instantAt, localDate, localTime } from '../platform/dates.rules.js';
import { zones } from '../platform/locale.types.js';
import { mayMoveCohort, nextCohortStates, shiftPlan, suggestLessonHours } from './cohort.rules.js';
import { cohortStates, type CohortState } from './cohort.types.js';

describe('the life of a cohort', () => {
  const allowed = ['planned>enrolling', 'planned>cancelled', 'enrolling>running', 'enrolling>cancelled', 'running>completed', 'running>cancelled'];

  it.each(cohortStates.flatMap((from) => cohortStates.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    expect(mayMoveCohort(from, to)).toBe(allowed.includes(`${from}>${to}`));
  });

  it('reaches every state from planned, and rests in completed and cancelled only', () => {
    const reached = new Set<CohortState>(['planned']);
    for (const state of reached) nextCohortStates[state].forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual([...cohortStates].sort());
    expect(cohortStates.filter((state) => nextCohortStates[state].length === 0)).toEqual(['completed', 'cancelled']);
  });
});

describe('a plan shifted to new dates', () => {
  it('keeps what is not a date, and the local time in each zone', () => {
    const plan = {
      name: 'GCIO', startsOn: '2023-10-25', endsOn: '2023-10-27',
      phases: [{ name: 'Luring', startsOn: '2023-10-25', endsOn: '2023-10-27' }],
      sessions: [{ title: 'Pembukaan', zone: 'Asia/Jakarta', startsAt: '2023-10-25T01:00:00.000Z', endsAt: '2023-10-25T02:30:00.000Z' }],
    };
    expect(shiftPlan(plan, '2024-02-28')).toEqual({
      name: 'GCIO', startsOn: '2024-02-28', endsOn: '2024-03-01',
      phases: [{ name: 'Luring', startsOn: '2024-02-28', endsOn: '2024-03-01' }],
      sessions: [{ title: 'Pembukaan', zone: 'Asia/Jakarta', startsAt: '2024-02-28T01:00:00.000Z', endsAt: '2024-02-28T02:30:00.000Z' }],
    });
  });

  it('comes back after shifting there and back, and keeps every clock', () => {
    const day = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1990-01-01', days));
    const inputs = fc.record({ start: day, target: day, offset: fc.integer({ min: 0, max: 60 }), minutes: fc.integer({ min: 0, max: 1439 }), zone: fc.constantFrom(...zones) });
    fc.assert(fc.property(inputs, ({ start, target, offset, minutes, zone }) => {
      const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
      const date = addDays(start, offset);
      const at = instantAt(date, time, zone);
      const plan = { startsOn: start, endsOn: date, phases: [], sessions: [{ startsAt: at, endsAt: at }] };
      const shifted = shiftPlan(plan, target);
      expect(shifted.startsOn).toBe(target);
      expect(daysBetween(target, shifted.endsOn)).toBe(offset);
      expect(localDate(shifted.sessions[0]!.startsAt, zone)).toBe(shifted.endsOn);
      expect(localTime(shifted.sessions[0]!.startsAt, zone)).toBe(localTime(at, zone));
      expect(shiftPlan(shifted, start)).toEqual(plan);
    }));
  });
});

describe('suggested lesson hours', () => {
  it.each([[90, 45, 2], [89, 45, 1], [44, 45, 0], [0, 45, 0], [-30, 45, 0], [120, 60, 2], [360, 45, 8]])('%d minutes at %d: %d JP', (minutes, perHour, expected) => {
    expect(suggestLessonHours(minutes, perHour)).toBe(expected);
  });
});

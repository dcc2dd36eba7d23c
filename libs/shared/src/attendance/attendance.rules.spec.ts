import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SessionRecord } from '../graduation/graduation.types.js';
import { attendanceSummary, isExcused, lessonHoursOf } from './attendance.rules.js';
import { attendanceMarks } from './attendance.types.js';

function session(plannedLessonHours: number, mark: SessionRecord['mark'], stillOpen = false, attendedLessonHours = mark === 'present' ? plannedLessonHours : 0): SessionRecord {
  return { sessionId: 's', plannedLessonHours, attendedLessonHours, mark, stillOpen };
}

const anySession = fc.tuple(fc.integer({ min: 1, max: 2400 }), fc.nat(2400), fc.constantFrom(...attendanceMarks, null), fc.boolean())
  .map(([planned, attended, mark, stillOpen]) => session(planned / 100, mark, stillOpen, mark === 'present' || mark === 'late' ? Math.min(attended, planned) / 100 : 0));

describe('JP of a mark', () => {
  it.each([
    ['present', undefined, 8], ['late', undefined, 8], ['late', 7, 7], ['present', 0, 0], ['present', 9, 8], ['present', -1, 0],
    ['permitted', undefined, 0], ['sick', undefined, 0], ['on_duty', undefined, 0], ['absent', undefined, 0], ['absent', 4, 0], ['permitted', 4, 0],
  ] as const)('%s with %s given: %d of 8', (mark, given, expected) => {
    expect(lessonHoursOf(mark, 8, given)).toBe(expected);
  });

  it('excuses three marks', () => {
    expect([...attendanceMarks, null].filter(isExcused)).toEqual(['permitted', 'sick', 'on_duty']);
  });
});

describe('attendance summed up', () => {
  it.each([
    ['all of two days', [session(8, 'present'), session(8, 'present')], false, 100, 100],
    ['the first of five days', [session(8, 'present'), ...Array.from({ length: 4 }, () => session(8, null, true))], false, 20, 100],
    ['34 of 40', [session(34, 'present'), session(6, 'absent')], false, 85, 85],
    ['a cohort that never met', [], false, 0, 0],
    ['nothing marked and all over', [session(8, null)], false, 0, 0],
    ['79.96 percent', [session(19.99, 'present'), session(5.01, 'absent')], false, 79.9, 79.9],
    ['illness that counts', [session(8, 'sick'), session(8, 'present')], false, 50, 50],
    ['illness that leaves the denominator', [session(8, 'sick'), session(8, 'present')], true, 100, 100],
    ['nothing but excused absence', [session(8, 'on_duty')], true, 0, 0],
    ['an excused absence that can still be made good', [session(8, 'permitted', true), session(8, 'present'), session(4, 'absent')], true, 66.6, 80],
    ['tenths', [session(0.1, 'present'), session(0.2, 'present'), session(0.1, 'absent')], false, 75, 75],
    ['29 of 100 in binary fractions', [session(0.29, 'present'), session(0.71, 'absent')], false, 29, 29],
  ])('%s', (_, sessions, excusedLeaves, percent, reachablePercent) => {
    expect(attendanceSummary(sessions, excusedLeaves)).toMatchObject({ percent, reachablePercent });
  });

  it('tells every figure', () => {
    const sessions = [session(8, 'present'), session(6, 'late', false, 5.5), session(4, 'permitted'), session(2, 'absent'), session(4, null, true)];
    expect(attendanceSummary(sessions, true)).toEqual({
      plannedLessonHours: 24, attendedLessonHours: 13.5, excusedLessonHours: 4, countedLessonHours: 20, percent: 67.5, reachableLessonHours: 17.5, reachablePercent: 87.5,
    });
  });

  it('stays between 0 and what is reachable, below 100 unless all is attended, and never above the true share', () => {
    fc.assert(fc.property(fc.array(anySession, { maxLength: 20 }), fc.boolean(), (sessions, excusedLeaves) => {
      const { percent, reachablePercent, attendedLessonHours, countedLessonHours } = attendanceSummary(sessions, excusedLeaves);
      expect(percent).toBeGreaterThanOrEqual(0);
      expect(percent).toBeLessThanOrEqual(reachablePercent);
      expect(reachablePercent).toBeLessThanOrEqual(100);
      expect(percent === 100).toBe(countedLessonHours > 0 && attendedLessonHours === countedLessonHours);
      expect(percent * countedLessonHours).toBeLessThanOrEqual(attendedLessonHours * 100 + 1e-6);
    }));
  });

  it('never falls when one more open session is attended', () => {
    fc.assert(fc.property(fc.array(anySession, { maxLength: 12 }), anySession, fc.boolean(), (others, last, excusedLeaves) => {
      const open = { ...last, stillOpen: true };
      const attended = { ...open, mark: 'present' as const, attendedLessonHours: open.plannedLessonHours };
      expect(attendanceSummary([...others, attended], excusedLeaves).percent).toBeGreaterThanOrEqual(attendanceSummary([...others, open], excusedLeaves).percent);
    }));
  });
});

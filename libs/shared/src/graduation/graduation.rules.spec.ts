import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideGraduation, finalScoreOf, predicateOf } from './graduation.rules.js';
import type { GraduationCriteria, ParticipantRecord, SessionRecord } from './graduation.types.js';

const bands = [{ from: 90.01, title: 'Sangat Memuaskan' }, { from: 80.01, title: 'Memuaskan' }, { from: 70, title: 'Cukup Memuaskan' }];
const criteria: GraduationCriteria = {
  minAttendancePercent: 80, excusedLeavesDenominator: false, allModules: true, minFinalScore: 70, predicates: bands, outcome: 'graduated',
  components: [{ code: 'task', title: 'Tugas akhir', weight: 60, minScore: 65 }, { code: 'quiz', title: 'Kuis', weight: 40, minScore: null }],
};

function session(attendedLessonHours: number, change: Partial<SessionRecord> = {}): SessionRecord {
  return { sessionId: 's', plannedLessonHours: 8, attendedLessonHours, mark: attendedLessonHours > 0 ? 'present' : 'absent', stillOpen: false, ...change };
}

const complete: ParticipantRecord = {
  sessions: [session(8), session(8), session(8), session(8), session(8)], requiredActivities: 6, completedActivities: 6, scores: { task: 90, quiz: 80 },
};
const open = { mark: null, stillOpen: true } as const;

function statesOf(change: Partial<ParticipantRecord>, demanded: Partial<GraduationCriteria> = {}) {
  const { results } = decideGraduation({ ...complete, ...change }, { ...criteria, ...demanded });
  return results.filter(({ state }) => state !== 'met').map((result) => [result.component ?? result.criterion, result.state, result.value]);
}

describe('a participant who met everything', () => {
  it('graduates, with every figure told', () => {
    expect(decideGraduation(complete, criteria)).toEqual({
      graduates: true, early: false, outcome: 'graduated', finalScore: 86, predicate: 'Memuaskan',
      results: [
        { criterion: 'attendance', component: null, title: null, state: 'met', value: 100, threshold: 80, reached: 40, planned: 40 },
        { criterion: 'modules', component: null, title: null, state: 'met', value: 6, threshold: 6, reached: 6, planned: 6 },
        { criterion: 'component', component: 'task', title: 'Tugas akhir', state: 'met', value: 90, threshold: 65, reached: null, planned: null },
        { criterion: 'score', component: null, title: null, state: 'met', value: 86, threshold: 70, reached: null, planned: null },
      ],
    });
  });

  it.each([
    ['exactly the least attendance', { sessions: [session(8), session(8), session(8), session(8), session(0)] }, {}],
    ['one absence excused out of the denominator', { sessions: [session(8), session(0, { mark: 'sick' })] }, { excusedLeavesDenominator: true }],
    ['exactly the least scores', { scores: { task: 65, quiz: 77.5 } }, {}],
    ['enough attendance before the end', { sessions: [session(8), session(8), session(8), session(8), session(0, open)] }, {}],
    ['no activity demanded', { requiredActivities: 0, completedActivities: 0 }, {}],
    ['a third of the weight each', { scores: { a: 70, b: 70, c: 70 } }, { components: [['a', 33.33], ['b', 33.33], ['c', 33.34]].map(([code, weight]) => ({ code: String(code), title: '', weight: Number(weight), minScore: null })) }],
  ])('graduates with %s', (_, change, demanded) => {
    expect(statesOf(change, demanded)).toEqual([]);
  });

  it('has attended where the curriculum gives no more', () => {
    const { outcome, predicate } = decideGraduation(complete, { ...criteria, outcome: 'attended', components: [], minFinalScore: null, predicates: [] });
    expect([outcome, predicate]).toEqual(['attended', null]);
  });
});

describe('a participant who did not', () => {
  it.each<[string, Partial<ParticipantRecord>, Partial<GraduationCriteria>, unknown[]]>([
    ['one session short', { sessions: [session(8), session(8), session(8), session(0), session(0)] }, {}, [['attendance', 'unmet', 60]]],
    ['79.96 percent', { sessions: [session(19.99, { plannedLessonHours: 19.99 }), session(0, { plannedLessonHours: 5.01 })] }, {}, [['attendance', 'unmet', 79.9]]],
    ['one JP of a hundred percent', { sessions: [session(8), session(7)] }, { minAttendancePercent: 100 }, [['attendance', 'unmet', 93.7]]],
    ['a cohort that never met', { sessions: [] }, {}, [['attendance', 'not_judged', null]]],
    ['excused from everything', { sessions: [session(0, { mark: 'on_duty' })] }, { excusedLeavesDenominator: true }, [['attendance', 'not_judged', null]]],
    ['the first day of two', { sessions: [session(8), session(0, open)] }, {}, [['attendance', 'still_possible', 50]]],
    ['too much missed, one day to come', { sessions: [session(0), session(0, open)] }, {}, [['attendance', 'impossible', 0]]],
    ['an activity left', { completedActivities: 5 }, {}, [['modules', 'unmet', 5]]],
    ['an activity left while the cohort goes on', { completedActivities: 5, sessions: [session(8), session(8, open)] }, {}, [['modules', 'still_possible', 5]]],
    ['one component too low', { scores: { task: 64.99, quiz: 100 } }, {}, [['task', 'unmet', 64.99]]],
    ['the final score too low by a hundredth', { scores: { task: 69.99, quiz: 70 } }, {}, [['score', 'unmet', 69.99]]],
    ['a score missing that counts', { scores: { task: 90 } }, {}, [['score', 'not_judged', null]]],
    ['a score missing that is demanded', { scores: { quiz: 90 } }, {}, [['task', 'not_judged', null], ['score', 'not_judged', null]]],
    ['a real zero', { scores: { task: 0, quiz: 0 } }, {}, [['task', 'unmet', 0], ['score', 'unmet', 0]]],
    ['a component named like a method', { scores: {} }, { components: [{ code: 'toString', title: '', weight: 100, minScore: null }] }, [['score', 'not_judged', null]]],
  ])('%s', (_, change, demanded, expected) => {
    expect(statesOf(change, demanded)).toEqual(expected);
    const decision = decideGraduation({ ...complete, ...change }, { ...criteria, ...demanded });
    expect(decision).toMatchObject({ graduates: false, outcome: 'failed', predicate: null, early: expected.some((found) => ['not_judged', 'still_possible'].includes((found as string[])[1]!)) });
  });

  it('does not graduate from nothing demanded', () => {
    const nothing = { ...criteria, minAttendancePercent: null, allModules: false, minFinalScore: null, components: [], predicates: [] };
    expect(decideGraduation(complete, nothing)).toMatchObject({ graduates: false, outcome: 'failed', results: [] });
  });
});

describe('decisions at large', () => {
  const anyRecord: fc.Arbitrary<ParticipantRecord> = fc.record({
    sessions: fc.array(fc.record({ sessionId: fc.constant('s'), plannedLessonHours: fc.integer({ min: 1, max: 12 }), attendedLessonHours: fc.constant(0), mark: fc.constantFrom('present' as const, 'sick' as const, 'absent' as const, null), stillOpen: fc.boolean() }), { maxLength: 10 })
      .map((sessions) => sessions.map((found) => (found.mark === 'present' ? { ...found, attendedLessonHours: found.plannedLessonHours } : found))),
    requiredActivities: fc.nat(5), completedActivities: fc.nat(5),
    scores: fc.dictionary(fc.constantFrom('task', 'quiz'), fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100)),
  });

  it('graduates only those whose every result is met, and calls early only what is open', () => {
    fc.assert(fc.property(anyRecord, (record) => {
      const { graduates, early, outcome, results, predicate } = decideGraduation(record, criteria);
      expect(results).toHaveLength(4);
      expect(graduates).toBe(results.every(({ state }) => state === 'met'));
      expect(outcome).toBe(graduates ? 'graduated' : 'failed');
      expect(graduates && early).toBe(false);
      expect(predicate === null).toBe(!graduates);
    }));
  });

  it('never loses a graduate by a better score', () => {
    fc.assert(fc.property(anyRecord, fc.nat(100), (record, more) => {
      const better = { ...record, scores: Object.fromEntries(Object.entries(record.scores).map(([code, value]) => [code, Math.min(100, value + more)])) };
      expect(Number(decideGraduation(better, criteria).graduates)).toBeGreaterThanOrEqual(Number(decideGraduation(record, criteria).graduates));
    }));
  });

  it('keeps the final score between the least and the greatest score', () => {
    const scores = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }));
    fc.assert(fc.property(scores, ([task, quiz]) => {
      const final = finalScoreOf({ task: task / 100, quiz: quiz / 100 }, criteria.components)!;
      expect(final).toBeGreaterThanOrEqual(Math.min(task, quiz) / 100);
      expect(final).toBeLessThanOrEqual(Math.max(task, quiz) / 100);
    }));
  });
});

describe('predicates', () => {
  it.each([[100, 'Sangat Memuaskan'], [90.01, 'Sangat Memuaskan'], [90, 'Memuaskan'], [80.01, 'Memuaskan'], [70, 'Cukup Memuaskan'], [69.99, null], [0, null]])('%d is %s', (score, title) => {
    expect(predicateOf(score, bands)).toBe(title);
  });
});

import { describe, expect, it } from '@jest/globals';
import { criteriaProblems } from './criteria.rules.js';
import { criteriaProblemCodes } from './criteria.types.js';
import { criteriaProblemLabels } from './graduation.labels.js';
import type { GraduationCriteria } from './graduation.types.js';

const sound: GraduationCriteria = {
  minAttendancePercent: 80, excusedLeavesDenominator: false, allModules: false, minFinalScore: 70, outcome: 'graduated',
  components: [{ code: 'task', title: 'Tugas', weight: 60, minScore: 60 }, { code: 'quiz', title: 'Kuis', weight: 40, minScore: null }],
  predicates: [{ from: 90.01, title: 'Sangat Memuaskan' }, { from: 70, title: 'Memuaskan' }],
};
const component = (change: object) => ({ code: 'task', title: 'Tugas', weight: 100, minScore: null, ...change });
const unscored = { minFinalScore: null, components: [], predicates: [] };

const cases: readonly (readonly [string, Partial<GraduationCriteria>, readonly string[]])[] = [
  ['sound criteria', {}, []],
  ['attendance alone', unscored, []],
  ['modules alone', { ...unscored, minAttendancePercent: null, allModules: true }, []],
  ['one component alone', { ...unscored, minAttendancePercent: null, components: [component({ minScore: 60 })] }, []],
  ['thirds', { components: [33.33, 33.33, 33.34].map((weight, at) => component({ code: `c${at}`, weight })) }, []],
  ['a component that is only shown', { components: [component({}), component({ code: 'pre', weight: 0 })] }, []],
  ['half a percent', { minAttendancePercent: 87.5 }, []],
  ['nothing at all', { ...unscored, minAttendancePercent: null }, ['nothingDemanded minAttendancePercent']],
  ['attendance above all', { minAttendancePercent: 101 }, ['attendanceOutOfBounds minAttendancePercent']],
  ['attendance below nothing', { minAttendancePercent: -1 }, ['attendanceOutOfBounds minAttendancePercent']],
  ['attendance too fine', { minAttendancePercent: 79.95 }, ['attendanceTooFine minAttendancePercent']],
  ['a final score above all', { minFinalScore: 100.5, predicates: [] }, ['finalScoreOutOfBounds minFinalScore']],
  ['a final score of nothing', { components: [], predicates: [] }, ['finalScoreWithoutComponents minFinalScore']],
  ['weights of 99', { components: [component({ weight: 99 })] }, ['weightsNotHundred components']],
  ['weights of 100 with one below nothing', { components: [component({ weight: 110 }), component({ code: 'b', weight: -10 })] }, ['weightOutOfBounds components.0.weight', 'weightOutOfBounds components.1.weight']],
  ['a component score above all', { components: [component({ minScore: 101 })] }, ['componentScoreOutOfBounds components.0.minScore']],
  ['one code twice', { components: [component({ weight: 50 }), component({ weight: 50 })] }, ['componentCodeRepeated components.1.code']],
  ['an empty code', { components: [component({ code: ' ' })] }, ['componentCodeEmpty components.0.code']],
  ['rising bands', { predicates: [{ from: 70, title: 'A' }, { from: 90, title: 'B' }, { from: 60, title: 'C' }] }, ['bandsNotDescending predicates.1.from']],
  ['equal bands', { predicates: [{ from: 70, title: 'A' }, { from: 70, title: 'B' }] }, ['bandsNotDescending predicates.1.from']],
  ['a band above all', { predicates: [{ from: 120, title: 'A' }, { from: 60, title: 'B' }] }, ['bandOutOfBounds predicates.0.from']],
  ['a nameless band', { predicates: [{ from: 60, title: '' }] }, ['bandTitleEmpty predicates.0.title']],
  ['bands of no score', { ...unscored, predicates: [{ from: 0, title: 'A' }] }, ['bandsWithoutComponents predicates']],
  ['bands above the least score', { predicates: [{ from: 80, title: 'A' }] }, ['bandsLeaveGap predicates']],
  ['bands above nothing where no score is demanded', { minFinalScore: null }, ['bandsLeaveGap predicates']],
  ['bands down to nothing where no score is demanded', { minFinalScore: null, predicates: [{ from: 70, title: 'A' }, { from: 0, title: 'B' }] }, []],
  ['not a number', { minFinalScore: Number.NaN, predicates: [] }, ['finalScoreOutOfBounds minFinalScore']],
];

describe('the criteria of a curriculum', () => {
  it.each(cases)('%s', (_, change, expected) => {
    expect(criteriaProblems({ ...sound, ...change }).map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
  });

  it('has a case and both wordings for every code', () => {
    const met = new Set(cases.flatMap(([, , expected]) => expected.map((found) => found.split(' ')[0])));
    expect([...met].sort()).toEqual([...criteriaProblemCodes].sort());
    for (const code of criteriaProblemCodes) expect(criteriaProblemLabels[code].id).not.toBe(criteriaProblemLabels[code].en);
  });
});

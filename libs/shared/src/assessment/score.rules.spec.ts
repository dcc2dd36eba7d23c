import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideScore, readScore } from './score.rules.js';
import type { ScoreInForce, ScoreWish, ScoringFacts } from './score.types.js';

const wish: ScoreWish = { enrolmentId: 'e', component: 'task', value: 80, supersedes: null };
const facts: ScoringFacts = { components: [{ code: 'task', title: 'Tugas akhir', weight: 100, minScore: null }], cohortCompleted: false, belongs: true, current: null };
const seventy: ScoreInForce = { id: 's1', value: 70, reason: null, recordedAt: '2024-11-20T00:00:00.000Z', recordedBy: 'Cemara Senja' };

describe('a score', () => {
  it.each<[string, Partial<ScoreWish>, Partial<ScoringFacts>, object]>([
    ['is saved where there was none', {}, {}, { outcome: 'saved' }],
    ['of nought is a score', { value: 0 }, {}, { outcome: 'saved' }],
    ['that corrects the one in force is saved', { supersedes: 's1' }, { current: seventy }, { outcome: 'saved' }],
    ['said twice changes nothing', { value: 70 }, { current: seventy }, { outcome: 'unchanged' }],
    ['that did not see the one in force conflicts', {}, { current: seventy }, { outcome: 'conflict' }],
    ['that saw one where there is none conflicts', { supersedes: 's1' }, {}, { outcome: 'conflict' }],
    ['of a stranger is refused', {}, { belongs: false }, { outcome: 'refused', code: 'assessment.notParticipant' }],
    ['of something the curriculum does not score is refused', { component: 'toString' }, {}, { outcome: 'refused', code: 'assessment.noSuchComponent' }],
    ['after the cohort is refused without a reason', { supersedes: 's1' }, { current: seventy, cohortCompleted: true }, { outcome: 'refused', code: 'assessment.reasonNeeded' }],
    ['after the cohort is saved with one', { supersedes: 's1', reason: 'Remedial' }, { current: seventy, cohortCompleted: true }, { outcome: 'saved' }],
  ])('%s', (_, change, known, decision) => {
    expect(decideScore({ ...wish, ...change }, { ...facts, ...known })).toEqual(decision);
  });
});

describe('a score as typed', () => {
  it.each([['87,5', 87.5], ['87.5', 87.5], [' 90 ', 90], ['100', 100], ['100,00', 100], ['0', 0], ['07', 7]])('%j is %d', (text, value) => {
    expect(readScore(text)).toBe(value);
  });

  it.each(['', ' ', '100,01', '101', '-1', '1e2', '87,555', '8 7', 'delapan', '=1+1', '9,', ',5', '1.000'])('%j is none', (text) => {
    expect(readScore(text)).toBeNull();
  });

  it('comes back from every score of two decimals', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
      expect(readScore(String(hundredths / 100).replace('.', ','))).toBe(hundredths / 100);
    }));
  });
});

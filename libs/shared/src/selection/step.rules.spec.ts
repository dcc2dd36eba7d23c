import { describe, expect, it } from '@jest/globals';
import { decideStepResult } from './step.rules.js';

const both = ['administration', 'substance'] as const;
const papers = { id: 'r1', step: 'administration', passed: true, score: null, note: '' } as const;
const score = { id: 'r2', step: 'substance', passed: null, score: 80, note: '' } as const;

describe('a result of a step', () => {
  it.each([
    ['the first', { step: 'administration', passed: true, supersedes: null }, null, 'saved'],
    ['papers not in order, with what is missing', { step: 'administration', passed: false, note: 'Surat izin', supersedes: null }, null, 'saved'],
    ['papers not in order, without a word', { step: 'administration', passed: false, supersedes: null }, null, 'selection.noteMissing'],
    ['a correction of what was seen', { step: 'substance', score: 81, supersedes: 'r2' }, score, 'saved'],
    ['the same again, whatever was seen', { step: 'substance', score: 80, supersedes: null }, score, 'unchanged'],
    ['a correction of something older', { step: 'substance', score: 81, supersedes: 'r0' }, score, 'selection.resultChanged'],
    ['a first one where there is one', { step: 'administration', passed: false, note: 'Surat izin', supersedes: null }, papers, 'selection.resultChanged'],
    ['a score for the papers', { step: 'administration', score: 80, supersedes: null }, null, 'selection.resultIncomplete'],
    ['zero, which is a score', { step: 'substance', score: 0, supersedes: null }, null, 'saved'],
  ] as const)('%s', (_, wish, current, code) => {
    expect(decideStepResult(wish, current, both)).toBe(code);
  });

  it('is refused for a step that is not asked', () => {
    expect(decideStepResult({ step: 'substance', score: 80, supersedes: null }, null, ['administration'])).toBe('selection.stepNotAsked');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { ScoreInForce, ScoreRow } from '@jenjang/shared/assessment';
import {
  type Drafts,
  answered,
  draftKey,
  pasted,
  problemOf,
  typed,
  wishesOf,
  withAnswers,
} from './score-draft.rules';

const seventy: ScoreInForce = {
  id: 's1',
  value: 70,
  reason: null,
  recordedAt: '2024-11-20T00:00:00Z',
  recordedBy: 'Cemara Senja',
};
const row: ScoreRow = {
  enrolmentId: 'e1',
  personId: 'p',
  name: 'Anggrek',
  nip: null,
  unitName: null,
  eselon: null,
  className: null,
  scores: { task: seventy },
  finalScore: null,
};
const key = draftKey('e1', 'task');
const none: Drafts = new Map();

describe('typing', () => {
  it('leaves a draft only for what differs from what is in force', () => {
    expect([...typed(none, key, '80', seventy)]).toEqual([[key, { text: '80', answer: null }]]);
    expect([...typed(new Map([[key, { text: '80', answer: null }]]), key, '70,00', seventy)]).toEqual([]);
    expect([...typed(none, key, ' ', undefined)]).toEqual([]);
    expect([...typed(none, key, '', seventy)]).toEqual([[key, { text: '', answer: null }]]);
  });

  it.each([
    ['80', null],
    ['87,5', null],
    ['101', 'notScore'],
    ['delapan', 'notScore'],
    ['', 'emptied'],
  ])('%j: %s', (text, problem) => {
    expect(problemOf({ text, answer: null })).toBe(problem);
  });
});

describe('pasting', () => {
  it('fills a column downwards, over Windows line ends, and skips empty lines', () => {
    expect(pasted('80\r\n\r\n 87,5 \r\n', { row: 1, column: 0 }, 10, 2)).toEqual([
      { row: 1, column: 0, text: '80' },
      { row: 3, column: 0, text: '87,5' },
    ]);
  });

  it('fills columns to the right and never leaves the grid', () => {
    expect(pasted('1\t2\t3\n4\t5\t6', { row: 0, column: 1 }, 1, 3)).toEqual([
      { row: 0, column: 1, text: '1' },
      { row: 0, column: 2, text: '2' },
    ]);
  });
});

describe('saving', () => {
  const drafts: Drafts = new Map([
    [key, { text: '80', answer: null }],
    [draftKey('e1', 'quiz'), { text: '90', answer: null }],
    [draftKey('e1', 'oral'), { text: 'x', answer: null }],
  ]);

  it('names the score it corrects, gives the reason to corrections alone, and holds back what is no score', () => {
    expect(wishesOf(drafts, [row], 'Remedial')).toEqual([
      { enrolmentId: 'e1', component: 'task', value: 80, supersedes: 's1', reason: 'Remedial' },
      { enrolmentId: 'e1', component: 'quiz', value: 90, supersedes: null, reason: undefined },
    ]);
  });

  it('keeps as drafts what conflicts, what is refused and what was retyped', () => {
    const retyped: Drafts = new Map([...drafts, [draftKey('e1', 'quiz'), { text: '91', answer: null }]]);
    const theirs = { ...seventy, id: 's2', value: 60 };
    const after = answered(retyped, drafts, [
      { enrolmentId: 'e1', component: 'task', outcome: 'conflict', code: null, current: theirs },
      {
        enrolmentId: 'e1',
        component: 'quiz',
        outcome: 'saved',
        code: null,
        current: { ...seventy, id: 's3', value: 90 },
      },
    ]);
    expect([...after].map(([, draft]) => [draft.text, draft.answer])).toEqual([
      ['80', 'conflict'],
      ['91', null],
      ['x', null],
    ]);
    const [shown] = withAnswers(
      [row],
      [{ enrolmentId: 'e1', component: 'task', outcome: 'conflict', code: null, current: theirs }],
    );
    expect(wishesOf(after, [shown!])[0]).toMatchObject({ value: 80, supersedes: 's2' });
  });

  it('forgets what was saved', () => {
    expect(
      answered(
        new Map([[key, { text: '80', answer: null }]]),
        new Map([[key, { text: '80', answer: null }]]),
        [{ enrolmentId: 'e1', component: 'task', outcome: 'saved', code: null, current: seventy }],
      ).size,
    ).toBe(0);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { enrolmentStates, mayMoveEnrolment } from '../enrolment/index.js';
import { barOfDecision, judgeAll, stateOfDecision } from './decide.rules.js';
import { selectionDecisions, type SelectionRecord } from './selection.types.js';

const base: SelectionRecord = {
  enrolmentId: 'a', standing: 'passed', trainings: 0, eselon: 'III.a', nominationRank: 1, nominatedAt: '2026-01-05T00:00:00Z', state: 'nominated', route: 'one_step',
  openSteps: [], shortfalls: [], movedTo: null, mayApprove: false, movedBy: 'Bayu Telaga', movedAt: '2026-01-06T02:00:00Z',
};
const shortfall = { code: 'band', facts: { has: 'IV', wanted: ['III'] } } as const;

describe('a decision about somebody', () => {
  it.each([
    ['accepting a nominee in one step', 'accept', {}, null],
    ['accepting before the agency approved', 'accept', { route: 'two_steps' }, 'selection.agencyFirst'],
    ['the waiting list before the agency approved', 'waitlist', { route: 'two_steps' }, 'selection.agencyFirst'],
    ['accepting what the agency approved', 'accept', { route: 'two_steps', state: 'approved' }, null],
    ['approving for the agency without its right', 'approve', { route: 'two_steps' }, 'selection.agencyOnly'],
    ['approving for the agency with its right', 'approve', { route: 'two_steps', mayApprove: true }, null],
    ['somebody who moved to another unit', 'accept', { movedTo: 'Dinas Perikanan' }, 'selection.movedUnit'],
    ['somebody no longer eligible', 'accept', { shortfalls: [shortfall] }, 'selection.notEligible'],
    ['a step without a result', 'accept', { openSteps: [{ step: 'administration', standing: 'missing' }] }, 'selection.stepMissing'],
    ['a failed step, said before a missing one', 'waitlist', { openSteps: [{ step: 'administration', standing: 'missing' }, { step: 'substance', standing: 'failed' }] }, 'selection.stepFailed'],
    ['approving does not wait for the steps', 'approve', { openSteps: [{ step: 'administration', standing: 'missing' }] }, null],
    ['rejecting whoever is not eligible', 'reject', { shortfalls: [shortfall], movedTo: 'Dinas Perikanan' }, null],
    ['accepting twice', 'accept', { state: 'accepted' }, 'selection.decided'],
    ['rejecting whoever holds a seat', 'reject', { state: 'accepted' }, 'selection.decided'],
    ['taking a rejection back', 'reopen', { state: 'rejected' }, null],
    ['bringing back whoever withdrew', 'reopen', { state: 'withdrawn' }, 'selection.decided'],
    ['accepting whoever withdrew', 'accept', { state: 'withdrawn' }, 'selection.decided'],
  ] as const)('%s', (_, decision, change, code) => {
    expect(barOfDecision({ ...base, ...change }, decision)?.code ?? null).toBe(code);
  });

  it('names who was quicker, and when', () => {
    expect(barOfDecision({ ...base, state: 'accepted' }, 'accept')?.facts).toEqual({ state: 'accepted', by: 'Bayu Telaga', at: '2026-01-06T02:00:00Z' });
  });

  it('never lets through a move that the table forbids', () => {
    const record = fc.record({ state: fc.constantFrom(...enrolmentStates), route: fc.constantFrom('none', 'one_step', 'two_steps', 'self'), mayApprove: fc.boolean() } as const);
    fc.assert(fc.property(record, fc.constantFrom(...selectionDecisions), (change, decision) => {
      if (barOfDecision({ ...base, ...change }, decision) === null) expect(mayMoveEnrolment(change.state, stateOfDecision[decision])).toBe(true);
    }));
  });
});

it('answers in the order asked, once for each, and refuses strangers and repetitions', () => {
  const codes = judgeAll(new Map([['a', base]]), ['x', 'a', 'a'], 'accept').map(({ enrolmentId, bar }) => [enrolmentId, bar?.code ?? null]);
  expect(codes).toEqual([['x', 'selection.unknown'], ['a', null], ['a', 'selection.repeated']]);
});

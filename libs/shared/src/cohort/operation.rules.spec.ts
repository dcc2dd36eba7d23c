import { describe, expect, it } from '@jest/globals';
import { allowedCohortOperations, type CohortRights } from './operation.rules.js';

const all: CohortRights = { manage: true, enrol: true, mark: true, decide: true, issue: true };
const none: CohortRights = { manage: false, enrol: false, mark: false, decide: false, issue: false };

describe('what may be done to a cohort', () => {
  it.each([
    ['planned', ['edit', 'clone', 'open', 'cancel', 'plan']],
    ['enrolling', ['edit', 'clone', 'start', 'cancel', 'plan', 'enrol']],
    ['running', ['edit', 'clone', 'complete', 'cancel', 'plan', 'enrol', 'mark', 'decide', 'issue']],
    ['completed', ['clone', 'mark', 'decide', 'issue']],
    ['cancelled', ['clone']],
  ] as const)('while it is %s', (state, operations) => {
    expect(allowedCohortOperations(state, all)).toEqual(operations);
    expect(allowedCohortOperations(state, none)).toEqual([]);
  });

  it('follows each right on its own', () => {
    expect(allowedCohortOperations('running', { ...none, mark: true })).toEqual(['mark']);
    expect(allowedCohortOperations('enrolling', { ...none, enrol: true })).toEqual(['enrol']);
  });
});

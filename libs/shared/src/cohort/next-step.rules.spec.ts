import { describe, expect, it } from '@jest/globals';
import { nextSteps, type StepRecord, type StepSession } from './next-step.rules.js';

const session = (changes: Partial<StepSession> = {}): StepSession => ({ id: 's1', title: 'Visi', state: 'planned', begun: false, over: false, facilitators: 1, expected: 10, marked: 0, ...changes });
const held = session({ state: 'closed', begun: true, over: true, marked: 10 });
const record = (changes: Partial<StepRecord>): StepRecord => ({
  state: 'planned', blockingProblems: 0, accepted: 0, undecided: 0, sessions: [session()], decided: 0, passed: 0, certificates: 0, ...changes,
});

describe('the one next step', () => {
  it.each([
    ['a plan with gaps', record({ blockingProblems: 2 }), 'plan'],
    ['a whole plan', record({}), 'open'],
    ['an open cohort without people', record({ state: 'enrolling' }), 'enrol'],
    ['people who wait for a decision', record({ state: 'enrolling', accepted: 5, undecided: 1 }), 'enrol'],
    ['people and nothing to decide', record({ state: 'enrolling', accepted: 5 }), 'start'],
    ['a session that nobody teaches', record({ state: 'running', accepted: 5, sessions: [session({ facilitators: 0 })] }), 'facilitators'],
    ['a session under way, even where another has no facilitator', record({ state: 'running', accepted: 5, sessions: [session({ begun: true }), session({ id: 's2', facilitators: 0 })] }), 'attendance'],
    ['all sessions closed', record({ state: 'running', accepted: 5, sessions: [held] }), 'decide'],
    ['some decided', record({ state: 'running', accepted: 5, decided: 4, passed: 4, sessions: [held] }), 'decide'],
    ['all decided', record({ state: 'running', accepted: 5, decided: 5, passed: 4, sessions: [held] }), 'issue'],
    ['all issued', record({ state: 'running', accepted: 5, decided: 5, passed: 4, certificates: 4, sessions: [held] }), 'complete'],
    ['a finished cohort', record({ state: 'completed', accepted: 5, decided: 5, passed: 4, certificates: 4, sessions: [held] }), null],
    ['a cancelled cohort', record({ state: 'cancelled' }), null],
  ])('of %s', (_, from, now) => {
    expect(nextSteps(from).now).toBe(now);
  });

  it('names the session to mark and how many are left', () => {
    const { steps } = nextSteps(record({ state: 'running', accepted: 10, sessions: [held, session({ id: 's2', title: 'Data', begun: true, marked: 3 })] }));
    expect(steps.find(({ code }) => code === 'attendance')).toMatchObject({ done: false, sessionId: 's2', facts: { count: 7, title: 'Data' } });
  });

  it('leaves cancelled sessions out', () => {
    const { steps } = nextSteps(record({ state: 'running', accepted: 10, sessions: [held, session({ state: 'cancelled', begun: true, facilitators: 0 })] }));
    expect(steps.filter(({ code }) => code === 'facilitators' || code === 'attendance').map(({ done }) => done)).toEqual([true, true]);
  });
});

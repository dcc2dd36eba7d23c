import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { admissionRoutes, selectionSteps } from '../admission/index.js';
import { enrolmentStates, nextEnrolmentStates, type EnrolmentState } from '../enrolment/index.js';
import { applicationSteps } from './application.rules.js';
import type { ApplicationRecord, NotedMove } from './application.types.js';

const at = (hour: number): string => `2026-10-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const moves = (...states: readonly EnrolmentState[]): readonly NotedMove[] => states.map((to, index) => ({ from: states[index - 1] ?? 'new', to, at: at(index) }));
const record = (change: Partial<ApplicationRecord>): ApplicationRecord => ({ route: 'two_steps', steps: [], results: [], state: 'nominated', moves: moves('nominated'), ...change });
const read = (change: Partial<ApplicationRecord>): string => applicationSteps(record(change)).map(({ code, state }) => `${code} ${state}`).join(', ');

describe('the way of an applicant', () => {
  it.each([
    ['just sent', {}, 'sent done, agency now, organiser ahead, seat ahead'],
    ['approved by the agency', { state: 'approved', moves: moves('nominated', 'approved') }, 'sent done, agency done, organiser now, seat ahead'],
    ['turned down by the agency', { state: 'rejected', moves: moves('nominated', 'rejected') }, 'sent done, agency failed, organiser stopped, seat stopped'],
    ['turned down by the organiser', { state: 'rejected', moves: moves('nominated', 'approved', 'rejected') }, 'sent done, agency done, organiser failed, seat stopped'],
    ['accepted', { state: 'accepted', moves: moves('nominated', 'approved', 'accepted') }, 'sent done, agency done, organiser done, seat done'],
    ['on the waiting list', { state: 'waitlisted', moves: moves('nominated', 'approved', 'waitlisted') }, 'sent done, agency done, organiser done, seat now'],
    ['accepted at once', { route: 'none', state: 'accepted', moves: moves('accepted') }, 'sent done, seat done'],
    ['an applicant whose papers are looked at', { route: 'self', steps: ['administration', 'substance'] }, 'sent done, administration now, substance ahead, organiser ahead, seat ahead'],
    ['one who passed the papers', { route: 'self', steps: ['administration', 'substance'], results: [{ step: 'administration', passed: true, at: at(3) }] }, 'sent done, administration done, substance now, organiser ahead, seat ahead'],
    ['one who failed the test, before anybody decided', { route: 'self', steps: ['substance'], results: [{ step: 'substance', passed: false, at: at(3) }] }, 'sent done, substance failed, organiser ahead, seat ahead'],
    ['one who withdrew', { route: 'one_step', state: 'withdrawn', moves: moves('nominated', 'withdrawn') }, 'sent done, organiser stopped, seat stopped'],
  ] as const)('%s', (_, change, words) => {
    expect(read(change as Partial<ApplicationRecord>)).toBe(words);
  });

  it('tells when each step was done', () => {
    const steps = applicationSteps(record({ state: 'accepted', moves: moves('nominated', 'approved', 'waitlisted', 'offered', 'accepted') }));
    expect(steps.map((step) => step.at)).toEqual([at(0), at(1), at(2), at(4)]);
  });

  /** A walk along the table of moves. */
  const walk = fc.array(fc.nat(), { maxLength: 6 }).map((choices) => choices.reduce<EnrolmentState[]>((path, choice) => {
    const next = nextEnrolmentStates[path.at(-1) ?? 'nominated'];
    return next.length === 0 ? path : [...path, next[choice % next.length] ?? 'nominated'];
  }, ['nominated']));

  it('has at most one step on turn, and none after an end', () => {
    const steps = fc.subarray([...selectionSteps]);
    fc.assert(fc.property(walk, fc.constantFrom(...admissionRoutes), steps, (path, route, asked) => {
      const state = path.at(-1) ?? 'nominated';
      expect(enrolmentStates).toContain(state);
      const states = applicationSteps(record({ route, steps: asked, state, moves: moves(...path) })).map((step) => step.state);
      expect(states.filter((one) => one === 'now').length).toBeLessThanOrEqual(1);
      expect(states.at(-1) === 'done').toBe(state === 'accepted');
      if (state === 'rejected' || state === 'withdrawn') expect(states).not.toContain('now');
    }));
  });
});

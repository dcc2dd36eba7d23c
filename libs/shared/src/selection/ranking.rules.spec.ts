import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { choicesOutOfOrder, compareCandidates, rankCandidates, standingOfSteps, stepStanding } from './ranking.rules.js';
import type { PoolRecord, StepResult } from './selection.types.js';

const base: PoolRecord = {
  enrolmentId: 'm', standing: 'passed', trainings: 0, eselon: 'III.a', nominationRank: 1, nominatedAt: '2026-01-05T00:00:00Z', pool: 'cell', mayBeChosen: true,
};
const documents = (passed: boolean): StepResult => ({ step: 'administration', passed, score: null });
const score = (value: number): StepResult => ({ step: 'substance', passed: null, score: value });
const both = { steps: ['administration', 'substance'] as const, passingScore: 70 };

describe('standing in the steps', () => {
  it.each([
    ['documents in order', 'administration', [documents(true)], 'passed'],
    ['documents not in order', 'administration', [documents(false)], 'failed'],
    ['nothing said of the documents', 'administration', [score(90)], 'missing'],
    ['exactly the passing score', 'substance', [score(70)], 'passed'],
    ['a hair below', 'substance', [score(69.99)], 'failed'],
  ] as const)('%s is so', (_, step, results, standing) => {
    expect(stepStanding(step, results, both)).toBe(standing);
  });

  it.each([
    ['one failed and one missing', [documents(false)], 'failed'],
    ['one passed and one missing', [documents(true)], 'missing'],
    ['both passed', [documents(true), score(88)], 'passed'],
  ] as const)('of all steps, with %s', (_, results, standing) => {
    expect(standingOfSteps(results, both)).toBe(standing);
  });

  it('is passed by everyone where no step is asked', () => {
    expect(standingOfSteps([], { steps: [], passingScore: 70 })).toBe('passed');
  });
});

describe('the order of choosing', () => {
  it.each([
    ['steps passed before steps missing', { standing: 'missing', eselon: 'I.a' }],
    ['missing before failed', { standing: 'failed' }],
    ['never trained before trained, whatever the echelon', { trainings: 1, eselon: 'II.a' }],
    ['the higher echelon', { eselon: 'III.b' }],
    ['an echelon before none', { eselon: null }],
    ['the place on the letter', { nominationRank: 2 }],
    ['ranked on the letter before unranked', { nominationRank: null }],
    ['the earlier letter', { nominatedAt: '2026-01-05T00:00:01Z' }],
  ] as const)('puts first %s', (_, change) => {
    const better = { ...base, enrolmentId: 'z' };
    expect(rankCandidates([{ ...base, ...change, enrolmentId: 'a' }, better])[0]).toBe(better);
  });

  const candidate = fc.record({
    enrolmentId: fc.uuid(), standing: fc.constantFrom('passed', 'missing', 'failed'), trainings: fc.nat(2), eselon: fc.constantFrom(null, 'II.a', 'II.b', 'III.a'),
    nominationRank: fc.option(fc.integer({ min: 1, max: 3 })), nominatedAt: fc.constantFrom('2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z'),
    pool: fc.constantFrom('a', 'b'), mayBeChosen: fc.boolean(),
  });
  const candidates = fc.uniqueArray(candidate, { selector: ({ enrolmentId }) => enrolmentId, maxLength: 12 });

  it('is total and does not depend on the order they came in', () => {
    fc.assert(fc.property(candidates, (some) => {
      const ranked = rankCandidates(some);
      expect(rankCandidates([...some].reverse())).toEqual(ranked);
      for (const [index, one] of ranked.entries()) for (const other of ranked.slice(index + 1)) expect(compareCandidates(one, other)).toBeLessThan(0);
    }));
  });

  it('is kept by whoever chooses the first of each pool, and only broken over the heads of people who could be chosen', () => {
    fc.assert(fc.property(candidates, fc.nat(12), (some, count) => {
      const inOrder = rankCandidates(some).filter(({ mayBeChosen }) => mayBeChosen).filter(({ pool }) => pool === 'a').slice(0, count);
      expect(choicesOutOfOrder(some, new Set(inOrder.map(({ enrolmentId }) => enrolmentId)))).toEqual([]);
    }));
    fc.assert(fc.property(candidates, fc.array(fc.nat(11)), (some, picks) => {
      const chosen = new Set(picks.flatMap((pick) => some[pick]?.enrolmentId ?? []));
      for (const { enrolmentId, passedOver } of choicesOutOfOrder(some, chosen)) {
        const winner = some.find((one) => one.enrolmentId === enrolmentId)!;
        for (const id of passedOver) {
          const loser = some.find((one) => one.enrolmentId === id)!;
          expect([chosen.has(id), loser.mayBeChosen, loser.pool === winner.pool, compareCandidates(loser, winner) < 0]).toEqual([false, true, true, true]);
        }
      }
    }));
  });
});

describe('choosing out of order', () => {
  const first = { ...base, enrolmentId: 'first', nominationRank: 1 };
  const second = { ...base, enrolmentId: 'second', nominationRank: 2 };
  const third = { ...base, enrolmentId: 'third', nominationRank: 3 };

  it('names whom it passes over and the rank that was chosen', () => {
    expect(choicesOutOfOrder([third, second, first], new Set(['third']))).toEqual([{ enrolmentId: 'third', rank: 3, passedOver: ['first', 'second'] }]);
  });

  it.each([
    ['of another pool', { pool: 'other' }], ['who cannot be chosen', { mayBeChosen: false }],
  ] as const)('does not pass over somebody %s', (_, change) => {
    expect(choicesOutOfOrder([{ ...first, ...change }, second], new Set(['second']))).toEqual([]);
  });
});

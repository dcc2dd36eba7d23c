import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { enrolmentStates, type EnrolmentState } from './enrolment.types.js';
import { decideIntake } from './intake.rules.js';
import type { MoveFacts } from './move.types.js';

interface Candidate {
  readonly personId: string;
  readonly known: boolean;
  readonly state: EnrolmentState | null;
  readonly classId: string | null;
}

const person = (personId: string, changes: Partial<Candidate> = {}): Candidate => ({ personId, known: true, state: null, classId: null, ...changes });
const factsOf = (candidates: readonly Candidate[], cohort: number, classes: Record<string, number>): MoveFacts => ({
  state: 'enrolling', seats: { cohort, classes, cells: [], ceilings: [] },
  participants: Object.fromEntries(candidates.filter(({ known }) => known).map(({ personId, state }) => [personId, {
    state: state ?? 'new', classId: null, unitPath: '', band: 'NONE', agencyId: 'g', certified: false, shortfalls: [], quotaId: null, replaced: false,
  }])),
});
const told = (candidates: readonly Candidate[], cohort: number, whenFull: 'refuse' | 'waitlist' = 'refuse', classes: Record<string, number> = {}): string[] =>
  decideIntake(factsOf(candidates, cohort, classes), candidates, whenFull).map(({ outcome, code }) => code ?? outcome);

describe('who gets a seat', () => {
  it.each([
    ['one who is unknown', person('a', { known: false }), 'enrolment.personUnknown'],
    ['one who holds a seat', person('a', { state: 'accepted' }), 'enrolment.already'],
    ['one who was rejected', person('a', { state: 'rejected' }), 'enrolment.rejectedBefore'],
    ['one for a class that is not there', person('a', { classId: 'x' }), 'enrolment.classUnknown'],
    ['one who was nominated', person('a', { state: 'nominated' }), 'accepted'],
    ['one who was approved', person('a', { state: 'approved' }), 'accepted'],
    ['one who waits', person('a', { state: 'waitlisted' }), 'accepted'],
    ['one who had withdrawn', person('a', { state: 'withdrawn' }), 'accepted'],
  ])('%s', (_, candidate, expected) => {
    expect(told([candidate], 5)).toEqual([expected]);
  });

  it('is whoever was asked for first, until the seats are gone', () => {
    expect(told([person('a'), person('b'), person('c')], 2)).toEqual(['accepted', 'accepted', 'enrolment.full']);
    expect(told([person('a'), person('b'), person('c')], 2, 'waitlist')).toEqual(['accepted', 'accepted', 'waitlisted']);
  });

  it('a refused row takes no seat from the next one, and a repeated one neither', () => {
    expect(told([person('a', { known: false }), person('b'), person('b'), person('c')], 2)).toEqual(['enrolment.personUnknown', 'accepted', 'enrolment.repeated', 'accepted']);
  });

  it('one who had withdrawn cannot wait, for the table of moves has no such step', () => {
    expect(told([person('a', { state: 'withdrawn' })], 0, 'waitlist')).toEqual(['enrolment.full']);
  });

  it('each class fills on its own', () => {
    const candidates = [person('a', { classId: 'k' }), person('b', { classId: 'k' }), person('c', { classId: 'l' })];
    expect(told(candidates, 9, 'refuse', { k: 1, l: 1 })).toEqual(['accepted', 'enrolment.classFull', 'accepted']);
  });

  it('never more people than seats, in the cohort and in each class, whoever asks', () => {
    const candidate = fc.record({
      personId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), known: fc.boolean(), classId: fc.constantFrom(null, 'k', 'l'), state: fc.constantFrom(null, ...enrolmentStates),
    });
    fc.assert(fc.property(fc.array(candidate), fc.integer({ min: -2, max: 5 }), fc.nat(3), fc.constantFrom('refuse' as const, 'waitlist' as const), (candidates, seats, inClass, whenFull) => {
      const decisions = decideIntake(factsOf(candidates, seats, { k: inClass, l: inClass }), candidates, whenFull);
      const accepted = decisions.flatMap(({ outcome }, index) => (outcome === 'accepted' ? [candidates[index]!] : []));
      // Who was offered a seat holds it already.
      const seated = accepted.filter(({ personId }) => candidates.findLast((candidate) => candidate.personId === personId && candidate.known)?.state !== 'offered');
      expect(seated.length).toBeLessThanOrEqual(Math.max(0, seats));
      expect(seated.filter(({ classId }) => classId === 'k').length).toBeLessThanOrEqual(inClass);
      expect(new Set(accepted.map(({ personId }) => personId)).size).toBe(accepted.length);
      expect(decisions.every(({ outcome, code }) => (outcome === 'refused') === (code !== null))).toBe(true);
    }));
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quotaBands, type QuotaCell } from '../admission/index.js';
import { mayMoveEnrolment, takesSeat } from './enrolment.rules.js';
import { enrolmentStates, type EnrolmentState } from './enrolment.types.js';
import { decideMoves } from './move.rules.js';
import type { AskedMove, MoveFacts, MovingParticipant, SeatFacts } from './move.types.js';

const somebody: MovingParticipant = { state: 'nominated', classId: null, unitPath: '/r/dinkes/', band: 'III', agencyId: 'g', certified: false, shortfalls: [], quotaId: null, replaced: false };
const cell = (id: string, unit: string | null, band: QuotaCell['band'], seats: number, taken = 0): QuotaCell => ({ id, unitId: unit, unitPath: unit === null ? null : `/r/${unit}/`, band, seats, taken });
const plenty: SeatFacts = { cohort: 99, classes: { k: 9 }, cells: [], ceilings: [] };
const facts = (people: Record<string, Partial<MovingParticipant>>, seats: Partial<SeatFacts> = {}, state: MoveFacts['state'] = 'enrolling'): MoveFacts => ({
  state, seats: { ...plenty, ...seats }, participants: Object.fromEntries(Object.entries(people).map(([id, changes]) => [id, { ...somebody, ...changes }])),
});
const ask = (enrolmentId: string, to: EnrolmentState, more: Partial<AskedMove> = {}): AskedMove => ({ enrolmentId, to, ...more });
const told = (given: MoveFacts, moves: readonly AskedMove[], mode?: 'each' | 'all'): string[] => decideMoves(given, moves, mode).map(({ code, to, quotaId }) => code ?? (quotaId ? `${to} ${quotaId}` : to));
const notFromDinkes = { code: 'unit' as const, facts: { has: 'dinkes', wanted: ['dukcapil'] } };

describe('one move', () => {
  it.each([
    ['somebody unknown', {}, ask('z', 'approved'), 'enrolment.unknown'],
    ['a step that is not in the table', { a: { state: 'accepted' as const } }, ask('a', 'nominated'), 'enrolment.noSuchMove'],
    ['a rejection without a reason', { a: {} }, ask('a', 'rejected'), 'enrolment.reasonMissing'],
    ['another reason without words', { a: {} }, ask('a', 'rejected', { code: 'other', reason: ' ' }), 'enrolment.reasonMissing'],
    ['a withdrawal of a holder of a certificate', { a: { state: 'accepted' as const, certified: true } }, ask('a', 'withdrawn', { code: 'ill' }), 'enrolment.certified'],
    ['one who is not eligible', { a: { shortfalls: [notFromDinkes] } }, ask('a', 'approved'), 'enrolment.notEligible'],
    ['a class of elsewhere', { a: {} }, ask('a', 'accepted', { classId: 'x' }), 'enrolment.classUnknown'],
    ['a replacement of one who stays', { a: {}, b: { state: 'accepted' as const } }, ask('a', 'accepted', { replaces: 'b' }), 'enrolment.replacesUnknown'],
    ['a replacement of one who was replaced', { a: {}, b: { state: 'withdrawn' as const, replaced: true } }, ask('a', 'accepted', { replaces: 'b' }), 'enrolment.replacesUnknown'],
  ])('is refused: %s', (_, people, move, code) => {
    expect(told(facts(people), [move])).toEqual([code]);
  });

  it.each([
    ['a rejection with a code', { a: {} }, ask('a', 'rejected', { code: 'notEligible' }), 'rejected'],
    ['a rejection in words alone', { a: {} }, ask('a', 'rejected', { reason: 'Tidak hadir' }), 'rejected'],
    ['rejecting one who is not eligible', { a: { shortfalls: [notFromDinkes] } }, ask('a', 'rejected', { code: 'notEligible' }), 'rejected'],
    ['one who was offered a seat and takes it, moved since or not', { a: { state: 'offered' as const, shortfalls: [notFromDinkes] } }, ask('a', 'accepted'), 'accepted'],
    ['somebody new', { a: { state: 'new' as const } }, ask('a', 'nominated'), 'nominated'],
    ['one who was rejected and is nominated again', { a: { state: 'rejected' as const } }, ask('a', 'accepted', { again: true }), 'accepted'],
  ])('is made: %s', (_, people, move, state) => {
    expect(told(facts(people), [move])).toEqual([state]);
  });

  it('gives what the person lacks with the refusal', () => {
    expect(decideMoves(facts({ a: { shortfalls: [notFromDinkes] } }), [ask('a', 'accepted')])[0]).toMatchObject({ outcome: 'refused', facts: { shortfalls: [notFromDinkes] } });
  });

  it('takes a seat only while the cohort takes people, and nothing moves when it is over', () => {
    expect(told(facts({ a: {} }, {}, 'planned'), [ask('a', 'accepted')])).toEqual(['enrolment.closed']);
    expect(told(facts({ a: {} }, {}, 'planned'), [ask('a', 'approved')])).toEqual(['approved']);
    expect(told(facts({ a: {} }, {}, 'completed'), [ask('a', 'withdrawn', { code: 'ill' })])).toEqual(['cohort.over']);
  });

  it('passes through a nomination only when it must', () => {
    const via = (state: EnrolmentState, to: EnrolmentState) => decideMoves(facts({ a: { state } }), [ask('a', to, { again: true })])[0]?.via;
    expect([via('rejected', 'accepted'), via('withdrawn', 'accepted'), via('withdrawn', 'approved'), via('nominated', 'approved'), via('rejected', 'nominated')]).toEqual(['nominated', null, 'nominated', null, null]);
  });
});

describe('seats', () => {
  it('run out one after the other, and come back within the same call', () => {
    const people = { a: {}, b: {}, c: { state: 'accepted' as const }, d: {} };
    expect(told(facts(people, { cohort: 1 }), [ask('a', 'accepted'), ask('b', 'accepted'), ask('c', 'withdrawn', { code: 'ill' }), ask('d', 'accepted')])).toEqual(['accepted', 'enrolment.full', 'withdrawn', 'accepted']);
    expect(told(facts({ a: {}, b: {} }, { cohort: 1 }), [ask('a', 'accepted'), ask('b', 'accepted', { whenFull: 'waitlisted' })])).toEqual(['accepted', 'waitlisted']);
    expect(told(facts({ a: {}, b: {} }), [ask('a', 'accepted'), ask('a', 'accepted')])).toEqual(['accepted', 'enrolment.repeated']);
  });

  it('refuse all together when asked to', () => {
    expect(told(facts({ a: {}, b: {} }, { cohort: 1 }), [ask('a', 'accepted'), ask('b', 'accepted')], 'all')).toEqual(['enrolment.others', 'enrolment.full']);
  });

  it('draw from the cell of unit and band, then of the unit, then of the band, then from the reserve', () => {
    const cells = [cell('reserve', null, null, 1), cell('band', null, 'III', 1), cell('unit', 'dinkes', null, 1), cell('own', 'dinkes', 'III', 1), cell('other', 'dukcapil', 'III', 9)];
    const people = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, {}]));
    expect(told(facts(people, { cells }), Object.keys(people).map((id) => ask(id, 'accepted')))).toEqual(['accepted own', 'accepted unit', 'accepted band', 'accepted reserve', 'enrolment.quotaFull']);
  });

  it('come from the reserve alone, or never, when asked to', () => {
    const cells = [cell('reserve', null, null, 1), cell('own', 'dinkes', 'III', 1)];
    expect(told(facts({ a: {}, b: {} }, { cells }), [ask('a', 'accepted', { useReserve: true }), ask('b', 'accepted', { useReserve: true })])).toEqual(['accepted reserve', 'enrolment.quotaFull']);
    expect(told(facts({ a: {}, b: {} }, { cells }), [ask('a', 'accepted', { useReserve: false }), ask('b', 'accepted', { useReserve: false })])).toEqual(['accepted own', 'enrolment.quotaFull']);
  });

  it('stay with the unit when one of it replaces another, whatever the band', () => {
    const cells = [cell('reserve', null, null, 5), cell('own', 'dinkes', 'III', 1, 1)];
    const people = { a: { state: 'accepted' as const, quotaId: 'own' }, b: { band: 'IV' as const }, c: { unitPath: '/r/dukcapil/' } };
    const leave = ask('a', 'withdrawn', { code: 'ill' });
    expect(told(facts(people, { cells }), [leave, ask('b', 'accepted', { replaces: 'a' })])).toEqual(['withdrawn', 'accepted own']);
    expect(told(facts(people, { cells }), [leave, ask('c', 'accepted', { replaces: 'a' })])).toEqual(['withdrawn', 'accepted reserve']);
    expect(told(facts(people, { cells }), [leave, ask('b', 'accepted', { replaces: 'a', useReserve: true })])).toEqual(['withdrawn', 'accepted reserve']);
    expect(told(facts(people, { cells }), [leave, ask('b', 'accepted', { replaces: 'a' }), ask('c', 'accepted', { replaces: 'a' })])).toEqual(['withdrawn', 'accepted own', 'enrolment.replacesUnknown']);
  });

  it('of an allocation count for its agency alone, those of a national one for all', () => {
    const ceilings = [{ id: 'national', agencyId: null, seats: 10, taken: 8 }, { id: 'city', agencyId: 'g', seats: 3, taken: 2 }];
    const people = { a: {}, b: {}, c: { agencyId: 'h' }, d: { agencyId: 'h' } };
    expect(told(facts(people, { ceilings }), Object.keys(people).map((id) => ask(id, 'accepted')))).toEqual(['accepted', 'enrolment.allocationFull', 'accepted', 'enrolment.allocationFull']);
  });
});

describe('any list of moves', () => {
  const person = fc.record({
    state: fc.constantFrom('new' as const, ...enrolmentStates), band: fc.constantFrom(...quotaBands), classId: fc.constantFrom(null, 'k'), unit: fc.constantFrom('dinkes', 'dukcapil', 'lain'), agencyId: fc.constantFrom('g', 'h'),
  });
  const move = fc.record({
    who: fc.nat(9), to: fc.constantFrom(...enrolmentStates), useReserve: fc.constantFrom(undefined, true, false), replaces: fc.option(fc.nat(9)), again: fc.boolean(), whenFull: fc.constantFrom(undefined, 'waitlisted' as const),
  });
  const seats = fc.record({ cohort: fc.nat(6), k: fc.nat(3), own: fc.nat(3), unit: fc.nat(2), band: fc.nat(2), reserve: fc.nat(3), city: fc.nat(4) });

  it('never takes more than there is of anything, never leaves the table, and explains every refusal', () => {
    fc.assert(fc.property(fc.array(person, { minLength: 10, maxLength: 10 }), fc.array(move, { maxLength: 25 }), seats, (people, asked, free) => {
      const cells = [cell('own', 'dinkes', 'III', free.own), cell('unit', 'dinkes', null, free.unit), cell('band', null, 'II', free.band), cell('reserve', null, null, free.reserve)];
      const given = facts(
        Object.fromEntries(people.map(({ unit, state, ...rest }, index) => [`p${String(index)}`, { ...rest, unitPath: `/r/${unit}/`, state: state !== 'new' && takesSeat(state) ? 'waitlisted' as const : state }])),
        { cohort: free.cohort, classes: { k: free.k }, cells, ceilings: [{ id: 'city', agencyId: 'g', seats: free.city, taken: 0 }] });
      const moves = asked.map(({ who, replaces, ...rest }) => ask(`p${String(who)}`, rest.to, { ...rest, replaces: replaces === null ? null : `p${String(replaces)}`, code: 'ill' }));
      const outcomes = decideMoves(given, moves);
      const seated = outcomes.filter(({ outcome, to }) => outcome === 'moved' && takesSeat(to));
      expect(seated.length).toBeLessThanOrEqual(free.cohort);
      expect(seated.filter(({ classId }) => classId === 'k').length).toBeLessThanOrEqual(free.k);
      for (const { id, seats: most } of cells) expect(seated.filter(({ quotaId }) => quotaId === id).length).toBeLessThanOrEqual(most);
      expect(seated.filter(({ enrolmentId }) => given.participants[enrolmentId]?.agencyId === 'g').length).toBeLessThanOrEqual(free.city);
      expect(seated.every(({ quotaId }) => quotaId !== null)).toBe(true);
      for (const { outcome, from, to, via, code } of outcomes) {
        expect(outcome === 'refused').toBe(code !== null);
        if (outcome === 'moved' && from !== null && from !== 'new') expect(mayMoveEnrolment(via ?? from, to) && (via === null || mayMoveEnrolment(from, via))).toBe(true);
      }
    }), { numRuns: 400 });
  });

  it('says in mode all what mode each would have refused, and moves nobody then', () => {
    fc.assert(fc.property(fc.array(move, { maxLength: 10 }), fc.nat(5), (asked, free) => {
      const given = facts(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`p${String(index)}`, {}])), { cohort: free });
      const moves = asked.map(({ who, to }) => ask(`p${String(who)}`, to, { code: 'ill' }));
      const each = decideMoves(given, moves);
      const all = decideMoves(given, moves, 'all');
      const anyRefused = each.some(({ outcome }) => outcome === 'refused');
      expect(all.filter(({ outcome }) => outcome === 'moved').length).toBe(anyRefused ? 0 : moves.length);
      each.forEach(({ code }, index) => { if (code) expect(all[index]?.code).toBe(code); });
    }));
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { QuotaCell } from '../admission/index.js';
import { chooseNext, compareWaiting, promotesBySelf, tierOf, waitingBefore } from './waiting.rules.js';
import { seatTiers, type WaitingPerson } from './waiting.types.js';

const health = '/kota/kesehatan/';
const schools = '/kota/pendidikan/';

const person = (enrolmentId: string, changes: Partial<WaitingPerson> = {}): WaitingPerson => ({
  enrolmentId, unitPath: health, band: 'III', selectionRank: null, nominationRank: null, trained: false, waitingSince: '2026-08-01T00:00:00.000Z', passOver: [], ...changes,
});
const cell = (id: string, unitPath: string | null, band: QuotaCell['band'], free = 1): QuotaCell => ({ id, unitId: unitPath, unitPath, band, seats: 2 + free, taken: 2 });
const ofHealth = cell('dinkes', health, 'III');

describe('whose turn it is', () => {
  it.each<[string, WaitingPerson[], string, string]>([
    ['somebody of the same cell before a better rank elsewhere', [person('a', { unitPath: schools, selectionRank: 1 }), person('b', { selectionRank: 9 })], 'b', 'cell'],
    ['somebody of the same unit before one of the same band', [person('a', { unitPath: schools, selectionRank: 1 }), person('b', { band: 'IV' })], 'b', 'unit'],
    ['somebody of the same band before all others', [person('a', { unitPath: schools, band: 'IV', selectionRank: 1 }), person('b', { unitPath: schools })], 'b', 'band'],
    ['anybody when nobody is near', [person('a', { unitPath: schools, band: 'II' })], 'a', 'reserve'],
    ['somebody of a unit below the one of the cell', [person('a', { unitPath: schools, selectionRank: 1 }), person('b', { unitPath: `${health}bidang/` })], 'b', 'cell'],
  ])('is %s', (_, waiting, enrolmentId, tier) => {
    expect(chooseNext(waiting, ofHealth, [ofHealth, cell('cadangan', null, null)]).chosen).toMatchObject({ enrolmentId, tier });
  });

  it.each<[string, Partial<WaitingPerson>, string]>([
    ['the rank in the selection', { selectionRank: 1, trained: true, waitingSince: '2026-08-09T00:00:00.000Z' }, 'selectionRank'],
    ['the rank in the letter', { nominationRank: 1, trained: true, waitingSince: '2026-08-09T00:00:00.000Z' }, 'nominationRank'],
    ['never having been trained', { waitingSince: '2026-08-09T00:00:00.000Z' }, 'neverTrained'],
    ['the time waiting', { trained: true, waitingSince: '2026-07-01T00:00:00.000Z' }, 'waiting'],
  ])('is decided by %s within a cell', (_, changes, decisive) => {
    const waiting = [person('a', { trained: true, selectionRank: changes.selectionRank ? 2 : null, nominationRank: changes.nominationRank ? 2 : null }), person('b', changes)];
    expect(chooseNext(waiting, null, []).chosen).toEqual({ enrolmentId: 'b', tier: 'open', decisive });
  });

  it('passes over who may not come, and says why', () => {
    const onLeave = { code: 'onLeave' as const, facts: { from: '2026-09-01', to: '2026-09-10' } };
    const waiting = [person('a', { selectionRank: 1, passOver: [onLeave] }), person('b', { selectionRank: 2, band: 'IV' }), person('c', { selectionRank: 3 })];
    expect(chooseNext(waiting, cell('dinkes', health, null, 0), [ofHealth])).toEqual({
      chosen: { enrolmentId: 'c', tier: 'cell', decisive: 'alone' },
      passedOver: [{ enrolmentId: 'a', reasons: [onLeave] }, { enrolmentId: 'b', reasons: [{ code: 'noCell', facts: {} }] }],
    });
  });

  it('is nobody\'s when all are passed over or nobody waits', () => {
    expect(chooseNext([], ofHealth, [ofHealth])).toEqual({ chosen: null, passedOver: [] });
    expect(chooseNext([person('a', { unitPath: schools })], ofHealth, [ofHealth]).chosen).toBeNull();
  });

  it('stays with the organiser from the day after the cut-off', () => {
    expect(['2026-08-31', '2026-09-01', '2026-09-02'].map((today) => promotesBySelf('2026-09-01', today))).toEqual([true, true, false]);
    expect(promotesBySelf(null, '2026-09-02')).toBe(true);
  });
});

describe('choosing by hand', () => {
  it('is out of order only past those who compete for the same seats', () => {
    const waiting = [person('a', { selectionRank: 1, unitPath: schools }), person('b', { selectionRank: 2 }), person('c', { selectionRank: 3 })];
    const before = (id: string, cells: readonly QuotaCell[]): string[] => waitingBefore(waiting, id, cells).map(({ enrolmentId }) => enrolmentId);
    expect(before('c', [])).toEqual(['a', 'b']);
    expect(before('c', [ofHealth, cell('cadangan', null, null)])).toEqual(['b']);
    expect(before('b', [ofHealth, cell('cadangan', null, null)])).toEqual([]);
    expect(before('x', [])).toEqual([]);
  });
});

const bands = fc.constantFrom('II' as const, 'III' as const, 'NONE' as const);
const anybody = fc.record({
  unitPath: fc.constantFrom(health, schools, `${health}bidang/`, ''), band: bands, selectionRank: fc.option(fc.integer({ min: 1, max: 4 })), nominationRank: fc.option(fc.integer({ min: 1, max: 3 })),
  trained: fc.boolean(), waitingSince: fc.constantFrom('2026-08-01T00:00:00.000Z', '2026-08-02T00:00:00.000Z'), passOver: fc.constantFrom([], [], [], [{ code: 'clash' as const, facts: { cohort: 'GTA' } }]),
});
const someCells = fc.constantFrom<readonly QuotaCell[]>(
  [], [cell('sel', health, 'III', 0), cell('unit', schools, null, 0), cell('pita', null, 'II', 0), cell('cadangan', null, null, 0)], [cell('sel', health, 'II', 0), cell('unit', health, 'III', 0)]);

/** A cohort as the rule sees it, played step by step: seats held and offered, by the cell they draw from. */
class Play {
  readonly states = new Map<string, 'waitlisted' | 'offered' | 'accepted' | 'withdrawn'>();
  readonly drawn = new Map<string, string | null>();
  readonly lapsed = new Set<string>();
  offers = 0;
  constructor(readonly people: readonly WaitingPerson[], readonly cells: QuotaCell[], readonly capacity: number) {
    people.forEach(({ enrolmentId }) => this.states.set(enrolmentId, 'waitlisted'));
  }
  get held(): number { return [...this.states.values()].filter((state) => state === 'offered' || state === 'accepted').length; }
  get waiting(): WaitingPerson[] {
    return this.people.filter(({ enrolmentId }) => this.states.get(enrolmentId) === 'waitlisted')
      .map((one) => (this.lapsed.has(one.enrolmentId) ? { ...one, passOver: [{ code: 'lapsed', facts: {} }] } : one));
  }
  /** Gives the seat of one who had it back, then lets the rule offer one seat. */
  free(id: string, to: 'waitlisted' | 'withdrawn'): void {
    const from = this.drawn.get(id) ?? null;
    this.count(from, -1);
    this.states.set(id, to);
    if (to === 'waitlisted') this.lapsed.add(id);
    this.promote(this.cells.find((one) => one.id === from) ?? null);
  }
  promote(freed: QuotaCell | null): void {
    const { chosen } = chooseNext(this.waiting, freed, this.cells);
    this.expectRule(freed, chosen?.enrolmentId ?? null);
    if (!chosen) return;
    const fits = this.cells.filter((one) => one.taken < one.seats && this.mayDraw(chosen.enrolmentId, one));
    const narrowest = fits.sort((a, b) => Number(a.unitPath === null) - Number(b.unitPath === null) || Number(a.band === null) - Number(b.band === null))[0];
    this.drawn.set(chosen.enrolmentId, narrowest?.id ?? null);
    this.count(narrowest?.id ?? null, 1);
    this.states.set(chosen.enrolmentId, 'offered');
    this.offers += 1;
  }
  private expectRule(freed: QuotaCell | null, chosen: string | null): void {
    const able = this.waiting.filter((one) => one.passOver.length === 0 && (this.cells.length === 0 || this.cells.some((some) => some.taken < some.seats && this.mayDraw(one.enrolmentId, some))));
    const first = [...able].sort((a, b) => seatTiers.indexOf(tierOf(a, freed)) - seatTiers.indexOf(tierOf(b, freed)) || compareWaiting(a, b))[0];
    expect(chosen).toBe(first?.enrolmentId ?? null);
  }
  private mayDraw(id: string, { unitPath, band }: QuotaCell): boolean {
    const one = this.people.find(({ enrolmentId }) => enrolmentId === id)!;
    return (unitPath === null || one.unitPath.startsWith(unitPath)) && (band === null || band === one.band);
  }
  private count(id: string | null, step: number): void {
    const at = this.cells.findIndex((one) => one.id === id);
    if (at >= 0) this.cells[at] = { ...this.cells[at]!, taken: this.cells[at]!.taken + step };
  }
}

describe('whatever sequence of withdrawals, answers and expiries', () => {
  it('seats never run over, one seat is offered to one person, and the order holds', () => {
    const steps = fc.array(fc.record({ who: fc.nat(11), act: fc.constantFrom('withdraw', 'accept', 'decline', 'expire') }), { maxLength: 60 });
    fc.assert(fc.property(fc.array(anybody, { minLength: 1, maxLength: 12 }), someCells, fc.integer({ min: 1, max: 6 }), steps, (people, cells, seats, acts) => {
      const held = cells.map((one) => ({ ...one, seats: 2, taken: 0 }));
      const capacity = cells.length > 0 ? 2 * cells.length : seats;
      const play = new Play(people.map((one, at) => ({ ...one, enrolmentId: `p${String(at).padStart(2, '0')}` })), held, capacity);
      for (let at = 0; at < capacity; at += 1) play.promote(held[at % Math.max(1, held.length)] ?? null);
      for (const { who, act } of acts) {
        const id = `p${String(who).padStart(2, '0')}`;
        const [state, offers] = [play.states.get(id), play.offers];
        if (act === 'accept' && state === 'offered') play.states.set(id, 'accepted');
        if (act === 'withdraw' && state === 'accepted') play.free(id, 'withdrawn');
        if (act === 'decline' && state === 'offered') play.free(id, 'withdrawn');
        if (act === 'expire' && state === 'offered') play.free(id, 'waitlisted');
        expect(play.offers - offers).toBeLessThanOrEqual(1);
        expect(play.held).toBeLessThanOrEqual(capacity);
        expect(play.cells.every(({ taken, seats: most }) => taken >= 0 && taken <= most)).toBe(true);
      }
    }));
  });
});

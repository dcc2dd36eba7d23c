import { describe, expect, it } from '@jest/globals';
import type { QuotaCell, QuotaPlace } from '../admission/index.js';
import { decideReplacement, type ReplacementFacts } from './replacement.rules.js';

const health = '/kota/kesehatan/';
const cell = (id: string, unitPath: string | null, band: QuotaCell['band'], free = 0): QuotaCell => ({ id, unitId: unitPath, unitPath, band, seats: 3, taken: 3 - free });
const cells = [cell('dinkes', health, 'III'), cell('pita', null, 'II'), cell('cadangan', null, null, 1)];
const facts: ReplacementFacts = { today: '2026-09-01', cutOffOn: '2026-09-01', cells, leavingCellId: 'dinkes', freeSeats: 0, claims: 0, overrides: false };
const colleague: QuotaPlace = { unitPath: `${health}bidang/`, band: 'III' };

describe('a replacement', () => {
  it.each<[string, Partial<ReplacementFacts>, QuotaPlace, string, string | null, string | null]>([
    ['on the day of the cut-off keeps the seat of the unit', {}, colleague, 'keepsCell', 'dinkes', null],
    ['of another echelon keeps the seat of the unit too', {}, { ...colleague, band: 'IV' }, 'keepsCell', 'dinkes', null],
    ['from another unit may not take the seat of the unit', {}, { unitPath: '/kota/pendidikan/', band: 'III' }, 'keepsCell', 'dinkes', 'waiting.replacementOtherCell'],
    ['of a seat of a band stays in the band', { leavingCellId: 'pita' }, { unitPath: '/kota/pendidikan/', band: 'II' }, 'keepsCell', 'pita', null],
    ['of a seat of a band is refused from another band', { leavingCellId: 'pita' }, colleague, 'keepsCell', 'pita', 'waiting.replacementOtherCell'],
    ['of a seat of the reserve may be anybody', { leavingCellId: 'cadangan' }, colleague, 'open', 'cadangan', null],
    ['in a cohort without cut-off keeps the seat for ever', { cutOffOn: null, today: '2027-01-01' }, colleague, 'keepsCell', 'dinkes', null],
    ['in a cohort without a matrix may be anybody', { cells: [], leavingCellId: null }, colleague, 'open', null, null],
    ['after the cut-off draws from the reserve', { today: '2026-09-02' }, colleague, 'reserve', 'cadangan', null],
    ['after the cut-off comes behind those who wait', { today: '2026-09-02', claims: 2 }, colleague, 'reserve', 'cadangan', 'waiting.reserveClaimed'],
    ['after the cut-off comes in when the reserve has more than those who wait', { today: '2026-09-02', claims: 1 }, colleague, 'reserve', 'cadangan', null],
    ['after the cut-off passes over those who wait when the organiser says why', { today: '2026-09-02', claims: 2, overrides: true }, colleague, 'reserve', 'cadangan', null],
    ['after the cut-off waits for a reserve that was never made', { today: '2026-09-02', cells: cells.slice(0, 2), claims: 1 }, colleague, 'reserve', null, 'waiting.reserveClaimed'],
    ['after the cut-off without a matrix comes behind those who wait', { today: '2026-09-02', cells: [], leavingCellId: null, freeSeats: 1, claims: 2 }, colleague, 'reserve', null, 'waiting.reserveClaimed'],
    ['after the cut-off without a matrix takes the seat that nobody claims', { today: '2026-09-02', cells: [], leavingCellId: null, freeSeats: 1, claims: 1 }, colleague, 'reserve', null, null],
  ])('%s', (_, changes, coming, rule, cellId, code) => {
    expect(decideReplacement({ ...facts, ...changes }, coming)).toEqual({ rule, cellId, code });
  });
});

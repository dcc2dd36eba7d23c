import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quotaBands, type QuotaCell } from '../admission/index.js';
import { addDays, instantMs } from '../platform/dates.rules.js';
import { zones } from '../platform/locale.types.js';
import { wordShortfall, wordWarning, wordWindow } from './nomination.labels.js';
import {
  applicationWindow, commonUnitPath, isPickable, letterProblems, nominationWindow, placePicks, summariseQuota, warningsOf, type PickedNominee,
} from './nomination.rules.js';
import type { NomineeRecord, WindowTerms } from './nomination.types.js';

const terms: WindowTerms = { state: 'enrolling', route: 'one_step', opensOn: '2026-10-01', closesOn: '2026-10-28', zone: 'Asia/Makassar' };

describe('the window of nominations', () => {
  it.each([
    ['before the first local midnight', {}, '2026-09-30T15:59:59Z', 'nomination.notYet'],
    ['at the first local midnight', {}, '2026-09-30T16:00:00Z', null],
    ['in the last second of the last day', {}, '2026-10-28T15:59:59Z', null],
    ['at the midnight after', {}, '2026-10-28T16:00:00Z', 'nomination.over'],
    ['at that instant in WIB', { zone: 'Asia/Jakarta' }, '2026-10-28T16:00:00Z', null],
    ['an hour earlier in WIT', { zone: 'Asia/Jayapura' }, '2026-10-28T15:00:00Z', 'nomination.over'],
    ['without dates', { opensOn: null, closesOn: null }, '2030-01-01T00:00:00Z', null],
    ['of a cohort that is planned', { state: 'planned' }, '2026-10-10T00:00:00Z', 'nomination.notEnrolling'],
    ['of a cohort that runs', { state: 'running' }, '2026-10-10T00:00:00Z', 'nomination.notEnrolling'],
    ['of a cohort to which people apply', { route: 'self' }, '2026-10-10T00:00:00Z', 'nomination.applyOnly'],
  ] as const)('%s', (_, change, now, code) => {
    expect(nominationWindow({ ...terms, ...change }, now)).toMatchObject({ open: code === null, code });
  });

  it('is closed exactly from the instant it names, in every zone', () => {
    const day = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2026-01-01', days));
    fc.assert(fc.property(day, fc.constantFrom(...zones), fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 }), (closesOn, zone, offset) => {
      const limited = { ...terms, opensOn: null, closesOn, zone };
      const closesAt = instantMs(nominationWindow(limited, 0).closesAt ?? '');
      expect(nominationWindow(limited, closesAt + offset).open).toBe(offset < 0);
    }));
  });

  it('is the same for those who apply, by the other route', () => {
    expect(applicationWindow({ ...terms, route: 'self' }, '2026-10-10T00:00:00Z').open).toBe(true);
    expect(applicationWindow({ ...terms, route: 'self' }, '2026-10-29T00:00:00Z').code).toBe('nomination.over');
    expect(applicationWindow(terms, '2026-10-10T00:00:00Z')).toMatchObject({ open: false, code: 'nomination.applyOnly' });
  });

  it.each([
    [terms, '2026-10-10T00:00:00Z', 'Tenggat 28 Okt 2026 pukul 24.00 WITA'],
    [terms, '2026-11-10T00:00:00Z', 'Ditutup 28 Okt 2026 pukul 24.00 WITA'],
    [terms, '2026-09-10T00:00:00Z', 'Dibuka 1 Okt 2026'],
    [{ ...terms, closesOn: null }, '2026-10-10T00:00:00Z', 'Tanpa tenggat'],
  ])('reads %#', (given, now, words) => {
    expect(wordWindow(nominationWindow(given, now), given, 'id')).toBe(words);
  });
});

const cohort = { startsOn: '2026-11-02', endsOn: '2026-11-06' };
const nobody: NomineeRecord = { standing: null, dutyStatus: 'active', leaves: [], others: [], shortfalls: [] };

describe('what speaks against somebody', () => {
  it.each([
    ['nothing', {}, []],
    ['a leave that touches the first day', { leaves: [{ kind: 'annual', startsOn: '2026-10-26', endsOn: '2026-11-02' }] }, ['Cuti tahunan 26 Oktober – 2 November 2026']],
    ['a leave that ends the day before', { leaves: [{ kind: 'annual', startsOn: '2026-10-26', endsOn: '2026-11-01' }] }, []],
    ['a leave from the last day on', { leaves: [{ kind: 'sick', startsOn: '2026-11-06', endsOn: '2026-11-06' }] }, ['Cuti sakit 6 November 2026']],
    ['another cohort meanwhile', { others: [{ name: 'DLA Telaga', startsOn: '2026-11-01', endsOn: '2026-11-30' }] }, ['Terdaftar di DLA Telaga, 1–30 November 2026']],
    ['another cohort before', { others: [{ name: 'DLA Telaga', startsOn: '2026-10-01', endsOn: '2026-11-01' }] }, []],
    ['being on study assignment', { dutyStatus: 'study' }, ['Tugas belajar']],
  ] as const)('is %s', (_, change, words) => {
    const warnings = warningsOf({ ...nobody, ...change }, cohort);
    expect(warnings.map((warning) => wordWarning(warning, 'id'))).toEqual(words);
    expect(isPickable(warnings)).toBe(true);
  });

  it.each([
    ['being in the cohort', { standing: 'nominated' }, 'Sudah terdaftar di angkatan ini: Diusulkan', false],
    ['having been turned down before', { standing: 'rejected' }, undefined, true],
    ['having withdrawn before', { standing: 'withdrawn' }, undefined, true],
    ['a demand not met', { shortfalls: [{ shortfall: { code: 'prerequisite', facts: { has: null, wanted: ['p'] } }, names: ['GTA Dasar'] }] }, 'Belum lulus GTA Dasar', false],
  ] as const)('forbids by %s', (_, change, words, pickable) => {
    const warnings = warningsOf({ ...nobody, ...change }, cohort);
    expect(warnings[0] && wordWarning(warnings[0], 'id')).toBe(words);
    expect(isPickable(warnings)).toBe(pickable);
  });

  it('warns of a leave exactly when both share a day', () => {
    const day = fc.integer({ min: -20, max: 20 }).map((days) => addDays('2026-11-04', days));
    fc.assert(fc.property(day, fc.nat(30), (startsOn, length) => {
      const days = Array.from({ length: length + 1 }, (_, index) => addDays(startsOn, index));
      const warnings = warningsOf({ ...nobody, leaves: [{ kind: 'long', startsOn, endsOn: days.at(-1) ?? '' }] }, cohort);
      expect(warnings.length > 0).toBe(days.some((date) => date >= cohort.startsOn && date <= cohort.endsOn));
    }));
  });

  it.each([
    [{ code: 'band', facts: { has: 'IV', wanted: ['II', 'III'] } }, [], 'Hanya untuk Eselon II atau Eselon III'],
    [{ code: 'trainedRecently', facts: { has: '2025-05-03', wanted: ['2'], from: '2027-05-03' } }, [], 'Sudah ikut sampai 3 Mei 2025; boleh lagi mulai 3 Mei 2027'],
    [{ code: 'unit', facts: { has: null, wanted: ['x'] } }, ['Dinas Kesehatan'], 'Hanya untuk pegawai Dinas Kesehatan'],
  ] as const)('words a demand %#', (shortfall, names, words) => {
    expect(wordShortfall(shortfall, names, 'id')).toBe(words);
  });
});

const cell = (id: string, change: Partial<QuotaCell> = {}): QuotaCell => ({ id, unitId: 'dinkes', unitPath: '/kota/dinkes/', band: 'III', seats: 1, taken: 0, ...change });
const reserve = cell('reserve', { unitId: null, unitPath: null, band: null });
const pick = (personId: string, change: Partial<PickedNominee> = {}): PickedNominee => ({ personId, unitPath: '/kota/dinkes/bidang/', band: 'III', ...change });

describe('places of picks', () => {
  it('run out in the order of the letter: own cell, then what is open to all, then the reserve list', () => {
    const picks = ['a', 'b', 'c'].map((id) => pick(id));
    expect(placePicks(picks, { cells: [cell('own'), reserve], free: 9, hasMatrix: true })).toEqual(['quota', 'shared', 'reserve']);
    expect(placePicks(picks, { cells: [cell('own', { seats: 3 })], free: 2, hasMatrix: true })).toEqual(['quota', 'quota', 'reserve']);
    expect(placePicks(picks, { cells: [], free: 2, hasMatrix: false })).toEqual(['quota', 'quota', 'reserve']);
    expect(placePicks([pick('a', { band: 'IV' })], { cells: [cell('own')], free: 9, hasMatrix: true })).toEqual(['reserve']);
  });

  const cells = fc.uniqueArray(fc.record({
    id: fc.uuid(), unit: fc.constantFrom(null, '/kota/a/', '/kota/b/'), band: fc.constantFrom(null, ...quotaBands), seats: fc.nat(4), taken: fc.nat(2),
  }), { selector: ({ unit, band }) => `${String(unit)}${String(band)}`, maxLength: 6 }).map((some) => some.map(({ unit, ...row }): QuotaCell => ({ ...row, taken: Math.min(row.taken, row.seats), unitId: unit, unitPath: unit })));
  const picks = fc.array(fc.record({ personId: fc.uuid(), unitPath: fc.constantFrom('/kota/a/x/', '/kota/b/', '/kota/c/'), band: fc.constantFrom(...quotaBands) }), { maxLength: 12 });

  it('never promise more seats than there are, and never less to those who come first', () => {
    fc.assert(fc.property(cells, picks, fc.nat(8), (someCells, some, free) => {
      const seats = { cells: someCells, free, hasMatrix: someCells.length > 0 };
      const places = placePicks(some, seats);
      const left = someCells.reduce((sum, { seats: all, taken }) => sum + all - taken, 0);
      expect(places.filter((place) => place !== 'reserve').length).toBeLessThanOrEqual(seats.hasMatrix ? Math.min(free, left) : free);
      expect(placePicks(some.slice(0, -1), seats)).toEqual(places.slice(0, -1));
    }));
  });
});

it.each([
  ['without a matrix', [], { capacity: 30, free: 4, hasMatrix: false }, { own: false, seats: 30, taken: 26, left: 4, shared: 0 }],
  ['with cells of one’s own', [cell('a', { seats: 3, taken: 1 }), reserve], { capacity: 30, free: 9, hasMatrix: true }, { own: true, seats: 3, taken: 1, left: 2, shared: 1 }],
  ['with cells of one’s own in a cohort that is nearly full', [cell('a', { seats: 3, taken: 1 }), reserve], { capacity: 30, free: 1, hasMatrix: true }, { own: true, seats: 3, taken: 1, left: 1, shared: 0 }],
  ['with a matrix that names others', [reserve], { capacity: 30, free: 9, hasMatrix: true }, { own: false, seats: 1, taken: 0, left: 1, shared: 0 }],
  ['with a matrix that leaves nothing', [], { capacity: 30, free: 9, hasMatrix: true }, { own: false, seats: 0, taken: 0, left: 0, shared: 0 }],
])('sums up quota %s', (_, cells, facts, summary) => {
  expect(summariseQuota(cells, facts)).toEqual(summary);
});

describe('the letter', () => {
  const letter = { letterNumber: '800/12', letterOn: '2026-10-01', letterFileId: 'f' };
  it.each([
    ['complete', {}, 'two_steps', []],
    ['without a file where somebody decides by it', { letterFileId: null }, 'one_step', ['letterFileId nomination.letterFileIdMissing']],
    ['missing altogether where a seat is given at once', { letterNumber: '', letterOn: null, letterFileId: null }, 'none', []],
    ['missing altogether', { letterNumber: '', letterOn: null, letterFileId: null }, 'two_steps', ['letterNumber nomination.letterNumberMissing', 'letterOn nomination.letterOnMissing', 'letterFileId nomination.letterFileIdMissing']],
    ['dated tomorrow', { letterOn: '2026-10-03' }, 'none', ['letterOn nomination.letterAhead']],
    ['dated today', { letterOn: '2026-10-02' }, 'one_step', []],
  ] as const)('%s', (_, change, route, problems) => {
    expect(letterProblems({ ...letter, ...change }, route, '2026-10-02').map(({ path, code }) => `${path} ${code}`)).toEqual(problems);
  });
});

it.each([
  [['/a/b/c/', '/a/b/d/'], '/a/b/'],
  [['/a/b/', '/a/b/d/'], '/a/b/'],
  [['/a/', '/x/'], ''],
  [['/a/b/'], '/a/b/'],
  [['', '/a/'], ''],
  [[], ''],
])('the unit common to %j is %s', (paths, common) => {
  expect(commonUnitPath(paths)).toBe(common);
});

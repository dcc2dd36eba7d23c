import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { employmentKinds, genders, golonganRows, positionKinds, pppkGolongan } from '../person/index.js';
import { employmentKindLabels, positionKindLabels } from '../person/index.js';
import { unitKindLabels } from '../agency/index.js';
import { unitKinds } from '../agency/unit.types.js';
import { fold, isBlank, likeness, nearest, sharesWord } from './text.rules.js';
import { splitTitles } from './titles.rules.js';
import { guessKind, guessPositionKind, isNoEselon, readEselon, readGender, readGolongan, readKind, readPositionKind, readUnitKind } from './vocabulary.rules.js';

describe('kinds of employment as offices write them', () => {
  it.each([
    ['pns', 'PNS'], [' P N S ', 'PNS'], ['PNSD', 'PNS'], ['Pegawai Negeri Sipil', 'PNS'], ['CPNS', 'CPNS'], ['P3K', 'PPPK'], ['pppk', 'PPPK'], ['PPPK Paruh Waktu', 'PPPK_PART_TIME'], ['PPPK_PART_TIME', 'PPPK_PART_TIME'],
    ['Non-ASN', 'NON_ASN'], ['NON ASN', 'NON_ASN'], ['Honorer', 'NON_ASN'], ['PKK', 'NON_ASN'], ['Direktur', null], ['', null],
  ])('%s is %s', (text, kind) => { expect(readKind(text)).toBe(kind); });

  it('understands what the program itself writes', () => {
    for (const kind of employmentKinds) expect([readKind(kind), readKind(employmentKindLabels[kind].id)]).toEqual([kind, kind]);
  });

  it.each([['198001012005011901', 'PNS'], ['199009132025242014', 'PPPK'], [null, 'NON_ASN']] as const)('are guessed from %s as %s', (nip, kind) => { expect(guessKind(nip)).toBe(kind); });
});

describe('genders', () => {
  it.each([['L', 'L'], ['laki-laki', 'L'], ['Pria', 'L'], ['P', 'P'], ['Perempuan', 'P'], ['wanita', 'P'], ['W?', null]] as const)('%s is %s', (text, gender) => { expect(readGender(text)).toBe(gender); });
  it('are two', () => { expect(genders.map((gender) => readGender(gender))).toEqual([...genders]); });
});

describe('golongan', () => {
  it.each([
    ['III/d', 'III/d'], ['IIId', 'III/d'], ['iii.D', 'III/d'], ['3d', 'III/d'], ['III - d', 'III/d'], ['Penata Tk. I (III/d)', 'III/d'], ['Penata Tingkat I, III/d', 'III/d'], ['Penata Tk I', 'III/d'], ['Pembina', 'IV/a'],
    ['IX', 'IX'], ['Gol. IX', 'IX'], ['Golongan ix', 'IX'], ['9', 'IX'], ['III/e', null], ['XVIII', null], ['18', null], ['Kepala', null],
  ])('%s is %s', (text, golongan) => { expect(readGolongan(text)).toBe(golongan); });

  it('are understood in every spelling of their own', () => {
    for (const { golongan, pangkat } of golonganRows) expect([golongan, golongan.replace('/', ''), `${pangkat} (${golongan})`, pangkat].map(readGolongan)).toEqual([golongan, golongan, golongan, golongan]);
    for (const golongan of pppkGolongan) expect([golongan, `Golongan ${golongan}`].map(readGolongan)).toEqual([golongan, golongan]);
  });
});

describe('echelons', () => {
  it.each([['II.b', 'II.b'], ['IIb', 'II.b'], ['II/B', 'II.b'], ['2b', 'II.b'], ['Eselon III.a', 'III.a'], ['IV a', 'IV.a'], ['VI.a', null], ['II.c', null], ['II', null]])('%s is %s', (text, eselon) => { expect(readEselon(text)).toBe(eselon); });
  it.each([['Non Eselon', true], ['NON', true], ['99', true], ['II.a', false], ['', false]])('%s says that there is none: %s', (text, none) => { expect(isNoEselon(text)).toBe(none); });
});

describe('kinds of position', () => {
  it.each([
    ['JPT Pratama', null, 'JPT_PRATAMA'], ['Administrator', null, 'ADMINISTRATOR'], ['Jabatan Pengawas', null, 'PENGAWAS'], ['Fungsional Umum', null, 'PELAKSANA'], ['JFU', null, 'PELAKSANA'], ['Fungsional Tertentu', null, 'FUNGSIONAL'], ['JF', null, 'FUNGSIONAL'],
    ['Struktural', 'III.b', 'ADMINISTRATOR'], ['Struktural', null, null], ['Eselon IV.a', null, 'PENGAWAS'], ['Apa saja', null, null],
  ])('%s with echelon %s is %s', (text, eselon, kind) => { expect(readPositionKind(text, eselon)).toBe(kind); });

  it('understands what the program itself writes', () => {
    for (const kind of positionKinds) expect([readPositionKind(kind, null), readPositionKind(positionKindLabels[kind].id, null)]).toEqual([kind, kind]);
  });

  it.each([['PNS', 'Pranata Komputer Ahli Muda', 'FUNGSIONAL'], ['PNS', 'Guru', 'FUNGSIONAL'], ['PNS', 'Pengolah Data', 'PELAKSANA'], ['NON_ASN', 'Guru', 'NON_ASN']] as const)('of %s %s is guessed as %s', (kind, name, position) => {
    expect(guessPositionKind(kind, name)).toBe(position);
  });
});

describe('kinds of unit', () => {
  it.each([['Kelurahan Sidodadi', 'KELURAHAN'], ['SATPOL PP', 'SATPOL_PP'], ['Sub Bagian Umum', 'SUBBAGIAN'], ['Puskesmas Air Putih', 'UPTD'], ['Pasar', null]])('%s is %s', (text, kind) => { expect(readUnitKind(text)).toBe(kind); });
  it('understands what the program itself writes', () => {
    for (const kind of unitKinds) expect(readUnitKind(unitKindLabels[kind].id)).toBe(kind);
  });
});

describe('a name written in one cell', () => {
  it.each([
    ['Dr. Ir. H. Telaga Embun, S.T., M.Si.', 'Dr. Ir. H.', 'Telaga Embun', 'S.T., M.Si.'],
    ['Telaga Embun,S.Kom,M.M', null, 'Telaga Embun', 'S.Kom, M.M'],
    ['Cemara', null, 'Cemara', null], ['dr. Kenanga, Sp.PD', 'dr.', 'Kenanga', 'Sp.PD'], ['Hj Seruni Pualam, SE', 'Hj', 'Seruni Pualam', 'SE'],
    ['Embun, Kelurahan Sidodadi', null, 'Embun, Kelurahan Sidodadi', null], ['H.', null, 'H.', null], ['Drajat Lembah', null, 'Drajat Lembah', null], ['Hasan', null, 'Hasan', null],
  ])('%s', (text, frontTitle, fullName, backTitle) => {
    expect(splitTitles(text)).toEqual({ frontTitle, fullName, backTitle });
  });

  it('never loses a letter', () => {
    const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => {
      const { frontTitle, fullName, backTitle } = splitTitles(text);
      expect(letters(`${frontTitle ?? ''}${fullName}${backTitle ?? ''}`)).toBe(letters(text.normalize('NFC')));
    }));
  });
});

describe('texts compared', () => {
  it.each([['', true], [' - ', true], ['N/A', true], ['nihil', true], ['0', false], ['a', false]])('%j says nothing: %s', (text, blank) => { expect(isBlank(text)).toBe(blank); });
  it('are folded to words', () => { expect(fold('  Dinas  Komunikasi & Informátika ')).toBe('dinas komunikasi informatika'); });
  it('suggests the nearest, and nothing when nothing is near', () => {
    expect(nearest('Dinas Kesehtan', ['Dinas Kesehatan', 'Dinas Pendidikan'])).toBe('Dinas Kesehatan');
    expect(nearest('Kantor Pos', ['Dinas Kesehatan'])).toBeNull();
  });
  it('is as alike one way as the other, and wholly alike to itself', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
      expect(likeness(a, b)).toBeCloseTo(likeness(b, a));
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
      expect(likeness(a, b)).toBeLessThanOrEqual(1);
    }));
  });
  it.each([['Cemara Senja', 'senja Cemara, S.T.', true], ['Cemara', 'Gerimis', false], ['A B', 'A C', false]])('%s and %s share a word: %s', (a, b, shared) => { expect(sharesWord(a, b)).toBe(shared); });
});

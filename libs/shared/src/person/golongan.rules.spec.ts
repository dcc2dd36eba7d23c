import { describe, expect, it } from '@jest/globals';
import { golonganRows, isGolonganOf, pangkatOf, pppkGolongan, rankPrinted } from './golongan.rules.js';
import { echelonBand, eselonsOfPosition, isManagerial } from './position.rules.js';
import { positionKinds } from './person.types.js';

describe('golongan and pangkat', () => {
  it.each([
    ['III/d', 'Penata Tingkat I (III/d)'], ['IV/e', 'Pembina Utama (IV/e)'], ['I/a', 'Juru Muda (I/a)'], ['IX', 'Golongan IX'], ['IV', 'Golongan IV'], ['', null], [null, null],
  ])('%s is printed %s', (golongan, printed) => {
    expect(rankPrinted(golongan)).toBe(printed);
  });

  it('lists seventeen of each, in rising order and without repeats', () => {
    expect(golonganRows).toHaveLength(17);
    expect(new Set(golonganRows.map((row) => row.pangkat)).size).toBe(17);
    expect(golonganRows.map((row) => row.siasnId)).toEqual([...golonganRows.map((row) => row.siasnId)].sort((a, b) => a - b));
    expect([pppkGolongan.length, pppkGolongan[0], pppkGolongan.at(-1)]).toEqual([17, 'I', 'XVII']);
    expect(pangkatOf('V/a')).toBeNull();
  });

  it.each([
    ['PNS', 'III/a', true], ['CPNS', 'II/c', true], ['PNS', 'IX', false], ['PPPK', 'IX', true], ['PPPK_PART_TIME', 'V', true], ['PPPK', 'III/a', false], ['PPPK', 'XVIII', false], ['NON_ASN', 'IX', false], ['NON_ASN', 'III/a', false],
  ] as const)('%s in %s: %s', (kind, golongan, expected) => {
    expect(isGolonganOf(kind, golongan)).toBe(expected);
  });
});

describe('jabatan and echelon', () => {
  it.each([
    ['II.b', 'JPT_PRATAMA', 'II'], [null, 'JPT_PRATAMA', 'II'], ['I.a', 'JPT_UTAMA', 'I'], [null, 'JPT_MADYA', 'I'], ['III.a', 'ADMINISTRATOR', 'III'], [null, 'PENGAWAS', 'IV'],
    ['V.a', 'PELAKSANA', 'V'], [null, 'PELAKSANA', 'PELAKSANA'], [null, 'FUNGSIONAL', 'JF'], ['', 'FUNGSIONAL', 'JF'], ['IV.a', 'FUNGSIONAL', 'IV'], [null, 'NON_ASN', 'NON_ASN'], ['II.a', 'NON_ASN', 'NON_ASN'], ['NON', 'PELAKSANA', 'PELAKSANA'],
  ] as const)('eselon %s as %s counts in %s', (eselon, kind, band) => {
    expect(echelonBand(eselon, kind)).toBe(band);
  });

  it('counts everyone with a managerial jabatan in the band of its own echelons', () => {
    const managerial = positionKinds.filter(isManagerial);
    expect(managerial).toEqual(['JPT_UTAMA', 'JPT_MADYA', 'JPT_PRATAMA', 'ADMINISTRATOR', 'PENGAWAS']);
    for (const kind of managerial) {
      for (const eselon of eselonsOfPosition[kind]) expect(echelonBand(eselon, kind)).toBe(echelonBand(null, kind));
    }
  });
});

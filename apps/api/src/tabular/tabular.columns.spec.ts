import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guessColumns } from './index.js';

const fields = [
  { name: 'nip', aliases: ['nip', 'nip baru', 'employee id'] },
  { name: 'name', aliases: ['nama', 'nama lengkap', 'full name'] },
  { name: 'birthDate', aliases: ['tanggal lahir', 'birth date'] },
  { name: 'position', aliases: ['jabatan', 'nama jabatan', 'position'] },
  { name: 'golongan', aliases: ['golongan', 'pangkat/golongan'] },
  { name: 'unit', aliases: ['unit kerja', 'opd'] },
] as const;

const guess = (...headings: string[]) => guessColumns(headings, fields);

describe('guessColumns', () => {
  it.each([
    ['NIP', 'nip'],
    ['N.I.P.', 'nip'],
    ['nip (18 digit)', 'nip'],
    ['No. NIP', 'nip'],
    ['NIP*', 'nip'],
    ['NAMA PESERTA', 'name'],
    ['Nama_Lengkap', 'name'],
    ['fullName', 'name'],
    ['Námá', 'name'],
    ['TGL_LAHIR', 'birthDate'],
    ['Tgl. Lahir (dd/mm/yyyy)', 'birthDate'],
    ['Date of birth', 'birthDate'],
    ['Birth-Date', 'birthDate'],
    ['Golngan', 'golongan'],
    ['Golonagn', 'golongan'],
    ['UNIT_KERJA', 'unit'],
    ['UnitKerja', 'unit'],
    ['Pangkat / Golongan', 'golongan'],
  ])('takes %j for %s', (heading, field) => {
    expect(guess('Kolom lain', heading)).toEqual({ [field]: heading });
  });

  it.each(['No', 'Nomor', '', '*', 'Nama OPD lama', 'Tempat', 'NIK', 'Keterangan', 'constructor'])(
    'leaves %j alone',
    (heading) => {
      expect(guess(heading)).toEqual({});
    },
  );

  it('gives each heading to its best field, in whatever order they stand', () => {
    const headings = ['Nama Jabatan', 'Nama', 'NIP Pegawai', 'NIP', 'Golongan', 'OPD'];
    const expected = {
      position: 'Nama Jabatan',
      name: 'Nama',
      nip: 'NIP',
      golongan: 'Golongan',
      unit: 'OPD',
    };
    expect(guess(...headings)).toEqual(expected);
    expect(guess(...headings.toReversed())).toEqual(expected);
  });

  it('never gives one heading to two fields, nor a heading that is not there', () => {
    const headings = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('Nama', 'nama lengkap', 'NIP', 'Jabatan', 'jabatn', 'OPD')),
    );
    fc.assert(
      fc.property(headings, (all) => {
        const chosen = Object.values(guess(...all));
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(all).toEqual(expect.arrayContaining(chosen));
      }),
    );
  });
});

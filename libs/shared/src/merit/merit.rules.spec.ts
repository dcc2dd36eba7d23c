import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meritColumns, type MeritRow } from './merit.labels.js';
import { csvSafe, diklatKindOf, diklatKinds, ipAsnBucket } from './merit.rules.js';

describe('forms of competency development', () => {
  it('are the 25 of SIASN', () => {
    expect(diklatKinds.map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(new Set(diklatKinds.flatMap(({ name }) => [name])).size).toBe(25);
    expect(diklatKinds.filter(({ form }) => form === 'klasikal')).toHaveLength(12);
  });

  it('carry the letter by which SIASN files them', () => {
    expect(diklatKinds.filter(({ siasnLetter }) => siasnLetter === 'P').map(({ id }) => id)).toEqual([4, 7, 9]);
    expect(diklatKinds.filter(({ siasnLetter }) => siasnLetter === 'F').map(({ id }) => id)).toEqual([2]);
  });

  it.each([
    [1, 'PIM'], [2, 'FUNGSIONAL'], [3, 'TEKNIS_20JP'], [4, 'SEMINAR'], [5, 'TEKNIS_20JP'], [6, 'TEKNIS_20JP'], [7, 'SEMINAR'], [8, 'TEKNIS_20JP'], [9, 'SEMINAR'],
    ...Array.from({ length: 16 }, (_, index) => [index + 10, 'TEKNIS_20JP'] as const), [0, null], [26, null], [1.5, null],
  ] as const)('%d counts in %s', (id, bucket) => {
    expect(ipAsnBucket(id)).toBe(bucket);
    expect(diklatKindOf(id) === null).toBe(bucket === null);
  });
});

describe('the merit export', () => {
  it('keeps its contract with HR systems', () => {
    expect(meritColumns.map(({ key }) => key).join(' ')).toBe(
      'nip pns_orang_id nama_lengkap_gelar status_asn jabatan_kind jabatan_nama golongan unit_id opd instansi program_kode program_nama angkatan kelas nama_kursus '
      + 'jenis_diklat_id jenis_diklat_nama jenis_kursus_sertipikat bentuk penyelenggara tempat tanggal_mulai tanggal_selesai jp nilai_akhir kualifikasi status_kelulusan '
      + 'nomor_sertifikat tanggal_sertifikat berlaku_sampai url_verifikasi sha256_pdf tte_status ipasn_bucket rumpun siasn_rw_kursus_id siasn_sync_status updated_at revoked_at rule_version',
    );
  });

  it('takes a nip as text and JP as a number', () => {
    const row: Pick<MeritRow, 'nip' | 'jp' | 'tanggal_mulai'> = { nip: '198001012005011901', jp: 40, tanggal_mulai: '2024-09-09' };
    const types = Object.fromEntries(meritColumns.map(({ key, type }) => [key, type]));
    expect(Object.keys(row).map((key) => types[key])).toEqual(['text', 'number', 'date']);
    expect(new Set(meritColumns.map(({ heading }) => heading)).size).toBe(meritColumns.length);
  });
});

describe('text in a spreadsheet', () => {
  it.each([
    ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'], ['+628', '\'+628'], ['-1', '\'-1'], ['@SUM(A1)', '\'@SUM(A1)'], ['\t=1', '\'\t=1'], ['\r=1', '\'\r=1'], ['\n=1', '\'\n=1'],
    ['＝1+1', '\'＝1+1'], ['Telaga = Embun', 'Telaga = Embun'], ['198001012005011901', '198001012005011901'], ['\'Aisyah', '\'Aisyah'], ['', ''],
  ])('%j becomes %j', (text, safe) => {
    expect(csvSafe(text)).toBe(safe);
  });

  it('begins with nothing that runs, and loses nothing', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', 'a', '1', '\'', ' ') }), (text) => {
      expect(csvSafe(text)).not.toMatch(/^[=+\-@\t\r\n]/);
      expect(csvSafe(text).endsWith(text)).toBe(true);
      expect(csvSafe(csvSafe(text))).toBe(csvSafe(text));
    }));
  });
});

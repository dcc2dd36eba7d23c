import { describe, expect, it } from '@jest/globals';
import type { CertificateSnapshot } from '../certificate/certificate.types.js';
import { publicFacts } from './public.labels.js';
import { publicCertificate } from './public.rules.js';

const snapshot: CertificateSnapshot = {
  layout: 1, kind: 'graduation', heading: 'SURAT TANDA TAMAT PELATIHAN', number: '800.1.4/0007/DLA/2024', code: '0000000000000001HK', verifyUrl: 'https://cek.contoh.example/c/0000000000000001HK',
  agency: { name: 'Pemerintah Kota Contoh Raya', shortName: 'Contoh Raya', code: 'CTR' }, issuer: 'Dinas Komunikasi dan Informatika', partners: ['Mitra Awan', 'Kementerian Contoh'],
  holder: {
    name: 'Dr. Telaga Embun, M.Si.', nip: '197502142000031907', nipPrinted: '19750214 200003 1 907', employmentKind: 'PNS', golongan: 'IV/b', rankPrinted: 'Pembina Tingkat I (IV/b)',
    positionKind: 'JPT_PRATAMA', positionName: 'Kepala Dinas Perhubungan', eselon: 'II.b', unitName: 'Dinas Perhubungan', opdName: 'Dinas Perhubungan', agencyName: 'Pemerintah Kota Contoh Raya',
    birthPlace: 'Contoh Ulu', birthDate: '1975-02-14',
  },
  programme: { code: 'DLA-CITY', name: 'Digital Leadership Academy', academy: 'DLA', diklatKind: 3, form: 'klasikal' },
  cohort: { code: 'DLA-2024', name: 'DLA Contoh Raya 2024', ordinal: 1, className: null, startsOn: '2024-09-09', endsOn: '2024-10-01', zone: 'Asia/Makassar', venueName: 'Hotel Contoh', venueCity: 'Contoh Raya', mode: 'hybrid' },
  lessonHours: 40, outcome: 'graduated', predicate: 'Sangat Memuaskan', finalScore: 93.47, attendance: { attendedLessonHours: 38.25, plannedLessonHours: 40, percent: 95.6 },
  transcript: [{ title: 'Kepemimpinan digital', lessonHours: 24 }, { title: 'Rencana aksi', lessonHours: 16 }], curriculumNumber: 2,
  issuedOn: '2024-10-04', issuedIn: 'Contoh Raya', validUntil: null,
  signatories: [{ name: 'Lazuardi Kenanga, S.H.', nip: '196801011993031905', position: 'Plt. Wali Kota', rank: 'Pembina Utama Madya (IV/d)' }],
};

describe('the public facts', () => {
  it('repeat the paper in its order', () => {
    expect(publicFacts(snapshot, 'id').map(({ key, label, value }) => `${key} | ${label} | ${value}`)).toEqual([
      'agency | Instansi penerbit | Pemerintah Kota Contoh Raya',
      'heading | Jenis | SURAT TANDA TAMAT PELATIHAN',
      'number | Nomor | 800.1.4/0007/DLA/2024',
      'holder | Nama | Dr. Telaga Embun, M.Si.',
      'nip | NIP/NI PPPK | •••••••••••••••907',
      'rank | Pangkat/golongan | Pembina Tingkat I (IV/b)',
      'position | Jabatan | Kepala Dinas Perhubungan',
      'opd | Perangkat daerah | Dinas Perhubungan',
      'holderAgency | Instansi | Pemerintah Kota Contoh Raya',
      'outcome | Status | Lulus',
      'predicate | Kualifikasi | Sangat Memuaskan',
      'programme | Program | Digital Leadership Academy',
      'academy | Akademi | DLA',
      'cohort | Angkatan | DLA Contoh Raya 2024',
      'ordinal | Angkatan ke | I',
      'dates | Tanggal pelaksanaan | 9 September – 1 Oktober 2024',
      'place | Tempat | Hotel Contoh, Contoh Raya',
      'mode | Cara pelaksanaan | Hibrida',
      'lessonHours | Jam pelajaran (JP) | 40 (empat puluh) JP',
      'issuer | Penyelenggara | Dinas Komunikasi dan Informatika',
      'partners | Mitra | Mitra Awan, Kementerian Contoh',
      'issued | Ditetapkan | Contoh Raya, 4 Oktober 2024',
      'signatory.1 | Penanda tangan | Lazuardi Kenanga, S.H. · Plt. Wali Kota · Pembina Utama Madya (IV/d)',
      'code | Kode verifikasi | 0000-0000-0000-0001-HK',
      'transcript.1 | Kepemimpinan digital | 24 JP',
      'transcript.2 | Rencana aksi | 16 JP',
      'attendance | Kehadiran | 38,25 dari 40 JP (95,6%)',
      'curriculum | Versi kurikulum | 2',
    ]);
  });

  it('leave out what a person outside the service does not have', () => {
    const holder = { ...snapshot.holder, nip: null, nipPrinted: null, rankPrinted: null, positionName: null, unitName: null, opdName: null };
    const keys = publicFacts({ ...snapshot, holder, partners: [], predicate: null, issuedIn: '' }, 'en').map(({ key }) => key);
    for (const key of ['nip', 'rank', 'position', 'unit', 'opd', 'partners', 'predicate']) expect(keys).not.toContain(key);
    expect(keys).toContain('issued');
  });

  it('are worded in English', () => {
    const facts = Object.fromEntries(publicFacts({ ...snapshot, validUntil: '2027-10-04' }, 'en').map(({ key, value }) => [key, value]));
    expect(facts).toMatchObject({ outcome: 'Graduated', dates: '9 September – 1 October 2024', mode: 'Hybrid', lessonHours: '40 JP', validUntil: '4 October 2027' });
  });

  it.each([['facts', publicFacts(snapshot, 'id')], ['record', publicCertificate(snapshot)]])('hold nothing private as %s', (_, shown) => {
    const text = JSON.stringify(shown);
    for (const secret of ['197502142000031907', '19750214', '1975', '196801011993031905', 'Contoh Ulu', '93.47', '93,47']) expect(text).not.toContain(secret);
  });

  it('do not follow what is added to the snapshot', () => {
    const more = { ...snapshot, secret: 'x', holder: { ...snapshot.holder, secret: 'x' }, cohort: { ...snapshot.cohort, secret: 'x' }, programme: { ...snapshot.programme, secret: 'x' }, agency: { ...snapshot.agency, secret: 'x' } };
    expect(JSON.stringify(publicCertificate(more))).not.toContain('secret');
  });
});

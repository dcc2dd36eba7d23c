import type { CertificateSnapshot, Signatory } from '@jenjang/shared';

/** An invented signatory. */
export const aSignatory = (change: Partial<Signatory> = {}): Signatory => ({
  name: 'Dra. Hj. Melati Embun, M.M.',
  nip: '197001011995032901',
  position: 'Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
  rank: 'Pembina Utama Muda (IV/c)',
  ...change,
});

/** An invented certificate with every fact filled in. */
export const aSnapshot = (change: Partial<CertificateSnapshot> = {}): CertificateSnapshot => ({
  layout: 1,
  kind: 'graduation',
  heading: 'SERTIFIKAT',
  number: '800.1.4/0007/DLA.03/BKPSDM/2024',
  code: '7K3M9QXT2FHAVB5N9X',
  verifyUrl: 'https://cek.contoh.example/c/7K3M9QXT2FHAVB5N9X',
  agency: { name: 'Pemerintah Kota Contoh Raya', shortName: 'Kota Contoh Raya', code: '9901' },
  issuer: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
  partners: ['Kementerian Komunikasi Contoh', 'Mitra Awan'],
  holder: {
    name: 'Dr. Arga Cemara, S.T., M.Si.',
    nip: '198609172010011901',
    nipPrinted: '19860917 201001 1 901',
    employmentKind: 'PNS',
    golongan: 'III/d',
    rankPrinted: 'Penata Tingkat I (III/d)',
    positionKind: 'structural',
    positionName: 'Kepala Bidang Aplikasi Informatika',
    eselon: 'III.b',
    unitName: 'Bidang Aplikasi Informatika',
    opdName: 'Dinas Komunikasi dan Informatika',
    agencyName: 'Pemerintah Kota Contoh Raya',
    birthPlace: 'Contoh Ulu',
    birthDate: '1986-09-17',
  },
  programme: {
    code: 'DLA',
    name: 'Kepemimpinan Digital',
    academy: 'Digital Leadership Academy',
    diklatKind: 3,
    form: 'klasikal',
  },
  cohort: {
    code: 'DLA-2024-3',
    name: 'DLA Contoh Raya 2024',
    ordinal: 3,
    className: 'Kelas A',
    startsOn: '2024-09-09',
    endsOn: '2024-10-01',
    zone: 'Asia/Makassar',
    venueName: 'Hotel Ulin',
    venueCity: 'Contoh Raya',
    mode: 'onsite',
  },
  lessonHours: 40,
  outcome: 'graduated',
  predicate: 'Sangat Memuaskan',
  finalScore: 91.25,
  attendance: { attendedLessonHours: 38, plannedLessonHours: 40, percent: 95 },
  transcript: [
    { title: 'Arah kebijakan transformasi digital', lessonHours: 12 },
    { title: 'Tata kelola data', lessonHours: 10.5 },
    { title: 'Rencana aksi', lessonHours: 17.5 },
  ],
  curriculumNumber: 2,
  issuedOn: '2024-10-02',
  issuedIn: 'Contoh Raya',
  validUntil: '2029-10-02',
  signatories: [aSignatory()],
  ...change,
});

/** The same certificate for another holder. */
export const aSnapshotFor = (holder: Partial<CertificateSnapshot['holder']>): CertificateSnapshot => {
  const snapshot = aSnapshot();
  return { ...snapshot, holder: { ...snapshot.holder, ...holder } };
};

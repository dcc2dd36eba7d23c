import { dlaCriteria, graduationDesign, page, pages } from './catalogue.criteria.js';
import type { ProgrammeTemplate } from './catalogue.types.js';

/** Digital Leadership Academy for the heads of a city's agencies: 24 JP on site, 4 JP of coaching, 12 JP of seminar. */
export const dlaTemplates: readonly ProgrammeTemplate[] = [
  {
    academy: 'DLA', code: 'DLA-CITY', name: 'Digital Leadership Academy: Pimpinan Kota', audience: 'asn', diklatKind: 3, diklatForm: 'klasikal',
    description: 'Bagi kepala perangkat daerah dan camat: memimpin perubahan layanan, data, dan keamanan, dari masalah warga sampai rencana aksi yang diuji.',
    ownerName: 'Kementerian Komunikasi dan Digital', lessonHours: 40, criteria: dlaCriteria, certificateDesign: graduationDesign,
    modules: [
      {
        code: 'DLA-1', title: 'Arah transformasi digital kota', lessonHours: 6, summary: 'Mengapa pimpinan memimpin sendiri, dan bagaimana membaca keadaan sekarang.',
        activities: [
          { kind: 'video', title: 'Pengantar: lima langkah', name: 'pengantar.webm', mediaType: 'video/webm', source: 'dla-city/pengantar.webm', required: true },
          page('dla-city/1-1-mengapa-pimpinan.md'), page('dla-city/1-2-membaca-keadaan.md'),
        ],
      },
      pages('DLA-2', 'SPBE dan arsitektur pemerintahan digital', 6, 'Unsur SPBE, enam domain arsitektur, dan peta rencana yang dipakai.', 'dla-city/2-1-spbe.md', 'dla-city/2-2-arsitektur.md'),
      pages('DLA-3', 'Satu Data, pelindungan data pribadi, dan keamanan', 6, 'Satu angka, satu penanggung jawab; data warga dilindungi.', 'dla-city/3-1-satu-data.md', 'dla-city/3-2-pdp.md', 'dla-city/3-3-keamanan.md'),
      pages('DLA-4', 'Merancang dan mengukur layanan', 6, 'Mulai dari peristiwa hidup warga, ukur yang dirasakannya.', 'dla-city/4-1-merancang-layanan.md', 'dla-city/4-2-mengukur-layanan.md'),
      {
        code: 'DLA-5', title: 'Memimpin perubahan dan rencana aksi', lessonHours: 4, summary: 'Seratus hari pertama, dan rencana aksi kelompok dengan pendampingan.',
        activities: [
          page('dla-city/5-1-memimpin-perubahan.md'), page('dla-city/5-2-rencana-aksi.md'),
          { kind: 'pdf', title: 'Lembar kerja rencana aksi', name: 'lembar-kerja-rencana-aksi.pdf', mediaType: 'application/pdf', source: null, required: true },
        ],
      },
      pages('DLA-6', 'Seminar rencana aksi', 12, 'Menyajikan, diuji, dan memperbaiki rencana aksi.', 'dla-city/6-1-seminar.md'),
    ],
  },
];

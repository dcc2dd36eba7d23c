import { attendanceDesign, bimtekCriteria, cohortDesign, graduationDesign, gtaCriteria, pages } from './catalogue.criteria.js';
import type { ProgrammeTemplate } from './catalogue.types.js';

/** DTS and DEA for the public, and the GCIO bimtek for officials. */
export const publicTemplates: readonly ProgrammeTemplate[] = [
  {
    academy: 'DTS', code: 'DTS-DATA-1', name: 'Literasi Data Dasar', ownerName: 'Kementerian Komunikasi dan Digital', audience: 'public', diklatKind: 17, diklatForm: 'nonklasikal',
    description: 'Tema dasar Digital Talent Scholarship: membaca angka dengan kritis dan mengolahnya dengan lembar kerja.',
    lessonHours: 24, criteria: gtaCriteria, certificateDesign: cohortDesign,
    modules: [
      pages('LD-1', 'Membaca data', 8, 'Lima pertanyaan pada setiap angka.', 'dts/1-1-literasi-data.md'),
      pages('LD-2', 'Mengolah dengan lembar kerja', 16, 'Tabel yang dapat dihitung.', 'gta-kota/2-4-dasar-ti.md'),
    ],
  },
  {
    academy: 'DEA', code: 'DEA-USAHA', name: 'Wirausaha Digital', ownerName: 'Kementerian Komunikasi dan Digital', audience: 'public', diklatKind: 11, diklatForm: 'klasikal',
    description: 'Bagi wirausahawan muda kota: memulai dari yang ada, mencatat dengan jujur, menjaga kepercayaan.',
    lessonHours: 16, criteria: { ...gtaCriteria, components: [], minFinalScore: null, predicates: [] }, certificateDesign: graduationDesign,
    modules: [
      pages('WD-1', 'Memulai usaha digital', 8, 'Satu halaman rencana dan catatan uang.', 'dea/1-1-memulai-usaha-digital.md'),
      pages('WD-2', 'Berjualan dan melayani', 8, 'Penjualan pertama dan pelanggan yang kembali.'),
    ],
  },
  {
    academy: 'GCIO', code: 'GCIO-BIMTEK', name: 'Bimbingan Teknis Government Chief Information Officer', audience: 'asn', diklatKind: 8, diklatForm: 'klasikal',
    description: 'Bagi kepala perangkat daerah dan pejabat administrator: arah, portofolio, dan penurunan kepemimpinan digital ke jenjang berikutnya.',
    ownerName: 'Pemerintah daerah penyelenggara', lessonHours: 20, criteria: bimtekCriteria, certificateDesign: attendanceDesign,
    modules: [
      pages('GC-1', 'Peran GCIO', 8, 'Lima tanggung jawab dan hak berkata tidak.', 'gcio/1-1-peran-gcio.md'),
      pages('GC-2', 'Portofolio dan belanja teknologi', 8, 'Empat kelompok aplikasi, membaca kontrak.', 'gcio/2-1-portofolio.md'),
      pages('GC-3', 'Menurunkan kepemimpinan digital', 4, 'Tiga lapis kemampuan, rencana enam bulan.', 'gcio/3-1-jenjang.md'),
    ],
  },
];

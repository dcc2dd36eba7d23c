import { cohortDesign, gtaCriteria, pages } from './catalogue.criteria.js';
import type { ModuleTemplate, ProgrammeTemplate } from './catalogue.types.js';

/** Government Transformation Academy: technical training of staff. */
function gta(code: string, name: string, lessonHours: number, description: string, modules: readonly ModuleTemplate[]): ProgrammeTemplate {
  return {
    academy: 'GTA', code, name, description, lessonHours, modules, ownerName: 'Kementerian Komunikasi dan Digital', audience: 'asn', diklatKind: 3, diklatForm: 'klasikal',
    criteria: gtaCriteria, certificateDesign: cohortDesign,
  };
}

export const gtaTemplates: readonly ProgrammeTemplate[] = [
  gta('GTA-KOTA', 'GTA Kota: desain grafis, manajemen risiko, keamanan data, dasar TI', 40, 'Empat kelas sejajar bagi aparatur dan penggerak PKK yang mengelola TI; setiap kelas mendalami satu tema.', [
    pages('GK-1', 'Aparatur di pemerintahan digital', 4, 'Etika, data, dan karya yang dapat diteruskan; sama di semua kelas.', 'gta-kota/1-1-aparatur-digital.md'),
    pages('GK-2', 'Dasar tema kelas', 12, 'Pengantar keempat tema. Bacalah semuanya; kelas mendalami temanya sendiri.', 'gta-kota/2-1-desain.md', 'gta-kota/2-2-risiko.md', 'gta-kota/2-3-keamanan.md', 'gta-kota/2-4-dasar-ti.md'),
    pages('GK-3', 'Praktik tema kelas', 16, 'Latihan terbimbing dengan bahan dari kantor masing-masing.'),
    pages('GK-4', 'Tugas akhir', 6, 'Satu hasil kerja yang dipakai di kantor peserta.'),
    pages('GK-5', 'Evaluasi dan tindak lanjut', 2, 'Tes akhir, umpan balik, dan rencana di kantor.'),
  ]),
  gta('GTA-JGD', 'Junior Graphic Designer', 40, 'Dari data dan pesan menjadi gambar yang dipahami warga, di layar dan di cetak.', [
    pages('JGD-1', 'Prinsip tata letak dan identitas instansi', 8, 'Ukuran, letak, jarak, kisi.', 'gta-desain/1-1-tata-letak.md'),
    pages('JGD-2', 'Menyiapkan berkas untuk layar dan cetak', 8, 'Ukuran, warna, huruf, akses bagi semua.', 'gta-desain/2-1-menyiapkan-berkas.md'),
    pages('JGD-3', 'Infografis dan visualisasi data', 12, 'Memilih bentuk, menulis kalimat inti.', 'gta-kota/2-1-desain.md'),
    pages('JGD-4', 'Portofolio', 12, 'Tiga karya untuk layanan kantor sendiri.'),
  ]),
  gta('GTA-MR-SPBE', 'Manajemen Risiko SPBE', 24, 'Mengenali, menilai, dan menangani risiko layanan digital menurut pedoman nasional.', [
    pages('MR-1', 'Kerangka dan penetapan konteks', 6, 'Enam tahap, selera risiko per layanan.', 'gta-risiko/1-1-kerangka.md'),
    pages('MR-2', 'Menilai dan menangani risiko', 10, 'Rumus satu kalimat, daftar risiko yang hidup.', 'gta-kota/2-2-risiko.md', 'gta-risiko/2-1-daftar-risiko.md'),
    pages('MR-3', 'Praktik daftar risiko instansi', 8, 'Daftar risiko tiga layanan kantor sendiri.'),
  ]),
  gta('GTA-KI', 'Keamanan Informasi', 24, 'Kebiasaan, aset, dan penanganan insiden bagi pengelola sistem di perangkat daerah.', [
    pages('KI-1', 'Kerahasiaan, keutuhan, ketersediaan', 6, 'Tiga sifat dan daftar aset.', 'gta-keamanan/1-1-dasar.md'),
    pages('KI-2', 'Kebiasaan aman', 6, 'Pesan tipuan, sandi, data di meja kerja.', 'gta-kota/2-3-keamanan.md'),
    pages('KI-3', 'Menangani insiden', 12, 'Urutan kerja, cadangan, latihan meja.', 'gta-keamanan/2-1-insiden.md'),
  ]),
  gta('GTA-ARS', 'Arsitektur SPBE', 24, 'Menggambar proses, data, dan aplikasi satu layanan, lalu mengusulkan perubahannya.', [
    pages('AR-1', 'Enam domain arsitektur', 8, 'Satu layanan dilihat dari enam sisi.', 'dla-city/2-2-arsitektur.md'),
    pages('AR-2', 'Dari proses bisnis ke arsitektur', 16, 'Gambar proses, matriks data, layanan bersama.', 'gta-arsitektur/1-1-proses-bisnis.md'),
  ]),
  gta('GTA-MD', 'Manajemen Data (Satu Data)', 24, 'Standar, metadata, dan mutu data yang dapat diperiksa.', [
    pages('MD-1', 'Prinsip Satu Data', 8, 'Standar data, metadata, interoperabilitas, data induk.', 'dla-city/3-1-satu-data.md'),
    pages('MD-2', 'Mutu data yang dapat diperiksa', 16, 'Enam sifat, metadata paling sedikit.', 'gta-data/1-1-mutu-data.md'),
  ]),
];

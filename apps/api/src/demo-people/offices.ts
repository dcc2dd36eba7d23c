import type { AgencyKind, UnitKind, Zone } from '@jenjang/shared';

/** A perangkat daerah of a city, with what is below it and who works there. */
export interface Office {
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  /** Jabatan of its head. */
  readonly head: string;
  /** Bidang or bagian. */
  readonly divisions: readonly string[];
  /** Jabatan fungsional that are at home here. */
  readonly functional: readonly string[];
  /** Share of the city's staff, in parts. */
  readonly staff: number;
  /** Whether smaller cities and the province have it too. */
  readonly common: boolean;
}

/** Agencies of the demonstration. The governments are real, everybody in them is invented. */
export interface DemoAgency {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  readonly regionCode: string | null;
  readonly zone: Zone;
  readonly people: number;
  /** Kader PKK and other people without a nip among them. */
  readonly withoutNip: number;
}

export const demoAgencies: readonly DemoAgency[] = [
  { code: 'SMD', name: 'Pemerintah Kota Samarinda', shortName: 'Kota Samarinda', kind: 'city', regionCode: '64.72', zone: 'Asia/Makassar', people: 2000, withoutNip: 0 },
  { code: 'JBI', name: 'Pemerintah Kota Jambi', shortName: 'Kota Jambi', kind: 'city', regionCode: '15.71', zone: 'Asia/Jakarta', people: 350, withoutNip: 8 },
  { code: 'BTG', name: 'Pemerintah Kota Bontang', shortName: 'Kota Bontang', kind: 'city', regionCode: '64.74', zone: 'Asia/Makassar', people: 250, withoutNip: 0 },
  { code: 'BPN', name: 'Pemerintah Kota Balikpapan', shortName: 'Kota Balikpapan', kind: 'city', regionCode: '64.71', zone: 'Asia/Makassar', people: 220, withoutNip: 0 },
  { code: 'KALTIM', name: 'Pemerintah Provinsi Kalimantan Timur', shortName: 'Prov. Kalimantan Timur', kind: 'province', regionCode: '64', zone: 'Asia/Makassar', people: 150, withoutNip: 0 },
  { code: 'KOMDIGI', name: 'Kementerian Komunikasi dan Digital', shortName: 'Komdigi', kind: 'ministry', regionCode: null, zone: 'Asia/Jakarta', people: 30, withoutNip: 0 },
];

const administrative = ['Analis Kebijakan', 'Arsiparis', 'Perencana', 'Analis Keuangan Pusat dan Daerah'] as const;
const medical = ['Dokter', 'Perawat', 'Bidan', 'Apoteker', 'Sanitarian'] as const;

type Options = Partial<Pick<Office, 'functional' | 'staff' | 'common' | 'head' | 'kind'>>;

function dinas(code: string, duty: string, divisions: readonly string[], options: Options = {}): Office {
  return { code, kind: 'DINAS', name: `Dinas ${duty}`, head: `Kepala Dinas ${duty}`, divisions: divisions.map((name) => `Bidang ${name}`), functional: administrative, staff: 2, common: true, ...options };
}

function badan(code: string, duty: string, divisions: readonly string[], options: Options = {}): Office {
  return { ...dinas(code, duty, divisions, options), kind: 'BADAN', name: `Badan ${duty}`, head: `Kepala Badan ${duty}` };
}

function office(code: string, kind: UnitKind, name: string, head: string, divisions: readonly string[], options: Options = {}): Office {
  return { code, kind, name, head, divisions, functional: administrative, staff: 2, common: true, ...options };
}

/** The 35 perangkat daerah of a large city (domain.md §11.1). */
export const offices: readonly Office[] = [
  office('SETDA', 'SETDA', 'Sekretariat Daerah', 'Sekretaris Daerah', ['Bagian Organisasi', 'Bagian Hukum', 'Bagian Umum', 'Bagian Administrasi Pembangunan'], { staff: 5 }),
  office('SETWAN', 'SETWAN', 'Sekretariat DPRD', 'Sekretaris DPRD', ['Bagian Persidangan', 'Bagian Keuangan']),
  office('INSPEKTORAT', 'INSPEKTORAT', 'Inspektorat Daerah', 'Inspektur Daerah', ['Inspektur Pembantu Wilayah I', 'Inspektur Pembantu Wilayah II'], { functional: ['Auditor', 'Pengawas Penyelenggaraan Urusan Pemerintahan Daerah'] }),
  dinas('DISDIK', 'Pendidikan dan Kebudayaan', ['Pembinaan Sekolah Dasar', 'Pembinaan Sekolah Menengah Pertama', 'Pembinaan PAUD dan Pendidikan Nonformal', 'Kebudayaan'], { functional: ['Guru', 'Guru', 'Guru', 'Guru', 'Pengawas Sekolah', 'Pamong Budaya'], staff: 30 }),
  dinas('DINKES', 'Kesehatan', ['Kesehatan Masyarakat', 'Pencegahan dan Pengendalian Penyakit', 'Pelayanan Kesehatan'], { functional: medical, staff: 12 }),
  dinas('DPUPR', 'Pekerjaan Umum dan Penataan Ruang', ['Bina Marga', 'Sumber Daya Air', 'Penataan Ruang'], { functional: ['Teknik Jalan dan Jembatan', 'Teknik Pengairan', 'Penata Ruang'], staff: 4 }),
  dinas('DISPERKIM', 'Perumahan dan Kawasan Permukiman', ['Perumahan', 'Kawasan Permukiman'], { functional: ['Teknik Tata Bangunan dan Perumahan', 'Analis Kebijakan'] }),
  office('SATPOLPP', 'SATPOL_PP', 'Satuan Polisi Pamong Praja', 'Kepala Satuan Polisi Pamong Praja', ['Bidang Penegakan Peraturan Daerah', 'Bidang Ketertiban Umum'], { functional: ['Polisi Pamong Praja'], staff: 4 }),
  dinas('DAMKAR', 'Pemadam Kebakaran dan Penyelamatan', ['Pencegahan Kebakaran', 'Pemadaman dan Penyelamatan'], { functional: ['Pemadam Kebakaran'], staff: 4, common: false }),
  dinas('DINSOS', 'Sosial', ['Perlindungan dan Jaminan Sosial', 'Rehabilitasi Sosial', 'Pemberdayaan Sosial'], { functional: ['Pekerja Sosial', 'Penyuluh Sosial'] }),
  dinas('DISNAKER', 'Tenaga Kerja', ['Penempatan dan Pelatihan Kerja', 'Hubungan Industrial'], { functional: ['Mediator Hubungan Industrial', 'Pengantar Kerja'] }),
  dinas('DP2PA', 'Pemberdayaan Perempuan dan Perlindungan Anak', ['Pemberdayaan Perempuan', 'Perlindungan Anak'], { common: false }),
  dinas('DKPP', 'Ketahanan Pangan dan Pertanian', ['Ketahanan Pangan', 'Tanaman Pangan', 'Peternakan'], { functional: ['Penyuluh Pertanian', 'Medik Veteriner'] }),
  dinas('DLH', 'Lingkungan Hidup', ['Pengelolaan Sampah', 'Penaatan Lingkungan', 'Konservasi'], { functional: ['Pengendali Dampak Lingkungan'], staff: 4 }),
  dinas('DISDUKCAPIL', 'Kependudukan dan Pencatatan Sipil', ['Pelayanan Pendaftaran Penduduk', 'Pelayanan Pencatatan Sipil', 'Pengelolaan Informasi Kependudukan'], { functional: ['Administrator Database Kependudukan', 'Pranata Komputer'] }),
  dinas('DPPKB', 'Pengendalian Penduduk dan Keluarga Berencana', ['Pengendalian Penduduk', 'Keluarga Berencana'], { functional: ['Penyuluh Keluarga Berencana'], common: false }),
  dinas('DISHUB', 'Perhubungan', ['Lalu Lintas', 'Angkutan', 'Keselamatan'], { functional: ['Penguji Kendaraan Bermotor'], staff: 3 }),
  dinas('DISKOMINFO', 'Komunikasi dan Informatika', ['Aplikasi Informatika', 'Statistik dan Persandian', 'Pengelolaan Informasi Publik', 'Infrastruktur Teknologi Informasi'], { functional: ['Pranata Komputer', 'Pranata Hubungan Masyarakat', 'Sandiman', 'Statistisi'], staff: 3 }),
  dinas('DISKOPUKM', 'Koperasi dan UKM', ['Kelembagaan Koperasi', 'Pemberdayaan Usaha Mikro'], { functional: ['Pengawas Koperasi', 'Penyuluh Perindustrian dan Perdagangan'] }),
  dinas('DPMPTSP', 'Penanaman Modal dan PTSP', ['Penanaman Modal', 'Pelayanan Perizinan'], { functional: ['Penata Perizinan', 'Analis Kebijakan'] }),
  dinas('DISPORA', 'Kepemudaan dan Olahraga', ['Kepemudaan', 'Keolahragaan']),
  dinas('DISPAREKRAF', 'Pariwisata dan Ekonomi Kreatif', ['Destinasi Pariwisata', 'Ekonomi Kreatif'], { functional: ['Adyatama Kepariwisataan dan Ekonomi Kreatif'] }),
  dinas('DPK', 'Perpustakaan dan Kearsipan', ['Perpustakaan', 'Kearsipan'], { functional: ['Pustakawan', 'Arsiparis'], common: false }),
  dinas('DISKAN', 'Perikanan', ['Perikanan Tangkap', 'Perikanan Budidaya'], { functional: ['Penyuluh Perikanan'], common: false }),
  dinas('DISDAG', 'Perdagangan', ['Pengembangan Perdagangan', 'Pengelolaan Pasar'], { functional: ['Analis Perdagangan', 'Penera'] }),
  dinas('DISPERIN', 'Perindustrian', ['Pembangunan Industri', 'Pemberdayaan Industri'], { functional: ['Penyuluh Perindustrian dan Perdagangan'], common: false }),
  dinas('DISTANAH', 'Pertanahan', ['Pengadaan Tanah', 'Penanganan Sengketa'], { functional: ['Penata Pertanahan'], common: false }),
  badan('BAPPEDA', 'Perencanaan Pembangunan Daerah', ['Perencanaan dan Pengendalian', 'Pemerintahan dan Pembangunan Manusia', 'Infrastruktur dan Kewilayahan'], { functional: ['Perencana', 'Analis Kebijakan'] }),
  badan('BRIDA', 'Riset dan Inovasi Daerah', ['Riset', 'Inovasi'], { functional: ['Analis Pemanfaatan Iptek', 'Analis Kebijakan'], common: false }),
  badan('BKPSDM', 'Kepegawaian dan Pengembangan SDM', ['Pengembangan Kompetensi', 'Mutasi dan Promosi', 'Penilaian Kinerja'], { functional: ['Analis SDM Aparatur', 'Widyaiswara', 'Assessor SDM Aparatur'], staff: 3 }),
  badan('BPKAD', 'Pengelolaan Keuangan dan Aset Daerah', ['Anggaran', 'Perbendaharaan', 'Aset'], { functional: ['Analis Keuangan Pusat dan Daerah', 'Penata Laksana Barang'], staff: 3 }),
  badan('BAPENDA', 'Pendapatan Daerah', ['Pajak Daerah', 'Penagihan'], { functional: ['Analis Keuangan Pusat dan Daerah', 'Penilai Pajak'], staff: 3 }),
  badan('BPBD', 'Penanggulangan Bencana Daerah', ['Pencegahan dan Kesiapsiagaan', 'Kedaruratan dan Logistik'], { functional: ['Penata Penanggulangan Bencana', 'Analis Kebijakan'] }),
  badan('KESBANGPOL', 'Kesatuan Bangsa dan Politik', ['Ideologi dan Wawasan Kebangsaan', 'Politik Dalam Negeri'], { functional: administrative }),
  office('RSUD', 'RSUD', 'Rumah Sakit Umum Daerah', 'Direktur Rumah Sakit Umum Daerah', ['Bidang Pelayanan Medik', 'Bidang Keperawatan'], { functional: medical, staff: 12 }),
];

/** Units of the ministry; it signs and lends facilitators. */
export const ministryOffices: readonly Office[] = [
  office('SETJEN', 'SETDA', 'Sekretariat Jenderal', 'Sekretaris Jenderal', ['Biro Kepegawaian dan Organisasi']),
  office('BPSDM', 'BADAN', 'Badan Pengembangan SDM Komunikasi dan Digital', 'Kepala Badan Pengembangan SDM Komunikasi dan Digital', ['Pusat Talenta Digital', 'Pusat Pengembangan Aparatur'], { functional: ['Widyaiswara', 'Pranata Komputer'], staff: 4 }),
];

import type { Wording } from '../platform/index.js';
import type { RosterField, RosterKind } from './roster.types.js';

export const rosterKindLabels: Readonly<Record<RosterKind, Wording>> = {
  people: { id: 'Pegawai', en: 'People' }, units: { id: 'Unit', en: 'Units' }, participants: { id: 'Peserta', en: 'Participants' },
};

export const rosterFieldLabels: Readonly<Record<RosterField, Wording>> = {
  nip: { id: 'NIP', en: 'NIP' },
  fullName: { id: 'Nama', en: 'Name' },
  frontTitle: { id: 'Gelar depan', en: 'Title before the name' },
  backTitle: { id: 'Gelar belakang', en: 'Title after the name' },
  kind: { id: 'Status ASN', en: 'Kind of employment' },
  gender: { id: 'Jenis kelamin', en: 'Gender' },
  birthPlace: { id: 'Tempat lahir', en: 'Birthplace' },
  birthDate: { id: 'Tanggal lahir', en: 'Birth date' },
  golongan: { id: 'Golongan', en: 'Golongan' },
  positionKind: { id: 'Jenis jabatan', en: 'Kind of position' },
  positionName: { id: 'Jabatan', en: 'Position' },
  eselon: { id: 'Eselon', en: 'Echelon' },
  opd: { id: 'OPD', en: 'OPD' },
  unit: { id: 'Unit kerja', en: 'Unit' },
  email: { id: 'Surel', en: 'E-mail' },
  phone: { id: 'HP', en: 'Phone' },
  validFrom: { id: 'Berlaku mulai', en: 'Valid from' },
  className: { id: 'Kelas', en: 'Class' },
  joinsAs: { id: 'Sebagai', en: 'As' },
  code: { id: 'Kode', en: 'Code' },
  name: { id: 'Nama unit', en: 'Unit name' },
  shortName: { id: 'Nama singkat', en: 'Short name' },
  unitKind: { id: 'Jenis unit', en: 'Kind of unit' },
  parent: { id: 'Induk', en: 'Parent' },
  regionCode: { id: 'Kode wilayah', en: 'Region code' },
  activeFrom: { id: 'Berlaku mulai', en: 'Active from' },
};

/** Headings of the template (domain.md §5.8). */
export const rosterHeadings: Readonly<Record<RosterField, string>> = {
  nip: 'NIP', fullName: 'NAMA', frontTitle: 'GELAR_DEPAN', backTitle: 'GELAR_BELAKANG', kind: 'STATUS_ASN', gender: 'JK', birthPlace: 'TEMPAT_LAHIR', birthDate: 'TGL_LAHIR', golongan: 'GOLONGAN',
  positionKind: 'JENIS_JABATAN', positionName: 'JABATAN', eselon: 'ESELON', opd: 'OPD', unit: 'UNIT_KERJA', email: 'EMAIL', phone: 'HP', validFrom: 'BERLAKU_MULAI', className: 'KELAS', joinsAs: 'SEBAGAI',
  code: 'KODE', name: 'NAMA_UNIT', shortName: 'NAMA_SINGKAT', unitKind: 'JENIS', parent: 'KODE_INDUK', regionCode: 'KODE_WILAYAH', activeFrom: 'BERLAKU_MULAI',
};

/** Other headings under which offices write the same. */
export const rosterAliases: Readonly<Record<RosterField, readonly string[]>> = {
  nip: ['nip', 'nip baru', 'nomor induk pegawai', 'nip/nrp/ni pppk', 'nip nrp ni pppk', 'ni pppk', 'nipppk', 'nip/nipppk', 'nip baru pegawai', 'nip/ni pppk'],
  fullName: ['nama', 'nama lengkap', 'nama pegawai', 'nama peserta', 'nama lengkap dan gelar', 'nama lengkap (dengan gelar)', 'nama dan gelar', 'name', 'full name'],
  frontTitle: ['gelar depan', 'gelardepan', 'gelar dpn'],
  backTitle: ['gelar belakang', 'gelarbelakang', 'gelar blk'],
  kind: ['status asn', 'status pegawai', 'status kepegawaian', 'jenis pegawai', 'jenis asn', 'status'],
  gender: ['jk', 'jenis kelamin', 'l/p', 'kelamin', 'gender', 'sex'],
  birthPlace: ['tempat lahir', 'tmp lahir', 'kota lahir', 'birthplace'],
  birthDate: ['tanggal lahir', 'tgl lahir', 'lahir', 'birth date', 'date of birth'],
  golongan: ['golongan', 'gol', 'gol ruang', 'golongan ruang', 'pangkat golongan', 'pangkat/gol', 'pangkat / golongan', 'gol. akhir', 'golongan akhir'],
  positionKind: ['jenis jabatan', 'kelompok jabatan', 'kategori jabatan'],
  positionName: ['jabatan', 'nama jabatan', 'jabatan terakhir', 'position'],
  eselon: ['eselon', 'esl', 'es', 'echelon'],
  opd: ['opd', 'nama opd', 'skpd', 'perangkat daerah', 'dinas', 'instansi', 'unit organisasi', 'asal opd', 'instansi kerja'],
  unit: ['unit kerja', 'unit', 'sub unit', 'bidang', 'unor', 'nama unor', 'bagian/bidang', 'satuan kerja', 'satker'],
  email: ['email', 'surel', 'e-mail', 'alamat email', 'email aktif'],
  phone: ['hp', 'no hp', 'nomor hp', 'telepon', 'no telepon', 'nomor wa', 'no wa', 'whatsapp', 'handphone', 'phone'],
  validFrom: ['berlaku mulai', 'tmt', 'tmt jabatan', 'terhitung mulai tanggal', 'valid from'],
  className: ['kelas', 'class', 'nama kelas', 'tema'],
  joinsAs: ['sebagai', 'peran', 'role'],
  code: ['kode', 'kode unit', 'id', 'id unor', 'unor id', 'kode unor', 'code'],
  name: ['nama unit', 'nama', 'nama unor', 'unit', 'unit kerja', 'nama opd', 'name'],
  shortName: ['nama singkat', 'singkatan', 'akronim', 'short name'],
  unitKind: ['jenis', 'jenis unit', 'jenis unor', 'tipe', 'kind'],
  parent: ['kode induk', 'induk', 'diatasan id', 'diatasan', 'atasan', 'unit induk', 'parent', 'induk unor'],
  regionCode: ['kode wilayah', 'wilayah', 'kode kemendagri', 'region code'],
  activeFrom: ['berlaku mulai', 'tmt', 'mulai berlaku', 'tanggal berlaku', 'active from'],
};

/** How to fill a column, as the template and the preview say it. */
export const rosterHints: Readonly<Partial<Record<RosterField, Wording>>> = {
  nip: { id: '18 angka, format sel Teks. Kosongkan untuk Non-ASN.', en: '18 digits, cell format Text. Leave empty for non-ASN.' },
  fullName: { id: 'Wajib. Satu kata pun cukup.', en: 'Required. A single word is enough.' },
  kind: { id: 'PNS, CPNS, PPPK, PPPK Paruh Waktu, atau Non-ASN', en: 'PNS, CPNS, PPPK, PPPK part-time or Non-ASN' },
  gender: { id: 'L atau P', en: 'L (male) or P (female)' },
  birthDate: { id: '16-02-1998, 1998-02-16, atau 16 Februari 1998', en: '16-02-1998, 1998-02-16 or 16 Februari 1998' },
  golongan: { id: 'PNS: I/a–IV/e. PPPK: I–XVII', en: 'PNS: I/a–IV/e. PPPK: I–XVII' },
  positionKind: { id: 'JPT Pratama, Administrator, Pengawas, Fungsional, atau Pelaksana', en: 'JPT Pratama, Administrator, Pengawas, Fungsional or Pelaksana' },
  eselon: { id: 'I.a–V.b, kosongkan bila tidak ada', en: 'I.a–V.b, empty when there is none' },
  opd: { id: 'Nama, nama singkat, atau kode OPD', en: 'Name, short name or code of the OPD' },
  unit: { id: 'Unit di dalam OPD, bila ada', en: 'Unit within the OPD, if any' },
  validFrom: { id: 'Sejak kapan jabatan ini berlaku. Kosong: hari ini untuk perubahan, 1 Januari untuk pegawai baru', en: 'Since when the position holds. Empty: today for changes, 1 January for new people' },
  className: { id: 'Kode atau nama kelas angkatan ini', en: 'Code or name of a class of this cohort' },
  joinsAs: { id: 'Peserta', en: 'Peserta (participant)' },
  code: { id: 'Wajib, unik di instansi', en: 'Required, unique in the agency' },
  name: { id: 'Wajib', en: 'Required' },
  unitKind: { id: 'Dinas, Badan, Kecamatan, Kelurahan, Bagian, Bidang, Seksi, …', en: 'Dinas, Badan, Kecamatan, Kelurahan, Bagian, Bidang, Seksi, …' },
  parent: { id: 'Kode atau nama unit di atasnya; boleh unit di berkas ini juga', en: 'Code or name of the unit above; may be in this file too' },
};

/** Heading of the column of reasons in the file of rejected rows. */
export const reasonHeading: Wording = { id: 'ALASAN', en: 'REASON' };

import type { Wording } from '../platform/locale.types.js';
import type { IpAsnBucket, MeritColumnType } from './merit.types.js';

export const ipAsnBucketLabels: Readonly<Record<IpAsnBucket, Wording>> = {
  PIM: { id: 'Diklat kepemimpinan', en: 'Leadership training' },
  FUNGSIONAL: { id: 'Diklat fungsional', en: 'Functional training' },
  TEKNIS_20JP: { id: 'Diklat teknis 20 JP', en: 'Technical training, 20 JP' },
  SEMINAR: { id: 'Seminar/workshop/sejenis', en: 'Seminar, workshop and the like' },
};

/** A column of the merit export. */
export interface MeritColumn {
  /** Stable name in CSV, JSON and NDJSON: other systems depend on it. */
  readonly key: string;
  /** Heading in XLSX. */
  readonly heading: string;
  readonly type: MeritColumnType;
}

/** Every column of the merit export in its order: the contract with HR systems. Only ever extended at the end. */
export const meritColumns = [
  { key: 'nip', heading: 'NIP/NI PPPK', type: 'text' },
  { key: 'pns_orang_id', heading: 'ID PNS SIASN', type: 'text' },
  { key: 'nama_lengkap_gelar', heading: 'Nama Lengkap dan Gelar', type: 'text' },
  { key: 'status_asn', heading: 'Status ASN', type: 'text' },
  { key: 'jabatan_kind', heading: 'Jenis Jabatan', type: 'text' },
  { key: 'jabatan_nama', heading: 'Jabatan', type: 'text' },
  { key: 'golongan', heading: 'Golongan', type: 'text' },
  { key: 'unit_id', heading: 'ID Unit Kerja', type: 'text' },
  { key: 'opd', heading: 'Perangkat Daerah', type: 'text' },
  { key: 'instansi', heading: 'Instansi', type: 'text' },
  { key: 'program_kode', heading: 'Kode Program', type: 'text' },
  { key: 'program_nama', heading: 'Program', type: 'text' },
  { key: 'angkatan', heading: 'Angkatan', type: 'text' },
  { key: 'kelas', heading: 'Kelas', type: 'text' },
  { key: 'nama_kursus', heading: 'Nama Kursus', type: 'text' },
  { key: 'jenis_diklat_id', heading: 'ID Jenis Diklat', type: 'number' },
  { key: 'jenis_diklat_nama', heading: 'Jenis Diklat', type: 'text' },
  { key: 'jenis_kursus_sertipikat', heading: 'Jenis Kursus Sertipikat', type: 'text' },
  { key: 'bentuk', heading: 'Bentuk', type: 'text' },
  { key: 'penyelenggara', heading: 'Penyelenggara', type: 'text' },
  { key: 'tempat', heading: 'Tempat', type: 'text' },
  { key: 'tanggal_mulai', heading: 'Tanggal Mulai', type: 'date' },
  { key: 'tanggal_selesai', heading: 'Tanggal Selesai', type: 'date' },
  { key: 'jp', heading: 'JP', type: 'number' },
  { key: 'nilai_akhir', heading: 'Nilai Akhir', type: 'number' },
  { key: 'kualifikasi', heading: 'Kualifikasi', type: 'text' },
  { key: 'status_kelulusan', heading: 'Status Kelulusan', type: 'text' },
  { key: 'nomor_sertifikat', heading: 'Nomor Sertifikat', type: 'text' },
  { key: 'tanggal_sertifikat', heading: 'Tanggal Sertifikat', type: 'date' },
  { key: 'berlaku_sampai', heading: 'Berlaku Sampai', type: 'date' },
  { key: 'url_verifikasi', heading: 'Tautan Verifikasi', type: 'url' },
  { key: 'sha256_pdf', heading: 'SHA-256 PDF', type: 'text' },
  { key: 'tte_status', heading: 'Status TTE', type: 'text' },
  { key: 'ipasn_bucket', heading: 'Kelompok IP ASN', type: 'text' },
  { key: 'rumpun', heading: 'Rumpun Jabatan', type: 'text' },
  { key: 'siasn_rw_kursus_id', heading: 'ID Riwayat Kursus SIASN', type: 'text' },
  { key: 'siasn_sync_status', heading: 'Status Sinkronisasi SIASN', type: 'text' },
  { key: 'updated_at', heading: 'Diperbarui', type: 'date' },
  { key: 'revoked_at', heading: 'Dicabut', type: 'date' },
  { key: 'rule_version', heading: 'Versi Aturan', type: 'text' },
] as const satisfies readonly MeritColumn[];

export type MeritColumnKey = (typeof meritColumns)[number]['key'];

/** A row of the merit export: a value or null under every key. Dates are ISO text. */
export type MeritRow = {
  readonly [Column in (typeof meritColumns)[number] as Column['key']]: (Column['type'] extends 'number' ? number : string) | null;
};

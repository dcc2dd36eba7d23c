import { diklatKinds, ipAsnBucket, meritColumns, type MeritColumnKey } from '@jenjang/shared';

/** Our names to the names of the export contract, nowhere else: SQL of each column over `meritTables` and `unpackedSnapshot`. */
const expressions: Readonly<Record<MeritColumnKey, string>> = {
  nip: `d.snapshot #>> '{holder,nip}'`,
  pns_orang_id: 'p.siasn_person_id',
  nama_lengkap_gelar: `d.snapshot #>> '{holder,name}'`,
  status_asn: `d.snapshot #>> '{holder,employmentKind}'`,
  jabatan_kind: `d.snapshot #>> '{holder,positionKind}'`,
  jabatan_nama: `d.snapshot #>> '{holder,positionName}'`,
  golongan: `d.snapshot #>> '{holder,golongan}'`,
  unit_id: 'c.holder_unit_id::text',
  opd: `d.snapshot #>> '{holder,opdName}'`,
  instansi: `d.snapshot #>> '{holder,agencyName}'`,
  program_kode: `d.snapshot #>> '{programme,code}'`,
  program_nama: `d.snapshot #>> '{programme,name}'`,
  angkatan: `d.snapshot #>> '{cohort,ordinal}'`,
  kelas: `d.snapshot #>> '{cohort,className}'`,
  nama_kursus: `d.snapshot #>> '{cohort,name}'`,
  jenis_diklat_id: `(d.snapshot #>> '{programme,diklatKind}')::int`,
  jenis_diklat_nama: ofKind((kind) => kind.name),
  jenis_kursus_sertipikat: ofKind((kind) => kind.siasnLetter),
  bentuk: `d.snapshot #>> '{programme,form}'`,
  penyelenggara: `d.snapshot ->> 'issuer'`,
  tempat: `concat_ws(', ', nullif(d.snapshot #>> '{cohort,venueName}', ''), nullif(d.snapshot #>> '{cohort,venueCity}', ''))`,
  tanggal_mulai: `(d.snapshot #>> '{cohort,startsOn}')::date`,
  tanggal_selesai: `(d.snapshot #>> '{cohort,endsOn}')::date`,
  jp: 'trim_scale(c.lesson_hours)',
  nilai_akhir: `(d.snapshot ->> 'finalScore')::numeric`,
  kualifikasi: `d.snapshot ->> 'predicate'`,
  status_kelulusan: `case d.snapshot ->> 'outcome' when 'graduated' then 'Lulus' else 'Telah Mengikuti' end`,
  nomor_sertifikat: 'c.number',
  tanggal_sertifikat: 'c.issued_on',
  berlaku_sampai: 'c.valid_until',
  url_verifikasi: `d.snapshot ->> 'verifyUrl'`,
  sha256_pdf: 'c.pdf_sha256',
  tte_status: `'NONE'::text`,
  ipasn_bucket: ofKind((kind) => ipAsnBucket(kind.id) ?? ''),
  rumpun: 'null::text',
  siasn_rw_kursus_id: 'null::text',
  siasn_sync_status: 'null::text',
  updated_at: `to_char(greatest(c.issued_at, s.changed_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
  revoked_at: `case when s.state = 'revoked' then to_char(s.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end`,
  rule_version: `d.snapshot ->> 'curriculumNumber'`,
};

/** A small lookup written into the query, so that the database needs no table of SIASN's names. */
function ofKind(value: (kind: (typeof diklatKinds)[number]) => string): string {
  const cases = diklatKinds.map((kind) => `when '${String(kind.id)}' then '${value(kind).replaceAll("'", "''")}'`);
  return `case d.snapshot #>> '{programme,diklatKind}' ${cases.join(' ')} end`;
}

/** Text that a spreadsheet would run as a formula gets an apostrophe, as `csvSafe` does. */
function safe(expression: string): string {
  return `regexp_replace(${expression}, '^([=+@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20-])', '''\\1')`;
}

/** Columns of the contract in its order, as they are. */
export const meritSelect = meritColumns.map(({ key }) => `${expressions[key]} as ${key}`).join(', ');

/** The same, with text made harmless for spreadsheets. */
export const meritSafeSelect = meritColumns
  .map(({ key, type }) => `${type === 'text' || type === 'url' ? safe(expressions[key]) : expressions[key]} as ${key}`)
  .join(', ');

import { formatDate } from '../platform/dates.rules.js';
import type { Locale, Wording } from '../platform/locale.types.js';
import type { NumberTemplateProblem, NumberTemplateProblemCode } from './number.types.js';
import type { CertificateReasonCode, CertificateStanding, IssuanceRefusal } from './state.types.js';

/** One word for a list or a badge. */
export const certificateStateLabels: Readonly<Record<CertificateStanding, Wording>> = {
  active: { id: 'Berlaku', en: 'Valid' },
  suspended: { id: 'Ditangguhkan', en: 'Suspended' },
  revoked: { id: 'Dicabut', en: 'Revoked' },
  superseded: { id: 'Diganti', en: 'Replaced' },
  expired: { id: 'Kedaluwarsa', en: 'Expired' },
};

export const certificateReasonLabels: Readonly<Record<CertificateReasonCode, Wording>> = {
  DATA_FALSE: { id: 'Data tidak benar', en: 'False data' },
  RULE_BREACH: { id: 'Pelanggaran ketentuan', en: 'Breach of the rules' },
  ISSUED_IN_ERROR: { id: 'Diterbitkan karena kekeliruan', en: 'Issued in error' },
  COURT_OR_INSPECTORATE: { id: 'Putusan pengadilan atau inspektorat', en: 'Decision of a court or the inspectorate' },
  HOLDER_REQUEST: { id: 'Permintaan pemegang sertifikat', en: 'Request of the holder' },
};

/** Answers to a code that leads to no certificate. */
export const lookUpLabels: Readonly<Record<'notFound' | 'codeMistyped' | 'busy', Wording>> = {
  notFound: {
    id: 'Kode tidak terdaftar. Periksa ketikan; bila kode tercetak demikian, laporkan.',
    en: 'The code is not registered. Check your typing; if it is printed so, report it.',
  },
  codeMistyped: { id: 'Kode salah ketik. Periksa kembali huruf dan angkanya.', en: 'The code is mistyped. Check its letters and digits.' },
  busy: { id: 'Terlalu banyak pemeriksaan. Coba lagi sebentar lagi.', en: 'Too many checks. Try again shortly.' },
};

export const issuanceRefusalLabels: Readonly<Record<IssuanceRefusal, Wording>> = {
  notDecided: { id: 'Kelulusan belum diputuskan', en: 'Graduation is not decided yet' },
  failed: { id: 'Peserta tidak lulus', en: 'The participant did not graduate' },
  attendedOnly: { id: 'Peserta telah mengikuti tetapi tidak lulus; sertifikat kelulusan tidak dapat diterbitkan', en: 'The participant attended but did not graduate: no graduation certificate' },
  notAccepted: { id: 'Peserta tidak berstatus diterima', en: 'The participant is not accepted in the cohort' },
  cohortCancelled: { id: 'Angkatan dibatalkan', en: 'The cohort is cancelled' },
  cohortNotOver: { id: 'Tanggal sertifikat mendahului akhir angkatan', en: 'The certificate would be dated before the cohort ends' },
  noLessonHours: { id: 'Kurikulum tidak memiliki JP', en: 'The curriculum has no JP' },
  noSignatory: { id: 'Belum ada penanda tangan', en: 'There is nobody to sign' },
  alreadyIssued: { id: 'Peserta sudah memegang sertifikat yang berlaku', en: 'The participant already holds a valid certificate' },
};

const numberTemplateLabels: Readonly<Record<NumberTemplateProblemCode, Wording>> = {
  empty: { id: 'Format nomor wajib diisi', en: 'The number format is required' },
  tooLong: { id: 'Format nomor terlalu panjang', en: 'The number format is too long' },
  unknownToken: { id: '{token} tidak dikenal', en: '{token} is not known' },
  brace: { id: 'Kurung kurawal {token} tidak berpasangan', en: 'The brace {token} has no partner' },
  noSequence: { id: 'Format nomor memerlukan {token}', en: 'The number format needs {token}' },
  scopeMissing: { id: 'Lingkup penomoran memerlukan {token}', en: 'The scope of the numbering needs {token}' },
  agencyMissing: { id: 'Tanpa {token}, nomor dapat sama dengan nomor instansi lain', en: 'Without {token}, a number may equal that of another agency' },
};

/** What is wrong with a number template, in a sentence. */
export function wordNumberTemplateProblem({ code, token }: NumberTemplateProblem, locale: Locale): string {
  return numberTemplateLabels[code][locale].replace('{token}', () => token);
}

/** What the sentence of a standing names. Dates are ISO dates in the agency's zone. */
export interface StandingDetails {
  readonly changedOn: string;
  /** Reason given to the public, as written by the issuer. */
  readonly publicText: string;
  readonly validUntil: string | null;
}

/** The first line of the public page: `Dicabut pada 3 Des 2026: diterbitkan karena kekeliruan`. */
export function wordStanding(standing: CertificateStanding, details: StandingDetails, locale: Locale): string {
  const on = formatDate(details.changedOn, locale, 'short');
  const until = formatDate(details.validUntil ?? '', locale, 'short');
  const sentences: Readonly<Record<CertificateStanding, Wording>> = {
    active: { id: 'Sertifikat sah dan masih berlaku', en: 'The certificate is genuine and valid' },
    suspended: { id: `Sedang ditinjau sejak ${on}: ${details.publicText}`, en: `Under review since ${on}: ${details.publicText}` },
    revoked: { id: `Dicabut pada ${on}: ${details.publicText}`, en: `Revoked on ${on}: ${details.publicText}` },
    superseded: { id: `Digantikan pada ${on} oleh sertifikat baru`, en: `Replaced on ${on} by a new certificate` },
    expired: { id: `Sertifikat sah, tetapi masa berlakunya habis pada ${until}`, en: `The certificate is genuine, but was valid until ${until}` },
  };
  return sentences[standing][locale];
}

import type { CertificateStanding } from '@jenjang/shared';

/** Words of the public page that are not facts of the certificate. */
export interface PageWords {
  readonly title: string;
  readonly standing: Readonly<Record<CertificateStanding, string>>;
  readonly issuedBy: (issuer: string, holder: string) => string;
  readonly forever: string;
  readonly until: (date: string) => string;
  readonly checks: string;
  readonly genuine: readonly [string, string, string];
  readonly inForce: readonly [string, string];
  readonly checkedAt: (when: string) => string;
  readonly knownIssuer: string;
  readonly facts: string;
  readonly meaning: string;
  readonly meaningOf: Readonly<Partial<Record<CertificateStanding, string>>>;
  readonly machine: string;
  readonly another: string;
  readonly code: string;
  readonly hint: string;
  readonly check: string;
  readonly notFound: string;
}

const id: PageWords = {
  title: 'Cek Sertifikat',
  standing: { active: 'Sertifikat ini berlaku', expired: 'Masa berlaku sertifikat ini habis', suspended: 'Sertifikat ini sedang ditinjau', revoked: 'Sertifikat ini telah dicabut', superseded: 'Sertifikat ini telah diganti' },
  issuedBy: (issuer, holder) => `Diterbitkan oleh ${issuer} untuk ${holder}.`,
  forever: 'Berlaku tanpa batas waktu',
  until: (date) => `Berlaku sampai ${date}`,
  checks: 'Tiga pemeriksaan',
  genuine: ['Asli', 'Isi tidak berubah sejak diterbitkan', 'Isi berbeda dari yang diterbitkan'],
  inForce: ['Masih berlaku', 'Tidak berlaku lagi'],
  checkedAt: (when) => `Diperiksa ${when}`,
  knownIssuer: 'Penerbit dikenal',
  facts: 'Isi sertifikat',
  meaning: 'Apa artinya?',
  meaningOf: {
    revoked: 'Sertifikat ini pernah diterbitkan dengan isi di bawah, tetapi tidak lagi menjadi bukti apa pun. Alasannya tertulis di atas.',
    superseded: 'Isi sertifikat ini sudah diperbaiki melalui sertifikat baru. Gunakan sertifikat yang baru.',
    suspended: 'Penerbit sedang memeriksa sertifikat ini. Jangan mengambil keputusan sebelum pemeriksaan selesai.',
    expired: 'Sertifikat ini sah ketika diterbitkan, tetapi masa berlakunya sudah habis.',
  },
  machine: 'Data untuk mesin (JSON)',
  another: 'Periksa sertifikat lain',
  code: 'Kode verifikasi',
  hint: '18 huruf dan angka di bawah kode QR. Spasi, tanda hubung, dan huruf kecil boleh.',
  check: 'Periksa',
  notFound: 'Tidak ditemukan',
};

const en: PageWords = {
  title: 'Check a certificate',
  standing: { active: 'This certificate is valid', expired: 'This certificate has expired', suspended: 'This certificate is under review', revoked: 'This certificate has been revoked', superseded: 'This certificate has been replaced' },
  issuedBy: (issuer, holder) => `Issued by ${issuer} to ${holder}.`,
  forever: 'Valid without end date',
  until: (date) => `Valid until ${date}`,
  checks: 'Three checks',
  genuine: ['Genuine', 'Unchanged since it was issued', 'Differs from what was issued'],
  inForce: ['In force', 'No longer in force'],
  checkedAt: (when) => `Checked ${when}`,
  knownIssuer: 'Known issuer',
  facts: 'On the certificate',
  meaning: 'What does this mean?',
  meaningOf: {
    revoked: 'This certificate was issued with the facts below but no longer proves anything. The reason is given above.',
    superseded: 'The facts were corrected by a new certificate. Use the new one.',
    suspended: 'The issuer is reviewing this certificate. Do not decide anything before the review ends.',
    expired: 'This certificate was valid when issued, but its validity has ended.',
  },
  machine: 'Data for machines (JSON)',
  another: 'Check another certificate',
  code: 'Verification code',
  hint: '18 letters and digits below the QR code. Spaces, hyphens and lower case are fine.',
  check: 'Check',
  notFound: 'Not found',
};

export const pageWords: Readonly<Record<'id' | 'en', PageWords>> = { id, en };

import type { ProblemWords } from '../platform/problem.labels.js';

export const certificateProblems: ProblemWords = {
  'verify.mistyped': ['Ada salah ketik pada kode: karakter ceknya tidak cocok.', 'The code is mistyped: its check characters do not match.'],
  'verify.notFound': ['Kode tidak terdaftar. Periksa ketikan; bila kode tercetak demikian, laporkan.', 'The code is not registered. Check your typing; if it is printed so, report it.'],
  'certificate.nobody': ['Tidak ada peserta yang dapat diberi sertifikat.', 'There is nobody to issue a certificate to.'],
  'certificate.refused': ['Sertifikat belum dapat diterbitkan.', 'The certificate cannot be issued yet.'],
  'certificate.numberOnce': ['Nomor sertifikat ini sudah dipakai oleh instansi Anda.', 'This certificate number is already in use by your agency.'],
  'certificate.movesByTable': ['Sertifikat ini sudah dicabut atau diganti.', 'This certificate has already been revoked or replaced.'],
  'certificateState.oneValid': ['Peserta sudah memegang sertifikat yang berlaku.', 'The participant already holds a valid certificate.'],
};

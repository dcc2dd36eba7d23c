import type { ProblemWords } from '../platform/index.js';

/** Wording of problems with reports of online meetings. */
export const reportProblems: ProblemWords = {
  'report.noHeading': ['Tidak ada baris judul yang dikenali. Laporan perlu kolom nama dan durasi, atau nama dan waktu bergabung.', 'No heading was recognised. A report needs a column of names and one of durations or joining times.'],
  'report.fileUnknown': ['Berkas laporan tidak ditemukan. Unggah sekali lagi.', 'The report was not found. Upload it again.'],
  'report.nobody': ['Laporan ini tidak menyebut siapa pun.', 'This report names nobody.'],
  'report.twice': ['Satu peserta dipilih untuk dua baris.', 'One participant was chosen for two lines.'],
};

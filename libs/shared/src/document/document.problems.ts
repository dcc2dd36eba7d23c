import type { ProblemWords } from '../platform/problem.labels.js';

/** Wording of what making papers refuses. */
export const documentProblems: ProblemWords = {
  'document.nobody': ['Belum ada orang untuk naskah ini.', 'There is nobody yet for this document.'],
  'document.noSession': ['Pilih sedikitnya satu sesi.', 'Choose at least one session.'],
  'document.sessionUnknown': ['Sesi ini bukan bagian dari angkatan atau sudah dibatalkan.', 'This session is not part of the cohort, or was cancelled.'],
  'document.classUnknown': ['Kelas ini bukan bagian dari angkatan.', 'This class is not part of the cohort.'],
  'document.noSignatory': ['Angkatan ini belum punya penanda tangan. Isi dahulu pada data angkatan.', 'This cohort has no signatory yet. Add one to the cohort first.'],
  'document.kindUnknown': ['Jenis naskah ini tidak bernomor.', 'This kind of document is not numbered.'],
  'numbering.tooLong': ['Pola nomor paling panjang 80 aksara.', 'A number pattern has at most 80 characters.'],
  'numbering.unknownToken': ['Ada penanda yang tidak dikenal. Yang tersedia: seq, kind, unit, programme, cohort, month, roman-month, year, masing-masing di dalam kurung kurawal.', 'There is an unknown token. Available: seq, kind, unit, programme, cohort, month, roman-month, year, each in braces.'],
  'numbering.noSequence': ['Pola nomor harus memuat nomor urut: seq dalam kurung kurawal.', 'The pattern needs the sequence: seq in braces.'],
  'numbering.noKind': ['Pola nomor harus memuat jenis naskah: kind dalam kurung kurawal.', 'The pattern needs the kind: kind in braces.'],
  'numbering.noYear': ['Pola nomor harus memuat tahun: year dalam kurung kurawal.', 'The pattern needs the year: year in braces.'],
};

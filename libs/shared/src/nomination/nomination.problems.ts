import type { ProblemWords } from '../platform/problem.labels.js';

/** Wording of what nominating, applying and leave refuse. */
export const nominationProblems: ProblemWords = {
  'nomination.notEnrolling': ['Angkatan ini tidak sedang membuka pendaftaran.', 'This cohort is not open for enrolment.'],
  'nomination.notYet': ['Pengusulan dibuka {opensOn}.', 'Nominations open on {opensOn}.'],
  'nomination.over': ['Pengusulan ditutup {closesOn} pukul 24.00 {zoneName}. Hubungi penyelenggara bila masih ada kursi.', 'Nominations closed on {closesOn} at 24.00 {zoneName}. Ask the organiser whether there are seats left.'],
  'nomination.applyOnly': ['Peserta angkatan ini mendaftar sendiri; instansi tidak mengusulkan.', 'People apply to this cohort by themselves; agencies do not nominate.'],
  'nomination.agencyOnly': ['Angkatan ini diisi lewat usulan instansi. Sampaikan minat Anda kepada atasan.', 'This cohort is filled by nominations of agencies. Tell your superior that you want to come.'],
  'nomination.notAll': ['{refused} dari {asked} orang tidak dapat diusulkan; tidak ada yang disimpan.', '{refused} of {asked} people cannot be nominated; nothing was saved.'],
  'nomination.oneAgency': ['Satu surat hanya untuk pegawai satu instansi.', 'One letter is for staff of one agency only.'],
  'nomination.letterNumberMissing': ['Isi nomor surat usulan.', 'Enter the number of the letter.'],
  'nomination.letterOnMissing': ['Isi tanggal surat usulan.', 'Enter the date of the letter.'],
  'nomination.letterFileIdMissing': ['Lampirkan surat usulan (PDF atau foto).', 'Attach the letter (PDF or photo).'],
  'nomination.letterAhead': ['Tanggal surat belum tiba.', 'The date of the letter lies ahead.'],
  'nomination.letterUnknown': ['Berkas surat tidak ditemukan. Unggah sekali lagi.', 'The file of the letter was not found. Upload it again.'],
  'nomination.notBySelf': ['Akun Anda belum terhubung dengan data pegawai. Hubungi admin instansi.', 'Your account is not linked to a person yet. Contact your agency’s admin.'],
  'leave.oneAtATime': ['Cuti ini bertumpang tindih dengan cuti yang sudah tercatat.', 'This leave overlaps one on record.'],
  'leave.datesInOrder': ['Hari terakhir mendahului hari pertama.', 'The last day comes before the first.'],
};

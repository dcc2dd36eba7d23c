import type { ProblemWords } from '../platform/problem.labels.js';

/** Wording of what taking people into a cohort refuses. */
export const enrolmentProblems: ProblemWords = {
  'enrolment.closed': ['Angkatan ini tidak sedang menerima peserta.', 'This cohort takes no participants now.'],
  'enrolment.full': ['Kursi angkatan sudah penuh.', 'The cohort has no seat left.'],
  'enrolment.classFull': ['Kursi kelas sudah penuh.', 'The class has no seat left.'],
  'enrolment.classUnknown': ['Kelas ini bukan bagian dari angkatan.', 'This class is not part of the cohort.'],
  'enrolment.already': ['Sudah menjadi peserta angkatan ini.', 'Already a participant of this cohort.'],
  'enrolment.once': ['Sudah menjadi peserta angkatan ini.', 'Already a participant of this cohort.'],
  'enrolment.repeated': ['Muncul dua kali dalam daftar.', 'Appears twice in the list.'],
  'enrolment.rejectedBefore': ['Pernah ditolak untuk angkatan ini. Usulkan kembali dahulu.', 'Was rejected for this cohort. Nominate again first.'],
  'enrolment.personUnknown': ['Pegawai tidak ditemukan atau di luar kewenangan Anda.', 'The person was not found, or is outside your scope.'],
  'enrolment.notAll': ['{refused} dari {asked} orang tidak dapat diterima; tidak ada yang disimpan.', '{refused} of {asked} people cannot be taken; nothing was saved.'],
  'enrolment.noSuchMove': ['Peserta tidak dapat berpindah ke status itu.', 'The participant cannot move to that state.'],
  'enrolment.movesByTable': ['Peserta tidak dapat berpindah ke status itu.', 'The participant cannot move to that state.'],
  'enrolment.reasonMissing': ['Tuliskan alasannya.', 'Give a reason.'],
  'enrolment.unknown': ['Peserta ini bukan bagian dari angkatan.', 'This participant is not part of the cohort.'],
  'enrolment.notEligible': ['Tidak memenuhi persyaratan angkatan ini.', 'Does not meet the requirements of this cohort.'],
  'enrolment.quotaFull': ['Kuota unit dan eselon ini sudah terisi semua ({seats} kursi).', 'The quota of this unit and echelon is used up ({seats} seats).'],
  'enrolment.allocationFull': ['Alokasi tahun ini sudah terpakai semua ({seats} kursi).', 'The allocation of this year is used up ({seats} seats).'],
  'enrolment.replacesUnknown': ['Yang digantikan belum mengundurkan diri atau sudah ada penggantinya.', 'The person to be replaced has not withdrawn, or has been replaced already.'],
  'enrolment.others': ['Dibatalkan karena {refused} baris lain ditolak.', 'Left undone because {refused} other rows were refused.'],
  'enrolment.drawsFromQuota': ['Setiap kursi harus masuk ke salah satu kuota.', 'Every seat must draw from a quota.'],
  'enrolment.certified': ['Peserta ini sudah memegang sertifikat. Cabut sertifikatnya dahulu.', 'This participant holds a certificate. Revoke it first.'],
};

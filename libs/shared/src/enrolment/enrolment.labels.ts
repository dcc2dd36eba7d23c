import type { Wording } from '../platform/locale.types.js';
import type { EnrolmentState } from './enrolment.types.js';
import type { MoveReason } from './move.types.js';

export const enrolmentStateLabels: Readonly<Record<EnrolmentState, Wording>> = {
  nominated: { id: 'Diusulkan', en: 'Nominated' },
  approved: { id: 'Disetujui', en: 'Approved' },
  waitlisted: { id: 'Cadangan', en: 'On the waiting list' },
  offered: { id: 'Ditawari kursi', en: 'Offered a seat' },
  accepted: { id: 'Diterima', en: 'Accepted' },
  rejected: { id: 'Ditolak', en: 'Rejected' },
  withdrawn: { id: 'Mengundurkan diri', en: 'Withdrawn' },
};

export const moveReasonLabels: Readonly<Record<MoveReason, Wording>> = {
  ill: { id: 'Sakit', en: 'Ill' },
  bereavement: { id: 'Keluarga inti meninggal dunia', en: 'Bereavement in the family' },
  otherDuty: { id: 'Tugas kedinasan lain', en: 'Other duty' },
  agencyWithdrew: { id: 'Ditarik instansi', en: 'Withdrawn by the agency' },
  movedUnit: { id: 'Pindah unit kerja', en: 'Moved to another unit' },
  ownWish: { id: 'Atas permintaan sendiri', en: 'At the person\'s own wish' },
  notEligible: { id: 'Tidak memenuhi persyaratan', en: 'Does not meet the requirements' },
  papersIncomplete: { id: 'Tidak lulus seleksi administrasi', en: 'Did not pass the check of papers' },
  testFailed: { id: 'Tidak lulus tes substansi', en: 'Did not pass the test' },
  noSeat: { id: 'Kursi tidak mencukupi', en: 'No seat left' },
  outOfOrder: { id: 'Dipilih di luar urutan', en: 'Chosen out of order' },
  offerLapsed: { id: 'Tawaran kursi tidak dijawab sampai batas waktu', en: 'The offer of a seat was not answered in time' },
  replaced: { id: 'Digantikan peserta lain', en: 'Replaced by somebody else' },
  other: { id: 'Alasan lain', en: 'Other reason' },
};

import type { ProblemWords } from '../platform/problem.labels.js';

/** Wording of what selecting refuses. */
export const selectionProblems: ProblemWords = {
  'selection.unknown': ['Bukan calon peserta angkatan ini.', 'Not a candidate of this cohort.'],
  'selection.repeated': ['Muncul dua kali dalam daftar.', 'Appears twice in the list.'],
  'selection.decided': ['Sudah diputuskan oleh {by} pada {at}.', 'Already decided by {by} on {at}.'],
  'selection.agencyFirst': ['Menunggu persetujuan instansi asal.', 'Waits for the approval of the agency.'],
  'selection.agencyOnly': ['Tahap ini milik instansi asal; kirimkan tautan persetujuan.', 'This step belongs to the agency; send it an approval link.'],
  'selection.movedUnit': ['Sudah pindah ke {unit}, bukan lagi di unit pengusul.', 'Has moved to {unit}, no longer of the nominating unit.'],
  'selection.notEligible': ['Tidak lagi memenuhi syarat angkatan.', 'No longer meets what the cohort asks.'],
  'selection.stepMissing': ['Ada tahap seleksi yang belum dinilai.', 'A step of the selection is not judged yet.'],
  'selection.stepFailed': ['Tidak lolos tahap seleksi.', 'Did not pass a step of the selection.'],
  'selection.reasonMissing': ['Pilih alasan penolakan; untuk “lainnya” tuliskan alasannya.', 'Choose why; for “other” write the reason.'],
  'selection.orderReasonMissing': ['{count} orang dipilih mendahului calon yang peringkatnya lebih tinggi. Tuliskan alasannya; alasan dicetak di berita acara.', '{count} people are chosen before candidates who rank higher. Give the reason; the minutes print it.'],
  'selection.seatsShort': ['Kursi tidak cukup untuk {short} orang; tidak ada yang disimpan.', 'There are no seats for {short} people; nothing was saved.'],
  'selection.seatsTaken': ['Kursi tidak cukup untuk {short} orang: {by} mengisi {taken} kursi pada {at}. Tidak ada yang disimpan.', 'There are no seats for {short} people: {by} took {taken} seats on {at}. Nothing was saved.'],
  'selection.stepNotAsked': ['Angkatan ini tidak meminta tahap seleksi ini.', 'This cohort does not ask for this step.'],
  'selection.resultIncomplete': ['Isi hasil tahap ini: dokumen lengkap atau tidak, atau nilai 0–100.', 'Give the result: papers in order or not, or a score of 0 to 100.'],
  'selection.noteMissing': ['Tuliskan apa yang kurang dari dokumennya.', 'Say what is missing from the papers.'],
  'selection.resultChanged': ['Orang lain sudah menilai ini lebih dahulu. Periksa nilainya.', 'Somebody else judged this first. Check the result.'],
  'selection.overCohort': ['Angkatan sudah selesai; hasil seleksi tidak dapat diubah.', 'The cohort is over; results of its selection cannot be changed.'],
  'selection.nothingToMinute': ['Belum ada calon peserta untuk berita acara.', 'There are no candidates for the minutes yet.'],
};

import type { ProblemWords } from '../platform/problem.labels.js';

/** Wording of what offers, withdrawals and replacements refuse. */
export const waitingProblems: ProblemWords = {
  'waiting.offerExpired': ['Waktu untuk menjawab tawaran ini sudah habis. Kursinya ditawarkan kepada orang berikutnya; hubungi penyelenggara bila Anda masih berminat.', 'The time to answer this offer is over. The seat goes to the next person; contact the organiser if you are still interested.'],
  'waiting.offerAnswered': ['Tawaran ini sudah dijawab.', 'This offer was answered already.'],
  'waiting.notWaiting': ['Orang ini tidak sedang berada di daftar tunggu.', 'This person is not on the waiting list.'],
  'waiting.noSeat': ['Tidak ada kursi kosong yang dapat diambil orang ini.', 'There is no free seat that this person could take.'],
  'waiting.reasonMissing': ['Ada {limit} orang yang gilirannya lebih dulu. Tuliskan alasan memilih di luar urutan.', '{limit} people come before. Give a reason for choosing out of order.'],
  'waiting.passedOverReason': ['Orang ini mestinya dilewati. Tuliskan alasan menawarkan kursi kepadanya.', 'This person would be passed over. Give a reason for offering the seat.'],
  'waiting.noSeatHeld': ['Orang ini tidak memegang kursi, jadi tidak ada yang dapat digantikan.', 'This person holds no seat, so there is nothing to replace.'],
  'waiting.samePerson': ['Pengganti harus orang lain.', 'The replacement must be somebody else.'],
  'waiting.replacementUnknown': ['Pengganti tidak ditemukan atau di luar kewenangan Anda.', 'The replacement was not found, or is outside your scope.'],
  'waiting.replacementSeated': ['Pengganti sudah menjadi peserta angkatan ini.', 'The replacement is already a participant of this cohort.'],
  'waiting.replacementOtherCell': ['Sampai batas pengalihan, kursi ini tetap milik {cell}. Pilih pengganti dari sana.', 'Until the cut-off this seat belongs to {cell}. Choose a replacement from there.'],
  'waiting.reserveClaimed': ['Setelah batas {cutOffOn}, kursi yang lepas masuk cadangan umum dan pengganti mengambil dari cadangan itu. {claims} orang di daftar tunggu lebih dulu berhak; penyelenggara yang memutuskan.', 'After the cut-off on {cutOffOn} a seat that is left goes to the general reserve, and a replacement draws from it. {claims} people on the waiting list come first; the organiser decides.'],
};

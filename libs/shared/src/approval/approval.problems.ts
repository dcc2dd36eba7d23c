import type { ProblemWords } from '../platform/problem.labels.js';

/** Wording of what approving refuses. */
export const approvalProblems: ProblemWords = {
  'approval.unknown': ['Tautan ini tidak dikenal. Periksa apakah alamatnya tersalin utuh.', 'This link is not known. Check that its address was copied in full.'],
  'approval.used': ['Tautan ini sudah dipakai pada {usedAt}. Untuk mengubah keputusan, hubungi penyelenggara.', 'This link was used on {usedAt}. To change a decision, contact the organiser.'],
  'approval.expired': ['Masa berlaku tautan ini berakhir pada {expiredAt}. Mintalah tautan baru kepada pengusul atau penyelenggara.', 'This link expired on {expiredAt}. Ask whoever nominated, or the organiser, for a new one.'],
  'approval.revoked': ['Tautan ini sudah ditarik kembali. Mintalah tautan baru kepada pengusul atau penyelenggara.', 'This link was taken back. Ask whoever nominated, or the organiser, for a new one.'],
  'approval.nipWrong': ['NIP tidak cocok dengan pejabat yang diminta menyetujui. Setelah lima kali keliru, tautan terkunci satu jam.', 'This is not the NIP of the official who was asked to approve. After five wrong tries the link is locked for an hour.'],
  'approval.otherBrowser': ['Tautan ini sudah dibuka di perangkat lain. Isi NIP Anda untuk melanjutkan di sini.', 'This link was opened on another device. Enter your NIP to go on here.'],
  'approval.byHand': ['Tautan ini dibuat dengan tangan untuk disalin. Isi NIP Anda untuk melanjutkan.', 'This link was made by hand, to be copied. Enter your NIP to go on.'],
  'approval.noNip': ['{name} belum punya NIP di Jenjang, padahal tautan yang dibuat dengan tangan selalu menanyakannya. Lengkapi NIP-nya, atau minta ia menyetujui dengan masuk.', '{name} has no NIP in Jenjang, and a link made by hand always asks for it. Add the NIP, or ask this person to sign in and approve.'],
  'approval.undecided': ['{missing} orang belum Anda putuskan.', '{missing} people are not decided yet.'],
  'approval.notAsked': ['Orang ini tidak termasuk dalam tautan.', 'The link does not ask about this person.'],
  'approval.outOfScope': ['Pegawai ini di luar kewenangan Anda untuk menyetujui.', 'Approving this person is outside your scope.'],
  'approval.decidedBefore': ['Sudah diputuskan oleh {by} pada {at}.', 'Already decided by {by} on {at}.'],
  'approval.noSecondStep': ['Angkatan ini tidak meminta persetujuan instansi.', 'This cohort asks for no approval of the agency.'],
  'approval.approverUnknown': ['Pejabat ini tidak berwenang menyetujui pegawai yang menunggu.', 'This account may not approve anybody who waits.'],
  'approval.nobodyWaits': ['Tidak ada pegawai yang menunggu persetujuan pejabat ini.', 'Nobody waits for the approval of this account.'],
  'approval.linkOnce': ['Tautan ini sudah dipakai.', 'This link was used.'],
};

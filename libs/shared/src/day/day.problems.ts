import type { ProblemWords } from '../platform/index.js';

/** Wording of problems of the running day. */
export const dayProblems: ProblemWords = {
  'day.notTaken': ['Orang ini belum dapat diterima: {reason}', 'This person could not be taken in: {reason}'],
  'day.sessionClosed': ['Sesi ini sudah ditutup. Buka kembali sebelum menambah peserta.', 'This session is closed. Open it again before adding a participant.'],
  'day.notInClass': ['Peserta ini bukan dari kelas yang bertemu dalam sesi ini.', 'This participant is not of the class that meets in this session.'],
};

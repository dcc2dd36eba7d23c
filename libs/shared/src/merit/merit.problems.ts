import type { ProblemWords } from '../platform/problem.labels.js';

export const meritProblems: ProblemWords = {
  'merit.cursor': ['Kursor tidak dikenal. Mulai lagi tanpa kursor.', 'The cursor is not known. Start again without one.'],
  'merit.periodOrder': ['Tanggal akhir mendahului tanggal awal.', 'The end date comes before the start date.'],
  'merit.empty': ['Tidak ada sertifikat yang cocok dengan saringan ini.', 'No certificate matches this filter.'],
};

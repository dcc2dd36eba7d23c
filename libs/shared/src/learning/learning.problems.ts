import type { ProblemWords } from '../platform/index.js';

/** Wording of refusals while learning. */
export const learningProblems: ProblemWords = {
  'learning.notStarted': ['Materi dibuka mulai {startsOn}.', 'The material opens on {startsOn}.'],
  'learning.previousModule': ['Selesaikan dahulu “{title}”: masih {left} materi wajib.', 'Complete “{title}” first: {left} required activities are left.'],
  'learning.ended': ['Angkatan ini sudah selesai; materi hanya dapat dibaca.', 'This cohort has ended; the material can only be read.'],
};

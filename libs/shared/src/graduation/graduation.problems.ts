import type { ProblemWords } from '../platform/index.js';

export const graduationProblems: ProblemWords = {
  'graduation.changedSincePreview': ['Data berubah sejak pratinjau. Periksa dampaknya sekali lagi sebelum memutuskan.', 'The facts changed since the preview. Check the effect once more before deciding.'],
  'graduation.noParticipants': ['Angkatan ini belum memiliki peserta yang diterima.', 'This cohort has no accepted participants yet.'],
};

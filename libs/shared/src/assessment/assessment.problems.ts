import type { ProblemWords } from '../platform/index.js';

export const assessmentProblems: ProblemWords = {
  'assessment.notParticipant': ['Bukan peserta angkatan ini.', 'Not a participant of this cohort.'],
  'assessment.noSuchComponent': ['Kurikulum angkatan ini tidak memiliki komponen nilai tersebut.', 'The curriculum of this cohort has no such component.'],
  'assessment.reasonNeeded': ['Angkatan sudah selesai: tulis alasan koreksi nilai.', 'The cohort is over: give a reason for the correction.'],
  'assessment.twiceInRequest': ['Nilai ini disebut dua kali dalam satu permintaan.', 'This score is named twice in one request.'],
};

import { describe, expect, it } from '@jest/globals';
import { wordOutcome, wordResult, wordSummary } from './graduation.labels.js';
import type { CriterionResult } from './graduation.types.js';

const attendance: CriterionResult = { criterion: 'attendance', component: null, title: null, state: 'met', value: 85, threshold: 80, reached: 34, planned: 40 };
const modules: CriterionResult = { criterion: 'modules', component: null, title: null, state: 'unmet', value: 5, threshold: 6, reached: 5, planned: 6 };
const task: CriterionResult = { criterion: 'component', component: 'task', title: 'Tugas akhir', state: 'not_judged', value: null, threshold: 65, reached: null, planned: null };
const score: CriterionResult = { criterion: 'score', component: null, title: null, state: 'met', value: 85.5, threshold: 70, reached: null, planned: null };

describe('a result in words', () => {
  it.each([
    [attendance, 'Kehadiran', 'Kehadiran 34 dari 40 JP = 85%, batas 80%', 'Terpenuhi', 'Attendance 34 of 40 JP = 85%, threshold 80%'],
    [{ ...attendance, state: 'impossible' as const, value: 79.9, reached: 19.99, planned: 25 }, 'Kehadiran', 'Kehadiran 19,99 dari 25 JP = 79,9%, batas 80%', 'Tidak mungkin lagi dipenuhi', 'Attendance 19.99 of 25 JP = 79.9%, threshold 80%'],
    [{ ...attendance, state: 'not_judged' as const, value: null, reached: 0, planned: 0 }, 'Kehadiran', 'Kehadiran belum dapat dihitung: tidak ada JP yang diperhitungkan, batas 80%', 'Belum dinilai', 'Attendance cannot be told: no JP count, threshold 80%'],
    [modules, 'Materi wajib', 'Materi wajib 5 dari 6 selesai', 'Tidak terpenuhi', 'Required activities 5 of 6 completed'],
    [task, 'Tugas akhir', 'Tugas akhir belum dinilai, batas 65', 'Belum dinilai', 'Tugas akhir not judged yet, threshold 65'],
    [score, 'Nilai akhir', 'Nilai akhir 85,5, batas 70', 'Terpenuhi', 'Final score 85.5, threshold 70'],
  ])('%#', (result, title, sentence, stateWord, english) => {
    expect(wordResult(result, 'id')).toEqual({ title, sentence, stateWord });
    expect(wordResult(result, 'en').sentence).toBe(english);
  });

  it.each([
    ['id', 'participant', 'Anda memenuhi 2 dari 4 syarat. Kurang: Materi wajib 5 dari 6 selesai; Tugas akhir belum dinilai, batas 65.'],
    ['id', 'staff', 'Memenuhi 2 dari 4 syarat. Kurang: Materi wajib 5 dari 6 selesai; Tugas akhir belum dinilai, batas 65.'],
    ['en', 'participant', 'You meet 2 of 4 criteria. Lacking: Required activities 5 of 6 completed; Tugas akhir not judged yet, threshold 65.'],
    ['en', 'staff', 'Meets 2 of 4 criteria. Lacking: Required activities 5 of 6 completed; Tugas akhir not judged yet, threshold 65.'],
  ] as const)('sums up in %s for %s', (locale, reader, text) => {
    expect(wordSummary([attendance, modules, task, score], locale, reader)).toBe(text);
  });

  it('lacks nothing where all is met', () => {
    expect(wordSummary([attendance, score], 'id', 'participant')).toBe('Anda memenuhi 2 dari 2 syarat.');
  });

  it('names the outcomes', () => {
    expect((['graduated', 'attended', 'failed'] as const).map((outcome) => wordOutcome(outcome, 'id'))).toEqual(['Lulus', 'Telah Mengikuti', 'Tidak Lulus']);
  });
});

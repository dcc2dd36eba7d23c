import type { SelectionStep } from '../admission/index.js';
import type { Wording } from '../platform/locale.types.js';
import type { StepStanding } from './selection.types.js';

export const selectionStepLabels: Readonly<Record<SelectionStep, Wording>> = {
  administration: { id: 'Administrasi', en: 'Papers' },
  substance: { id: 'Substansi', en: 'Substance test' },
};

export const stepStandingLabels: Readonly<Record<StepStanding, Wording>> = {
  passed: { id: 'Lolos', en: 'Passed' },
  missing: { id: 'Belum dinilai', en: 'Not judged yet' },
  failed: { id: 'Tidak lolos', en: 'Not passed' },
};

/** The order of choosing, as the screen and the minutes explain it. */
export const rankingCriteria: readonly Wording[] = [
  { id: 'Lolos semua tahap seleksi yang diminta', en: 'All steps of the selection passed' },
  { id: 'Belum pernah mengikuti pelatihan', en: 'Never trained before' },
  { id: 'Eselon yang lebih tinggi', en: 'The higher echelon' },
  { id: 'Urutan pada surat usulan', en: 'The place on the letter' },
  { id: 'Waktu usulan diterima', en: 'The time of the nomination' },
];

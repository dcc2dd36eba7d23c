import type { Locale, Wording } from '../platform/locale.types.js';
import { formatNumber, formatPercent } from '../platform/numbers.rules.js';
import type { CriteriaProblemCode } from './criteria.types.js';
import type { CriterionResult, CriterionState, GraduationOutcome } from './graduation.types.js';

/** A result in words. Participant, organiser and HR read the same. */
export interface WordedResult {
  /** Name of the criterion: `Kehadiran`. */
  readonly title: string;
  /** Value against threshold: `Kehadiran 34 dari 40 JP = 85%, batas 80%`. */
  readonly sentence: string;
  /** Word of the state: `Terpenuhi`. */
  readonly stateWord: string;
}

export const criterionStateLabels: Readonly<Record<CriterionState, Wording>> = {
  met: { id: 'Terpenuhi', en: 'Met' },
  unmet: { id: 'Tidak terpenuhi', en: 'Not met' },
  not_judged: { id: 'Belum dinilai', en: 'Not judged yet' },
  still_possible: { id: 'Masih dapat dipenuhi', en: 'Can still be met' },
  impossible: { id: 'Tidak mungkin lagi dipenuhi', en: 'Can no longer be met' },
};

const outcomeLabels: Readonly<Record<GraduationOutcome, Wording>> = {
  graduated: { id: 'Lulus', en: 'Graduated' },
  attended: { id: 'Telah Mengikuti', en: 'Attended' },
  failed: { id: 'Tidak Lulus', en: 'Not graduated' },
};

const criterionTitles: Readonly<Record<CriterionResult['criterion'], Wording>> = {
  attendance: { id: 'Kehadiran', en: 'Attendance' },
  modules: { id: 'Materi wajib', en: 'Required activities' },
  score: { id: 'Nilai akhir', en: 'Final score' },
  component: { id: 'Nilai', en: 'Score' },
};

/** The words of one criterion. */
export function wordResult(result: CriterionResult, locale: Locale): WordedResult {
  const title = result.title ?? criterionTitles[result.criterion][locale];
  return { title, sentence: sentenceOf(result, title, locale), stateWord: criterionStateLabels[result.state][locale] };
}

/** Lulus, Telah Mengikuti or Tidak Lulus. */
export function wordOutcome(outcome: GraduationOutcome, locale: Locale): string {
  return outcomeLabels[outcome][locale];
}

/** How many criteria are met and what lacks: `Anda memenuhi 3 dari 4 syarat. Kurang: …`. To anyone but the participant it speaks without `Anda`. */
export function wordSummary(results: readonly CriterionResult[], locale: Locale, reader: 'participant' | 'staff'): string {
  const lacking = results.filter(({ state }) => state !== 'met').map((result) => wordResult(result, locale).sentence);
  const counts = { met: formatNumber(results.length - lacking.length, locale), all: formatNumber(results.length, locale) };
  const opening = locale === 'id'
    ? `${reader === 'participant' ? 'Anda memenuhi' : 'Memenuhi'} ${counts.met} dari ${counts.all} syarat.`
    : `${reader === 'participant' ? 'You meet' : 'Meets'} ${counts.met} of ${counts.all} criteria.`;
  if (lacking.length === 0) return opening;
  return `${opening} ${locale === 'id' ? 'Kurang' : 'Lacking'}: ${lacking.join('; ')}.`;
}

function sentenceOf(result: CriterionResult, title: string, locale: Locale): string {
  if (result.criterion === 'attendance') return attendanceSentence(result, title, locale);
  if (result.criterion === 'modules') return modulesSentence(result, title, locale);
  const limit = formatNumber(result.threshold, locale);
  if (result.value === null) return locale === 'id' ? `${title} belum dinilai, batas ${limit}` : `${title} not judged yet, threshold ${limit}`;
  const value = formatNumber(result.value, locale);
  return locale === 'id' ? `${title} ${value}, batas ${limit}` : `${title} ${value}, threshold ${limit}`;
}

function attendanceSentence(result: CriterionResult, title: string, locale: Locale): string {
  const limit = formatPercent(result.threshold, locale);
  if (result.value === null) {
    return locale === 'id' ? `${title} belum dapat dihitung: tidak ada JP yang diperhitungkan, batas ${limit}` : `${title} cannot be told: no JP count, threshold ${limit}`;
  }
  const [reached, planned] = [formatNumber(result.reached ?? 0, locale), formatNumber(result.planned ?? 0, locale)];
  const percent = formatPercent(result.value, locale);
  return locale === 'id' ? `${title} ${reached} dari ${planned} JP = ${percent}, batas ${limit}` : `${title} ${reached} of ${planned} JP = ${percent}, threshold ${limit}`;
}

function modulesSentence({ reached, planned }: CriterionResult, title: string, locale: Locale): string {
  const counts = [formatNumber(reached ?? 0, locale), formatNumber(planned ?? 0, locale)];
  return locale === 'id' ? `${title} ${counts[0]} dari ${counts[1]} selesai` : `${title} ${counts[0]} of ${counts[1]} completed`;
}

export const criteriaProblemLabels: Readonly<Record<CriteriaProblemCode, Wording>> = {
  nothingDemanded: { id: 'Tetapkan paling sedikit satu syarat', en: 'Demand at least one thing' },
  attendanceOutOfBounds: { id: 'Batas kehadiran harus 0–100%', en: 'The attendance threshold must be 0–100%' },
  attendanceTooFine: { id: 'Batas kehadiran paling banyak satu angka di belakang koma', en: 'The attendance threshold takes one decimal at most' },
  finalScoreOutOfBounds: { id: 'Batas nilai akhir harus 0–100', en: 'The least final score must be 0–100' },
  finalScoreWithoutComponents: { id: 'Batas nilai akhir memerlukan komponen berbobot', en: 'A least final score needs components with weight' },
  weightsNotHundred: { id: 'Jumlah bobot harus 100', en: 'The weights must sum to 100' },
  weightOutOfBounds: { id: 'Bobot harus 0–100', en: 'A weight must be 0–100' },
  componentScoreOutOfBounds: { id: 'Batas nilai komponen harus 0–100', en: 'The least score of a component must be 0–100' },
  componentCodeRepeated: { id: 'Kode komponen ini sudah dipakai', en: 'This component code is already taken' },
  componentCodeEmpty: { id: 'Kode komponen wajib diisi', en: 'A component needs a code' },
  bandsNotDescending: { id: 'Urutkan predikat dari batas tertinggi', en: 'List the predicates from the highest bound down' },
  bandOutOfBounds: { id: 'Batas predikat harus 0–100', en: 'The bound of a predicate must be 0–100' },
  bandTitleEmpty: { id: 'Nama predikat wajib diisi', en: 'A predicate needs a name' },
  bandsWithoutComponents: { id: 'Predikat memerlukan komponen berbobot', en: 'Predicates need components with weight' },
  bandsLeaveGap: { id: 'Predikat terendah harus menjangkau batas nilai akhir', en: 'The lowest predicate must reach down to the least final score' },
};

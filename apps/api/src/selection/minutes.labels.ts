import { enrolmentStateLabels, formatDate, formatDateRange, formatNumber, rankingCriteria, selectionStepLabels, type MinutesSnapshot } from '@jenjang/shared';

/** Words of the minutes; Indonesian, as every paper of an agency. */
export const minutesWords = {
  heading: 'BERITA ACARA SELEKSI PESERTA',
  number: (number: string): string => `Nomor: ${number}`,
  criteria: 'Kriteria dan urutan pemilihan',
  results: 'Hasil seleksi',
  choices: 'Pemilihan di luar urutan',
  noChoices: 'Seluruh peserta dipilih menurut urutan di atas.',
  committee: 'Panitia seleksi',
  columns: ['No.', 'Nama dan NIP', 'Jabatan dan unit kerja', 'Eselon', 'Pernah ikut', 'Admin.', 'Nilai', 'Hasil'],
  closing: 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
  never: 'belum',
  times: (count: number): string => `${String(count)} kali`,
  papers: (passed: boolean | null): string => (passed === null ? '–' : passed ? 'lengkap' : 'kurang'),
  pageOf: (page: number, pages: number): string => `Halaman ${String(page)} dari ${String(pages)}`,
  passedOver: (rank: number, names: readonly string[]): string => `Peringkat ${String(rank)}, mendahului ${String(names.length)} orang: ${names.join('; ')}.`,
  reason: (reason: string, by: string | null): string => `Alasan: ${reason}${by ? ` (${by})` : ''}`,
} as const;

/** The first paragraph: when, where, what about. */
export function openingOf({ heldOn, place, cohort, agency }: MinutesSnapshot): string {
  return `Pada hari ${formatDate(heldOn, 'id', 'weekday')}, bertempat di ${place}, panitia seleksi ${agency.name} telah menyeleksi calon peserta ${cohort.name} (${cohort.programmeName}), `
    + `yang dilaksanakan ${formatDateRange(cohort.startsOn, cohort.endsOn, 'id')} dengan ${formatNumber(cohort.capacity, 'id')} kursi.`;
}

/** The order of choosing, with the demands of the steps. */
export function criteriaOf({ steps, passingScore }: MinutesSnapshot): readonly string[] {
  const names = steps.map((step) => (step === 'substance' ? `${selectionStepLabels[step].id} (nilai paling sedikit ${formatNumber(passingScore, 'id')})` : selectionStepLabels[step].id));
  return rankingCriteria.map(({ id }, index) => (index > 0 ? id : names.length === 0 ? 'Tanpa tahap seleksi' : `${id}: ${names.join(', ')}`));
}

/** How many ended where, in words. */
export function totalsOf({ lines }: MinutesSnapshot): string {
  const states = [...new Set(lines.map(({ state }) => state))];
  const counts = states.map((state) => `${enrolmentStateLabels[state].id.toLowerCase()} ${String(lines.filter((line) => line.state === state).length)}`);
  return `Calon peserta ${String(lines.length)} orang: ${counts.join(', ')}.`;
}

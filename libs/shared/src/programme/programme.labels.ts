import type { NumberTemplateProblemCode } from '../certificate/number.types.js';
import type { CriteriaProblemCode } from '../graduation/criteria.types.js';
import { criteriaProblemLabels } from '../graduation/index.js';
import type { GraduationCriteria } from '../graduation/graduation.types.js';
import type { Locale, Wording } from '../platform/locale.types.js';
import { formatNumber, formatPercent } from '../platform/numbers.rules.js';
import type { ActivityKind, Audience, CurriculumProblem, CurriculumProblemCode, CurriculumState, DiklatForm } from './programme.types.js';

export const curriculumStateLabels: Readonly<Record<CurriculumState, Wording>> = {
  draft: { id: 'Rancangan', en: 'Draft' },
  published: { id: 'Terbit', en: 'Published' },
  retired: { id: 'Tidak dipakai lagi', en: 'Retired' },
};

export const activityKindLabels: Readonly<Record<ActivityKind, Wording>> = {
  page: { id: 'Halaman', en: 'Page' },
  pdf: { id: 'PDF', en: 'PDF' },
  video: { id: 'Video', en: 'Video' },
};

export const audienceLabels: Readonly<Record<Audience, Wording>> = {
  asn: { id: 'ASN', en: 'Civil servants' },
  public: { id: 'Masyarakat umum', en: 'General public' },
};

export const diklatFormLabels: Readonly<Record<DiklatForm, Wording>> = {
  klasikal: { id: 'Klasikal', en: 'Classroom' },
  nonklasikal: { id: 'Nonklasikal', en: 'Non-classroom' },
};

const problemSentences: Readonly<Record<Exclude<CurriculumProblemCode, 'criteria' | 'numberTemplate'>, Wording>> = {
  noModule: { id: 'Tambahkan paling sedikit satu mata pelatihan', en: 'Add at least one module' },
  lessonHoursDiffer: { id: 'Jumlah JP mata pelatihan {modules}, sedangkan kurikulum {curriculum} JP', en: 'The modules sum to {modules} JP while the curriculum has {curriculum} JP' },
  moduleEmpty: { id: 'Mata pelatihan “{title}” belum berisi materi', en: 'Module “{title}” holds no material yet' },
  kindDiffers: { id: 'Jenis sertifikat tidak sesuai dengan hasil: Lulus memakai sertifikat kelulusan, Telah Mengikuti memakai sertifikat keikutsertaan', en: 'The kind of certificate does not suit the outcome: graduates get a certificate of graduation, attendees one of attendance' },
  modulesWithoutContent: { id: 'Syarat “semua materi selesai” memerlukan paling sedikit satu materi wajib', en: 'The criterion “all material completed” needs at least one required activity' },
};

const numberSentences: Readonly<Record<NumberTemplateProblemCode, Wording>> = {
  empty: { id: 'Pola nomor wajib diisi', en: 'The number template is required' },
  tooLong: { id: 'Pola nomor terlalu panjang, maksimum 80 karakter', en: 'The number template is too long, at most 80 characters' },
  unknownToken: { id: 'Token {token} tidak dikenal', en: 'Token {token} is not known' },
  brace: { id: 'Kurung kurawal {token} tidak berpasangan', en: 'Brace {token} has no partner' },
  noSequence: { id: 'Pola nomor memerlukan nomor urut {token}', en: 'The number template needs the sequence {token}' },
  scopeMissing: { id: 'Pola nomor memerlukan {token}, sebab urutan dimulai lagi untuk setiap nilainya', en: 'The number template needs {token}, because the sequence starts again for each of its values' },
  agencyMissing: { id: 'Tanpa {token} nomor dapat sama dengan nomor instansi lain', en: 'Without {token} a number may equal that of another agency' },
};

/** One problem of a curriculum in words. */
export function wordCurriculumProblem({ code, facts }: CurriculumProblem, locale: Locale): string {
  if (code === 'criteria') return criteriaProblemLabels[facts['rule'] as CriteriaProblemCode][locale];
  const sentence = code === 'numberTemplate' ? numberSentences[facts['rule'] as NumberTemplateProblemCode] : problemSentences[code];
  return sentence[locale].replace(/\{(\w+)\}/g, (_, name: string) => shown(facts[name], locale));
}

function shown(value: string | number | undefined, locale: Locale): string {
  return typeof value === 'number' ? formatNumber(value, locale) : (value ?? '…');
}

/** The criteria as sentences, in the order in which they are judged. */
export function wordCriteria(criteria: GraduationCriteria, locale: Locale): readonly string[] {
  const id = locale === 'id';
  const { minAttendancePercent: attendance, minFinalScore: score } = criteria;
  const excused = criteria.excusedLeavesDenominator
    ? (id ? '; izin, sakit, dan dinas luar tidak dihitung' : '; permitted, sick and on-duty absences do not count')
    : (id ? '; izin, sakit, dan dinas luar tetap dihitung' : '; permitted, sick and on-duty absences still count');
  return [
    ...(attendance === null ? [] : [`${id ? 'Hadir paling sedikit' : 'Attends at least'} ${formatPercent(attendance, locale)} ${id ? 'dari JP sesi wajib yang direncanakan' : 'of the planned JP of mandatory sessions'}${excused}`]),
    ...(criteria.allModules ? [id ? 'Menyelesaikan semua materi wajib' : 'Completes all required activities'] : []),
    ...(score === null ? [] : [`${id ? 'Nilai akhir paling sedikit' : 'Final score of at least'} ${formatNumber(score, locale)}`]),
    ...criteria.components.filter(({ minScore }) => minScore !== null).map(({ title, minScore }) => `${title} ${id ? 'paling sedikit' : 'at least'} ${formatNumber(minScore ?? 0, locale)}`),
  ];
}

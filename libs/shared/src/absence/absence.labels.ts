import { formatNumber, formatPercent } from '../platform/numbers.rules.js';
import type { Locale, Wording } from '../platform/locale.types.js';
import type { AbsenceEffect, AbsenceKind, AbsenceState } from './absence.types.js';

export const absenceKindLabels: Readonly<Record<AbsenceKind, Wording>> = {
  permitted: { id: 'Izin', en: 'Personal leave' },
  sick: { id: 'Sakit', en: 'Sick' },
  on_duty: { id: 'Dinas luar', en: 'On duty elsewhere' },
};

export const absenceStateLabels: Readonly<Record<AbsenceState, Wording>> = {
  open: { id: 'Menunggu keputusan', en: 'Waiting for a decision' },
  approved: { id: 'Disetujui', en: 'Approved' },
  refused: { id: 'Ditolak', en: 'Refused' },
  withdrawn: { id: 'Dibatalkan', en: 'Withdrawn' },
};

/** The effect in one sentence, the same for participant and staff. */
export function wordAbsenceEffect(effect: AbsenceEffect, locale: Locale): string {
  const { lessonHours, ifApproved, ifRefused, minAttendancePercent: least } = effect;
  const hours = formatNumber(lessonHours, locale);
  const planned = formatNumber(ifApproved.plannedLessonHours, locale);
  const [yes, no] = [formatPercent(ifApproved.reachablePercent, locale), formatPercent(ifRefused.reachablePercent, locale)];
  const first = locale === 'id'
    ? `Bila disetujui, ${hours} dari ${planned} JP tidak dihitung sebagai alpa dan kehadiran paling tinggi ${yes}; bila tidak, ${no}.`
    : `If approved, ${hours} of ${planned} lesson hours do not count as absence and attendance can reach ${yes}; if not, ${no}.`;
  return least === null ? first : `${first} ${wordThreshold(effect, formatPercent(least, locale), locale)}`;
}

function wordThreshold({ reachableIfApproved, reachableIfRefused }: AbsenceEffect, least: string, locale: Locale): string {
  const words = reachableIfApproved
    ? reachableIfRefused
      ? [`Batas ${least} masih dapat tercapai.`, `The least of ${least} can still be reached.`]
      : [`Batas ${least} hanya dapat tercapai bila disetujui.`, `The least of ${least} can only be reached if approved.`]
    : [`Batas ${least} tidak dapat tercapai lagi.`, `The least of ${least} can no longer be reached.`];
  return words[locale === 'id' ? 0 : 1] ?? '';
}

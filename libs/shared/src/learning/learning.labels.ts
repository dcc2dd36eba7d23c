import type { Locale, Wording } from '../platform/locale.types.js';
import { formatDate, formatNumber } from '../platform/index.js';
import type { ActivityState, LockReason } from './learning.types.js';

export const activityStateLabels: Readonly<Record<ActivityState, Wording>> = {
  locked: { id: 'Terkunci', en: 'Locked' },
  open: { id: 'Terbuka', en: 'Open' },
  done: { id: 'Selesai', en: 'Done' },
};

/** Why a module is locked, and what opens it. */
export function wordLock(lock: LockReason, locale: Locale): string {
  if (lock.code === 'notStarted') {
    const date = formatDate(lock.startsOn, locale);
    return locale === 'id' ? `Terbuka mulai ${date}` : `Opens on ${date}`;
  }
  const left = formatNumber(lock.left, locale);
  return locale === 'id' ? `Terbuka setelah “${lock.title}” selesai, tinggal ${left} materi` : `Opens after “${lock.title}”, ${left} left`;
}

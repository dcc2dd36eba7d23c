import type { ClosingBlock, DayMoment } from '@jenjang/shared/day';
import type { IconName } from '../ui/icon-paths';
import type { Tone } from '../ui/tone.types';

/** How the standing of a session in its day is drawn. */
export const momentLooks: Readonly<Record<DayMoment, { readonly tone: Tone; readonly icon: IconName }>> = {
  now: { tone: 'info', icon: 'clock' },
  next: { tone: 'neutral', icon: 'waiting' },
  later: { tone: 'neutral', icon: 'calendar' },
  over: { tone: 'warn', icon: 'alert' },
  closed: { tone: 'ok', icon: 'lock' },
  cancelled: { tone: 'past', icon: 'forbidden' },
};

/** Where what a session needs is done, below its cohort; null for what time alone brings. */
export function placeOfNeed(block: ClosingBlock, sessionId: string): readonly string[] | null {
  const places: Readonly<Record<ClosingBlock, readonly string[] | null>> = {
    notOver: null,
    unmarked: ['presensi', sessionId],
    flags: ['presensi', sessionId, 'mandiri', 'tanda'],
    devices: ['kios'],
    absences: ['izin'],
  };
  return places[block];
}

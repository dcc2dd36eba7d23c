import type { CohortState } from '@jenjang/shared/cohort';
import type { IconName } from '../ui/icon-paths';
import type { Tone } from '../ui/tone.types';

/** How each state of a cohort is drawn. */
export const cohortStateLooks: Readonly<
  Record<CohortState, { readonly tone: Tone; readonly icon: IconName }>
> = {
  planned: { tone: 'neutral', icon: 'pencil' },
  enrolling: { tone: 'info', icon: 'users' },
  running: { tone: 'info', icon: 'clock' },
  completed: { tone: 'ok', icon: 'check' },
  cancelled: { tone: 'past', icon: 'x' },
};

const nearlyFullFrom = 0.8;

/** Whether few seats are left, so that readers are warned: from four fifths on. */
export function isNearlyFull({ seatsTaken, capacity }: { seatsTaken: number; capacity: number }): boolean {
  return seatsTaken >= capacity * nearlyFullFrom;
}

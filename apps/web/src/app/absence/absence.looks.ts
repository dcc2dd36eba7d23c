import type { AbsenceState } from '@jenjang/shared/absence';
import type { IconName } from '../ui/icon-paths';
import type { Tone } from '../ui/tone.types';

/** How each standing of a request is drawn. */
export const absenceLooks: Readonly<Record<AbsenceState, { readonly tone: Tone; readonly icon: IconName }>> =
  {
    open: { tone: 'warn', icon: 'waiting' },
    approved: { tone: 'ok', icon: 'check' },
    refused: { tone: 'bad', icon: 'x' },
    withdrawn: { tone: 'past', icon: 'x' },
  };

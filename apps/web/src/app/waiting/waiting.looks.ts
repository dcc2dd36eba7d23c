import type { OfferOutcome } from '@jenjang/shared/waiting';
import type { IconName } from '../ui/icon-paths';
import type { Tone } from '../ui/tone.types';

/** What came of an offer, as a chip. */
export const offerLooks: Readonly<Record<OfferOutcome, { readonly tone: Tone; readonly icon: IconName }>> = {
  open: { tone: 'warn', icon: 'clock' },
  accepted: { tone: 'ok', icon: 'check' },
  declined: { tone: 'neutral', icon: 'x' },
  lapsed: { tone: 'bad', icon: 'waiting' },
};

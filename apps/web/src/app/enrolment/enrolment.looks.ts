import type { EnrolmentState } from '@jenjang/shared/enrolment';
import type { IconName } from '../ui/icon-paths';
import type { Tone } from '../ui/tone.types';

/** How each standing of a participant is drawn. */
export const enrolmentStateLooks: Readonly<
  Record<EnrolmentState, { readonly tone: Tone; readonly icon: IconName }>
> = {
  nominated: { tone: 'neutral', icon: 'mail' },
  approved: { tone: 'info', icon: 'check' },
  waitlisted: { tone: 'warn', icon: 'waiting' },
  offered: { tone: 'info', icon: 'waiting' },
  accepted: { tone: 'ok', icon: 'check' },
  rejected: { tone: 'bad', icon: 'x' },
  withdrawn: { tone: 'past', icon: 'signOut' },
};

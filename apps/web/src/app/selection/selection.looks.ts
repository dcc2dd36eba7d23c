import type { EnrolmentState } from '@jenjang/shared/enrolment';
import type { StepStanding } from '@jenjang/shared/selection';
import type { IconName } from '../ui/icon-paths';
import type { Tone } from '../ui/tone.types';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

/** How each standing of a candidate is drawn. */
export const stateLooks: Readonly<Record<EnrolmentState, Look>> = {
  nominated: { tone: 'neutral', icon: 'mail' },
  approved: { tone: 'info', icon: 'check' },
  waitlisted: { tone: 'warn', icon: 'waiting' },
  offered: { tone: 'info', icon: 'waiting' },
  accepted: { tone: 'ok', icon: 'check' },
  rejected: { tone: 'bad', icon: 'x' },
  withdrawn: { tone: 'past', icon: 'signOut' },
};

/** How the outcome of a step is drawn. */
export const standingLooks: Readonly<Record<StepStanding, Look>> = {
  passed: { tone: 'ok', icon: 'check' },
  missing: { tone: 'neutral', icon: 'clock' },
  failed: { tone: 'bad', icon: 'x' },
};

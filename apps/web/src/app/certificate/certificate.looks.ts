import type { CertificateStanding } from '@jenjang/shared/certificate';
import type { IconName } from '../ui/icon-paths';
import type { Tone } from '../ui/tone.types';

/** How each standing of a certificate is drawn; its word comes from `certificateStateLabels`. */
export const certificateLooks: Readonly<
  Record<CertificateStanding, { readonly tone: Tone; readonly icon: IconName }>
> = {
  active: { tone: 'ok', icon: 'check' },
  suspended: { tone: 'warn', icon: 'pause' },
  revoked: { tone: 'bad', icon: 'forbidden' },
  superseded: { tone: 'past', icon: 'refresh' },
  expired: { tone: 'neutral', icon: 'clock' },
};

import type { AccountState, PersonCertificate } from '@jenjang/shared/person';
import type { IconName } from '../ui/icon-paths';
import type { Tone } from '../ui/tone.types';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

export const accountLooks: Readonly<Record<AccountState, Look>> = {
  none: { tone: 'neutral', icon: 'person' },
  invited: { tone: 'warn', icon: 'mail' },
  active: { tone: 'ok', icon: 'check' },
  disabled: { tone: 'bad', icon: 'forbidden' },
};

export const certificateLooks: Readonly<Record<PersonCertificate['state'], Look>> = {
  active: { tone: 'ok', icon: 'check' },
  suspended: { tone: 'warn', icon: 'pause' },
  revoked: { tone: 'bad', icon: 'forbidden' },
  superseded: { tone: 'past', icon: 'history' },
};

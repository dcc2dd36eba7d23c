import type { MessageChannel, MessageState } from '@jenjang/shared/message';
import type { IconName } from '../ui/icon-paths';
import type { Tone } from '../ui/tone.types';

export const stateLooks: Readonly<Record<MessageState, { readonly tone: Tone; readonly icon: IconName }>> = {
  queued: { tone: 'neutral', icon: 'waiting' },
  sending: { tone: 'info', icon: 'refresh' },
  sent: { tone: 'ok', icon: 'check' },
  delivered: { tone: 'ok', icon: 'check' },
  opened: { tone: 'ok', icon: 'eye' },
  bounced: { tone: 'bad', icon: 'error' },
  failed: { tone: 'bad', icon: 'error' },
  parked: { tone: 'warn', icon: 'pause' },
  skipped: { tone: 'past', icon: 'minus' },
};

export const channelIcons: Readonly<Record<MessageChannel, IconName>> = {
  inbox: 'bell',
  email: 'mail',
  whatsapp: 'device',
};

/** Reasons that this app has words for: `message.code.<code with _ for .>`. */
const knownCodes: readonly string[] = [
  'channelOff',
  'noAddress',
  'optedOut',
  'closedAccount',
  'placeholder',
  'uncertain',
  'whatsappSent',
  'mail.refused',
  'mail.later',
  'mail.connection',
  'mail.signIn',
  'whatsapp.refused',
  'whatsapp.later',
  'whatsapp.connection',
  'whatsapp.signIn',
  'whatsapp.notUnderstood',
  'whatsapp.late',
  'whatsapp.receipt',
  'mail',
];

/** Key of the words for why; null when there is nothing to say. */
export function codeKey(code: string | null): string | null {
  return code !== null && knownCodes.includes(code) ? `message.code.${code.replace('.', '_')}` : null;
}

/** An event as a part of an address: what holds a dot there is taken for a file. */
export function eventPath(event: string): string {
  return event.replace('.', '-');
}

/** The event of a part of an address. */
export function eventOf(path: string): string {
  return path.replace('-', '.');
}

/** Key of the words for an event: `message.event.<event with _ for .>`. */
export function eventKey(event: string): string {
  return `message.event.${event.replace('.', '_')}`;
}

import type { MessageChannel, MessageEvent, MessageState } from './message.types.js';

/** What decides by which ways a reader is told. */
export interface ReaderWays {
  /** Mail address; null when none is known. */
  readonly email: string | null;
  /** Number for WhatsApp to which the reader agreed; null without consent. */
  readonly whatsapp: string | null;
  readonly wantsEmail: boolean;
  /** An account that was closed is told nothing outside the program. */
  readonly closed: boolean;
}

/** Which channels this installation has. */
export interface ChannelsOn {
  readonly email: boolean;
  readonly whatsapp: boolean;
  /** Minutes after which mail stands in for WhatsApp that did not go through. */
  readonly fallbackMinutes: number;
}

/** A message to be made. */
export interface PlannedMessage {
  readonly channel: MessageChannel;
  readonly state: MessageState;
  /** Why it is skipped. */
  readonly code: 'channelOff' | 'noAddress' | 'optedOut' | 'closedAccount' | null;
  readonly address: string | null;
  /** Minutes from now until it is due. */
  readonly afterMinutes: number;
  /** Stands in for the WhatsApp message of the same announcement. */
  readonly standsIn: boolean;
}

/** The messages that one announcement becomes: always the inbox, mail as a rule, WhatsApp for those who agreed, then with mail in reserve. */
export function planMessages(ways: ReaderWays, on: ChannelsOn): readonly PlannedMessage[] {
  const inbox: PlannedMessage = { channel: 'inbox', state: 'delivered', code: null, address: null, afterMinutes: 0, standsIn: false };
  const byWhatsapp = on.whatsapp && ways.whatsapp !== null && !ways.closed;
  const whatsapp: readonly PlannedMessage[] = byWhatsapp ? [{ channel: 'whatsapp', state: 'queued', code: null, address: ways.whatsapp, afterMinutes: 0, standsIn: false }] : [];
  const code = mailObstacle(ways, on);
  const email: PlannedMessage = {
    channel: 'email', state: code === null ? 'queued' : 'skipped', code, address: ways.email,
    afterMinutes: byWhatsapp && code === null ? on.fallbackMinutes : 0, standsIn: byWhatsapp && code === null,
  };
  return [inbox, ...whatsapp, email];
}

function mailObstacle(ways: ReaderWays, on: ChannelsOn): PlannedMessage['code'] {
  if (ways.closed) return 'closedAccount';
  if (!on.email) return 'channelOff';
  if (ways.email === null) return 'noAddress';
  return ways.wantsEmail ? null : 'optedOut';
}

/** Minutes until each next try: about a day and a half in all. */
const pauses = [1, 5, 15, 60, 180, 360, 720, 720];

/** Minutes until the next try after so many, or null when it is given up. */
export function nextTryAfter(attempts: number): number | null {
  return pauses[attempts - 1] ?? null;
}

/** How a try ended. */
export type Outcome =
  | { readonly kind: 'sent'; readonly state: 'sent' | 'delivered'; readonly gatewayId: string | null }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }
  | { readonly kind: 'deferred'; readonly code: string; readonly detail: string };

/** What a message becomes after a try. */
export interface AfterTry {
  readonly state: MessageState;
  readonly code: string | null;
  /** Minutes until it is due again; null when it has come to rest. */
  readonly afterMinutes: number | null;
}

/** Sent rests, refused bounces at once, deferred waits longer each time and is given up in the end. */
export function afterTry(outcome: Outcome, attempts: number): AfterTry {
  if (outcome.kind === 'sent') return { state: outcome.state, code: null, afterMinutes: null };
  if (outcome.kind === 'refused') return { state: 'bounced', code: outcome.code, afterMinutes: null };
  const minutes = nextTryAfter(attempts);
  return minutes === null ? { state: 'failed', code: outcome.code, afterMinutes: null } : { state: 'queued', code: outcome.code, afterMinutes: minutes };
}

/** What a mail server's answer means. Refused sign-in is our own fault and is tried again. */
export function mailOutcome(error: { readonly responseCode?: number; readonly code?: string; readonly message: string }): Outcome {
  const { responseCode = 0, code = '' } = error;
  const detail = error.message.slice(0, 500);
  if (code === 'EAUTH') return { kind: 'deferred', code: 'mail.signIn', detail };
  if (responseCode >= 500) return { kind: 'refused', code: 'mail.refused', detail };
  return { kind: 'deferred', code: responseCode >= 400 ? 'mail.later' : 'mail.connection', detail };
}

/** What a gateway's answer means; `body` is null when it is no JSON object. */
export function gatewayOutcome(status: number, body: Readonly<Record<string, unknown>> | null): Outcome {
  const id = body?.['id'] ?? body?.['messageId'];
  if (status >= 200 && status < 300 && (typeof id === 'string' || typeof id === 'number')) {
    return { kind: 'sent', state: body?.['status'] === 'delivered' ? 'delivered' : 'sent', gatewayId: String(id).slice(0, 200) };
  }
  const detail = `HTTP ${status}`;
  if ([400, 404, 410, 422].includes(status)) return { kind: 'refused', code: 'whatsapp.refused', detail };
  if (status === 401 || status === 403) return { kind: 'deferred', code: 'whatsapp.signIn', detail };
  return { kind: 'deferred', code: status >= 200 && status < 300 ? 'whatsapp.notUnderstood' : 'whatsapp.later', detail };
}

/** A number as gateways want it, `+628…`; null when it is none. Indonesian numbers may begin with 0 or 62. */
export function internationalNumber(text: string): string | null {
  const digits = text.replace(/[\s().-]/g, '');
  const number = digits.startsWith('+') ? digits : digits.startsWith('62') ? `+${digits}` : digits.startsWith('0') ? `+62${digits.slice(1)}` : digits;
  return /^\+[1-9][0-9]{8,14}$/.test(number) ? number : null;
}

/** Events whose link opens something by itself: their text is not shown to others. */
const secret: readonly MessageEvent[] = ['nomination.approvalAsked', 'account.reset'];
export const isSecret = (event: MessageEvent): boolean => secret.includes(event);

/** Events whose mail lets readers without an account make one. */
const welcoming: readonly MessageEvent[] = ['enrolment.accepted', 'waiting.offered', 'welcome.invited'];
export const welcomes = (event: MessageEvent): boolean => welcoming.includes(event);

/** Stands in stored texts for the link to the first sign-in: the link itself is made when the message leaves. */
export const welcomeMark = '/mulai/tautan-pribadi';

const ownPages: Partial<Readonly<Record<MessageEvent, string>>> = {
  'session.reminder': '/jadwal', 'session.changed': '/jadwal', 'session.cancelled': '/jadwal', 'attendance.absent': '/jadwal', 'attendance.corrected': '/jadwal',
  'graduation.decided': '/kelulusan', 'certificate.issued': '/sertifikat-saya',
};
const cohortPages: Partial<Readonly<Record<MessageEvent, string>>> = {
  'nomination.submitted': 'peserta', 'waiting.organiserAsked': 'peserta', 'absence.requested': 'presensi', 'welcome.paused': 'peserta',
};

/** Where the link of a message leads unless its facts say so: a path in the program. */
export function pageOf(event: MessageEvent, cohortId: string | null): string {
  const page = cohortPages[event];
  return page !== undefined && cohortId !== null ? `/angkatan/${cohortId}/${page}` : (ownPages[event] ?? '/');
}

/** A link as it is sent: paths below the public address; other addresses only when they are of the web. */
export function wholeLink(link: string, publicUrl: string): string {
  if (link.startsWith('/') && !link.startsWith('//')) return `${publicUrl}${link}`;
  return /^https?:\/\/[^\s<>"]+$/.test(link) ? link : `${publicUrl}/`;
}

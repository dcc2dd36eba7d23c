import type { Locale } from '../platform/locale.types.js';

/** What somebody may be told of. The first word is the feature that announces it. Each has placeholders and texts. */
export const messageEvents = [
  'nomination.submitted', 'nomination.approvalAsked', 'nomination.reminder', 'enrolment.approved', 'enrolment.accepted', 'enrolment.rejected', 'enrolment.waitlisted', 'enrolment.withdrawn',
  'waiting.offered', 'waiting.reminder', 'waiting.expired', 'waiting.organiserAsked', 'selection.result', 'session.reminder', 'session.changed', 'session.cancelled',
  'attendance.absent', 'attendance.corrected', 'absence.requested', 'absence.decided', 'graduation.decided', 'certificate.issued', 'class.message', 'account.reset', 'welcome.invited', 'welcome.paused',
] as const;
export type MessageEvent = (typeof messageEvents)[number];

/** One event for one reader, as a feature announces it. */
export interface Announcement {
  readonly event: MessageEvent;
  /** The reader: a person (who may have no account), or an account. */
  readonly personId?: string | null;
  readonly accountId?: string | null;
  readonly cohortId?: string | null;
  readonly agencyId?: string | null;
  /** Values for the placeholders of the event (`placeholdersOf`); plain text, never HTML. Dates as ISO, instants with `zone`. `link` leads elsewhere than by default: a path or a whole address. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  /** Saying it twice under one key is saying it once. */
  readonly key?: string;
  /** ISO instant before which nothing is sent. */
  readonly sendAfter?: string;
}

/** Ways to a reader. The inbox is the one inside the program. */
export const messageChannels = ['inbox', 'email', 'whatsapp'] as const;
export type MessageChannel = (typeof messageChannels)[number];

/**
 * What became of a message. Parked: a placeholder has no value, so nothing was sent. Skipped: the channel is off, the
 * reader has no address or wants none. Bounced: the receiving side refused for good. Sent is as far as mail can know.
 */
export const messageStates = ['queued', 'sending', 'sent', 'delivered', 'opened', 'bounced', 'failed', 'parked', 'skipped'] as const;
export type MessageState = (typeof messageStates)[number];

/** What a template says in one channel and language. */
export interface TemplateText {
  /** Subject of a mail, heading in the inbox, first line on WhatsApp. */
  readonly subject: string;
  readonly body: string;
}

/** How a value is written for its reader. */
export type PlaceholderKind = 'text' | 'number' | 'date' | 'instant' | 'code' | 'link';

/** A name in braces that a template may use. */
export interface Placeholder {
  readonly name: string;
  readonly kind: PlaceholderKind;
  readonly example: Readonly<Record<Locale, string>>;
  /** What is written when the fact is not known. Without it the message waits until the fact is there. */
  readonly nothing?: Readonly<Record<Locale, string>>;
}

/** A line of a cohort's delivery log. */
export interface MessageRow {
  readonly id: string;
  readonly event: MessageEvent;
  readonly channel: MessageChannel;
  readonly name: string;
  /** As much of the address as its owner needs to know it again. */
  readonly address: string | null;
  readonly subject: string;
  readonly state: MessageState;
  readonly code: string | null;
  readonly missing: readonly string[];
  readonly createdAt: string;
  readonly at: string;
  readonly attempts: number;
  /** Whether it can be sent once more. */
  readonly mayRepeat: boolean;
}

/** A message with every try. The text is null where its link opens something by itself. */
export interface MessageDetail extends MessageRow {
  readonly body: string | null;
  readonly tries: readonly MessageTry[];
}

export interface MessageTry {
  readonly attempt: number;
  readonly outcome: string;
  readonly code: string | null;
  readonly detail: string | null;
  readonly at: string;
}

/** Days of reminders of a cohort. */
export interface Reminders {
  readonly version: number;
  readonly days: readonly number[];
}

import type { MessageEvent } from '../message/message.types.js';

/** A message of the reader inside the program. */
export interface InboxRow {
  readonly id: string;
  readonly event: MessageEvent;
  readonly subject: string;
  readonly body: string;
  /** Where it leads. */
  readonly link: string;
  readonly cohortName: string | null;
  readonly at: string;
  readonly readAt: string | null;
}

/** What a bell shows. */
export interface Unread {
  readonly unread: number;
}

/** How a reader wants to be told outside the program. */
export interface MessagePreference {
  readonly email: boolean;
  readonly whatsapp: boolean;
  readonly whatsappNumber: string | null;
  /** Address to which mail goes; null when none is known. */
  readonly address: string | null;
  /** Whether this installation has the channel at all. */
  readonly has: { readonly email: boolean; readonly whatsapp: boolean };
}

import { Inject, Injectable } from '@nestjs/common';
import type { Facts, MessageEvent } from '@jenjang/shared';
import type { Logger } from 'pino';
import { LOG } from '../platform/index.js';
import type { MailAttachment } from './mailer.js';

/** What an attachment is made from. */
export interface AnnouncedFacts {
  readonly facts: Facts;
  readonly cohortId: string | null;
  readonly personId: string | null;
}

export type AttachmentMaker = (announced: AnnouncedFacts) => Promise<readonly MailAttachment[]>;

/** Files that features add to the mails of their events. */
@Injectable()
export class Attachments {
  private readonly makers = new Map<MessageEvent, AttachmentMaker>();

  constructor(@Inject(LOG) private readonly log: Logger) {}

  /** Says who makes the files of an event. Called once by its feature. */
  handle(event: MessageEvent, maker: AttachmentMaker): void {
    this.makers.set(event, maker);
  }

  has(event: MessageEvent): boolean {
    return this.makers.has(event);
  }

  /** The files; none when they cannot be made: the mail says enough without them. */
  async of(event: MessageEvent, announced: AnnouncedFacts): Promise<readonly MailAttachment[]> {
    try {
      return (await this.makers.get(event)?.(announced)) ?? [];
    } catch (error) {
      this.log.warn({ err: error, event }, 'no attachment');
      return [];
    }
  }
}

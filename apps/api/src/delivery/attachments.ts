import { Inject, Injectable } from '@nestjs/common';
import { welcomeMark, type Facts, type MessageEvent } from '@jenjang/shared';
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

/** Makes the path of a link to the first sign-in. */
export type WelcomeMaker = (reader: { readonly personId: string; readonly cohortId: string }) => Promise<string>;

/** What features add to messages as they leave: files, and links that are secret and so never stored with the text. */
@Injectable()
export class Attachments {
  private readonly makers = new Map<MessageEvent, AttachmentMaker>();
  private welcome: WelcomeMaker | null = null;

  constructor(@Inject(LOG) private readonly log: Logger) {}

  /** Says who makes the files of an event. Called once by its feature. */
  handle(event: MessageEvent, maker: AttachmentMaker): void {
    this.makers.set(event, maker);
  }

  /** Says who makes links to the first sign-in. Called once by its feature. */
  handleWelcome(maker: WelcomeMaker): void {
    this.welcome = maker;
  }

  /** The text as it leaves: with a link of its own where it is marked for one. */
  async complete(body: string, { personId, cohortId }: Omit<AnnouncedFacts, 'facts'>): Promise<string> {
    if (this.welcome === null || personId === null || cohortId === null) return body;
    return body.replaceAll(welcomeMark, await this.welcome({ personId, cohortId }));
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

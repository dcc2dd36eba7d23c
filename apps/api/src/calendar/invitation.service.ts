import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Attachments, type AnnouncedFacts, type MailAttachment } from '../delivery/index.js';
import { CONFIG, Database, type Config } from '../platform/index.js';
import { loadEntry, loadMailbox } from './feed.queries.js';
import { invitationFor, type Mailbox } from './ical.js';

/** Adds the calendar entry of a session to the mails about it. */
@Injectable()
export class InvitationService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly attachments: Attachments,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.attachments.handle('session.changed', (announced) => this.attach(announced, 'REQUEST'));
    this.attachments.handle('session.reminder', (announced) => this.attach(announced, 'REQUEST'));
    this.attachments.handle('session.cancelled', (announced) => this.attach(announced, 'CANCEL'));
  }

  /** The entry of the session that was announced, addressed to its reader; none where either is gone or has no mail address. */
  async attach({ facts, personId }: AnnouncedFacts, method: 'REQUEST' | 'CANCEL'): Promise<readonly MailAttachment[]> {
    const { sessionId } = facts;
    if (typeof sessionId !== 'string' || personId === null) return [];
    const [session, reader] = [await loadEntry(this.db, sessionId, personId), await loadMailbox(this.db, personId)];
    if (!session || !reader) return [];
    const { locale, ...attendee } = reader;
    return [invitationFor(session, { method, locale, publicUrl: this.config.publicUrl, organiser: this.organiser(), attendee })];
  }

  /** The sender of mail: answers go nowhere, and nobody's own address is given away. */
  private organiser(): Mailbox {
    const from = this.config.mailFrom ?? `Jenjang <no-reply@${new URL(this.config.publicUrl).hostname}>`;
    const [, name = 'Jenjang', email = from] = /^(.+?)\s*<(.+)>$/.exec(from) ?? [];
    return { name, email };
  }
}

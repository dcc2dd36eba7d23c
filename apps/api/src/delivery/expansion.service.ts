import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { planMessages, type PlannedMessage, type TemplateVersion } from '@jenjang/shared';
import { Clock, CONFIG, Database, systemActor, type Config, type Transaction } from '../platform/index.js';
import { compose, linkOf, welcomed } from './composing.js';
import { Mailer } from './mailer.js';
import { insertMessages, repeatMessage, ringBells, type NewMessage } from './message.queries.js';
import { loadNewestTemplates, loadReaders, takeAnnouncements, type AnnouncedReader } from './reader.queries.js';
import { WhatsappGateway } from './whatsapp.js';

const AT_ONCE = 500;

/** Turns announcements into messages: one per channel and reader, in the reader's words. */
@Injectable()
export class ExpansionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly whatsapp: WhatsappGateway,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes what is due, some hundreds at a time, and stores its messages in the same transaction. @returns how many were taken. */
  async expand(): Promise<number> {
    return this.db.transaction(systemActor(), async (tx) => {
      const now = this.clock.now();
      const ids = await takeAnnouncements(tx, now, AT_ONCE);
      if (ids.length === 0) return 0;
      const messages = await this.compose(tx, ids, now);
      await insertMessages(tx, messages);
      await ringBells(tx, messages.flatMap(({ channel, accountId }) => (channel === 'inbox' && accountId !== null ? [accountId] : [])));
      return ids.length;
    });
  }

  /** Makes a message anew, in the words and to the address of now, under a Message-ID of its own. */
  async repeat(tx: Transaction, { id, announcementId, channel }: { id: string; announcementId: number; channel: string }): Promise<void> {
    const planned = (await this.compose(tx, [announcementId], this.clock.now())).find((message) => message.channel === channel);
    if (!planned) return;
    await repeatMessage(tx, id, { ...planned, dueAt: this.clock.now().toISOString() });
    if (planned.channel === 'inbox' && planned.accountId !== null) await ringBells(tx, [planned.accountId]);
  }

  private async compose(tx: Transaction, ids: readonly number[], now: Date): Promise<readonly NewMessage[]> {
    const readers = await loadReaders(tx, ids);
    const newest = await loadNewestTemplates(tx, readers.map(({ event }) => event), readers.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId])));
    return readers.flatMap((reader) => this.messagesFor(reader, newest, now));
  }

  private messagesFor(reader: AnnouncedReader, newest: readonly TemplateVersion[], now: Date): readonly NewMessage[] {
    const on = { email: this.mailer.ready, whatsapp: this.whatsapp.ready, fallbackMinutes: this.config.whatsappFallbackMinutes };
    const planned = planMessages(reader, on).map((plan) => ({ plan, id: randomUUID() }));
    const whatsappId = planned.find(({ plan }) => plan.channel === 'whatsapp')?.id ?? null;
    return planned.map(({ plan, id }) => this.messageOf(reader, plan, newest, { id, now, standsInFor: plan.standsIn ? whatsappId : null }));
  }

  private messageOf(announced: AnnouncedReader, plan: PlannedMessage, newest: readonly TemplateVersion[], { id, now, standsInFor }: { id: string; now: Date; standsInFor: string | null }): NewMessage {
    const reader = welcomed(announced, plan.channel);
    const text = compose(reader, plan.channel, newest, this.config.publicUrl);
    const missing = 'missing' in text ? text.missing : [];
    const isParked = missing.length > 0 && plan.state !== 'skipped';
    const { announcementId, event, personId, accountId, cohortId, agencyId, locale } = reader;
    return {
      id, announcementId, event, personId, accountId, cohortId, agencyId, locale, channel: plan.channel, address: plan.address, standsInFor,
      ...('filled' in text ? text.filled : { subject: '', body: '' }), link: linkOf(event, reader, this.config.publicUrl),
      state: isParked ? 'parked' : plan.state, code: isParked ? 'placeholder' : plan.code, details: isParked ? { missing } : {},
      dueAt: new Date(now.getTime() + plan.afterMinutes * 60_000).toISOString(),
    };
  }
}

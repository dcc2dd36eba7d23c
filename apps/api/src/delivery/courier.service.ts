import { Injectable } from '@nestjs/common';
import { afterTry, welcomeMark, welcomes, type Outcome } from '@jenjang/shared';
import { Clock, Database, systemActor } from '../platform/index.js';
import { Attachments, type AnnouncedFacts } from './attachments.js';
import { Mailer, type MailAttachment } from './mailer.js';
import { claimMessage, giveWayToMail, putBackForsaken, recordOutcome, recordReceipt, type ClaimedMessage } from './message.queries.js';
import { WhatsappGateway } from './whatsapp.js';

/** Messages that one process sends at the same time. */
const LANES = 8;
/**
 * A try ends within 90 s. Whoever has not said so after five minutes is dead; then the message is sent again under the
 * same Message-ID, and its log says that nobody knows about the try before.
 */
export const CLAIM_MS = 300_000;

/** Carries messages to mail servers and gateways: notes the try, sends, notes how it ended. */
@Injectable()
export class CourierService {
  private readonly lanes = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly whatsapp: WhatsappGateway,
    private readonly attachments: Attachments,
  ) {}

  /** Sends everything that is due. Lanes that are free begin at once, however long another one waits for a slow server. */
  async carry(): Promise<void> {
    await putBackForsaken(this.db, this.clock.now());
    await giveWayToMail(this.db, this.clock.now());
    while (this.lanes.size < LANES) {
      const lane = this.lane().finally(() => this.lanes.delete(lane));
      this.lanes.add(lane);
    }
    await Promise.all(this.lanes);
  }

  /** What a gateway tells later of a message that it took. */
  async noteReceipt(gatewayId: string, outcome: 'delivered' | 'opened' | 'failed'): Promise<void> {
    await this.db.transaction(systemActor(), (tx) => recordReceipt(tx, gatewayId, outcome));
  }

  /** Begins no more tries, and waits for those that are open. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.allSettled(this.lanes);
  }

  private async lane(): Promise<void> {
    while (!this.stopped) {
      const now = this.clock.now();
      const message = await claimMessage(this.db, now, new Date(now.getTime() + CLAIM_MS));
      if (!message) return;
      const outcome = await this.send(message);
      await recordOutcome(this.db, message, outcome, afterTry(outcome, message.tries), this.clock.now());
    }
  }

  private async send(message: ClaimedMessage): Promise<Outcome> {
    const id = `${message.id}.${String(message.round)}`;
    const { address: to, subject, locale } = message;
    const body = await this.bodyOf(message);
    if (message.channel === 'whatsapp') return this.whatsapp.send({ id, to, text: `*${subject}*\n\n${body}` });
    return this.mailer.send({ id, to, subject, body, locale, attachments: await this.attachmentsOf(message) });
  }

  private async bodyOf({ event, body, announcementId }: ClaimedMessage): Promise<string> {
    if (!welcomes(event) || !body.includes(welcomeMark)) return body;
    const announced = await this.announced(announcementId);
    return announced ? this.attachments.complete(body, announced) : body;
  }

  private async attachmentsOf({ event, announcementId }: ClaimedMessage): Promise<readonly MailAttachment[]> {
    if (!this.attachments.has(event)) return [];
    const announced = await this.announced(announcementId);
    return announced ? this.attachments.of(event, announced) : [];
  }

  private async announced(id: number): Promise<AnnouncedFacts | null> {
    const [row] = await this.db.read<AnnouncedFacts>(`select facts, cohort_id as "cohortId", person_id as "personId" from announcement where id = $1`, [id]);
    return row ?? null;
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal, type TemplateText } from '@jenjang/shared';
import { loadReader, Mailer } from '../delivery/index.js';
import { Database, RateLimit, type Actor } from '../platform/index.js';

const testsPerAccount = { name: 'message-test', points: 20, seconds: 600 };
const mark = { id: '[Uji]', en: '[Test]' } as const;

/** A text sent to whoever is writing it, at once and without a trace in the log. */
@Injectable()
export class TestMail {
  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
    private readonly limits: RateLimit,
  ) {}

  /** @throws Refusal when mail is off, the writer has no address, or the server did not take it. */
  async send(actor: Actor, place: { cohortId: string | null; agencyId: string | null }, { subject, body }: TemplateText): Promise<void> {
    if (!this.mailer.ready) throw new Refusal('message.channelOff');
    await this.limits.count(testsPerAccount, actor.accountId ?? '');
    const [reader] = await this.db.transaction(actor, (tx) => loadReader(tx, { accountId: actor.accountId }, place));
    if (!reader?.email) throw new Refusal('message.noOwnAddress');
    const outcome = await this.mailer.send({ id: randomUUID(), to: reader.email, subject: `${mark[reader.locale]} ${subject}`, body, locale: reader.locale });
    if (outcome.kind !== 'sent') throw new Refusal('message.testFailed', { detail: outcome.detail });
  }
}

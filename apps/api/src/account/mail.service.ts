import { Inject, Injectable } from '@nestjs/common';
import { compose, loadNewestTemplates, loadReader, Mailer } from '../delivery/index.js';
import { CONFIG, Database, systemActor, type Config } from '../platform/index.js';

/** Mail about an account. It is sent at once and never stored: its link is a secret of which only a hash is kept. */
@Injectable()
export class MailService {
  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get ready(): boolean {
    return this.mailer.ready;
  }

  /** Sends the link in the account's language; nothing when no address is known. The id of the link makes the Message-ID. */
  async sendReset(accountId: string, link: { id: string; url: string }): Promise<void> {
    const { reader, newest } = await this.db.transaction(systemActor(), async (tx) => ({
      reader: (await loadReader(tx, { accountId }, { cohortId: null, agencyId: null }))[0], newest: await loadNewestTemplates(tx, ['account.reset'], []),
    }));
    if (!reader?.email) return;
    const written = compose({ ...reader, event: 'account.reset', facts: { link: link.url } }, 'email', newest, this.config.publicUrl);
    if ('filled' in written) await this.mailer.send({ id: link.id, to: reader.email, locale: reader.locale, ...written.filled });
  }
}

import { Injectable } from '@nestjs/common';
import { isSecret, Refusal, type MessageDetail, type MessageQuery, type MessageRow, type Page } from '@jenjang/shared';
import { ExpansionService } from '../delivery/index.js';
import { Database, Missing, pageOf, requireAccess, type Actor } from '../platform/index.js';
import { loadMessage, loadTries, lockMessage, logList, placeOfCohort, type LoggedMessage } from './log.queries.js';

/** The delivery log of a cohort, and sending once more. */
@Injectable()
export class LogService {
  constructor(
    private readonly db: Database,
    private readonly expansion: ExpansionService,
  ) {}

  async list(actor: Actor, cohortId: string, query: MessageQuery): Promise<Page<MessageRow>> {
    await this.requireCohort(actor, cohortId);
    return pageOf<MessageRow>(this.db, query, logList(cohortId, query));
  }

  async one(actor: Actor, id: string): Promise<MessageDetail> {
    const { body, agencyId: _agency, cohortId: _cohort, ...row } = await this.requireMessage(actor, id);
    return { ...row, body: isSecret(row.event) ? null : body, tries: await loadTries(this.db, id) };
  }

  /** Sends a message once more, in the words and to the address of now. */
  async repeat(actor: Actor, id: string): Promise<void> {
    await this.requireMessage(actor, id);
    await this.db.transaction(actor, async (tx) => {
      const message = await lockMessage(tx, id);
      if (!message?.mayRepeat) throw new Refusal('message.mayNotRepeat');
      await this.expansion.repeat(tx, { id, announcementId: message.announcementId, channel: message.channel });
    });
  }

  private async requireCohort(actor: Actor, cohortId: string): Promise<void> {
    const place = await placeOfCohort(this.db, cohortId);
    if (!place) throw new Missing('cohort', cohortId);
    requireAccess(actor, 'message.manage', place, { kind: 'cohort', id: cohortId });
  }

  private async requireMessage(actor: Actor, id: string): Promise<LoggedMessage> {
    const message = await loadMessage(this.db, id);
    if (!message) throw new Missing('message', id);
    requireAccess(actor, 'message.manage', { agencyId: message.agencyId, cohortId: message.cohortId }, { kind: 'message', id });
    return message;
  }
}

import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Refusal, type Reminders, type RemindersRequest } from '@jenjang/shared';
import type { Logger } from 'pino';
import { announce, placeOfCohort } from '../message/index.js';
import { Clock, CONFIG, Database, LOG, Missing, requireAccess, systemActor, type Actor, type Config } from '../platform/index.js';
import { firstSessions, loadDue, loadReminders, nominationDays, openOffers, saveReminders } from './reminder.queries.js';

const SWEEP_MS = 300_000;
const defaultDays = [3, 1];

/** Reminds people some days before the first session and before deadlines. Keys let several workers say it once. */
@Injectable()
export class ReminderService implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'web') return;
    const sweep = (): void => { this.sweep().catch((error: unknown) => { this.log.warn({ err: error }, 'reminders wait'); }); };
    this.timer = setInterval(sweep, SWEEP_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Announces what is due. @returns how many reminders that were. */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    let said = 0;
    for (const statement of [firstSessions, nominationDays, openOffers]) {
      said += await this.db.transaction(systemActor(), async (tx) => {
        const due = await loadDue(tx, statement, now);
        await announce(tx, due.map((reminder) => ({ ...reminder, sendAfter: now.toISOString() })));
        return due.length;
      });
    }
    return said;
  }

  async days(actor: Actor, cohortId: string): Promise<Reminders> {
    await this.requireCohort(actor, cohortId);
    return (await loadReminders(this.db, cohortId)) ?? { version: 0, days: defaultDays };
  }

  async setDays(actor: Actor, cohortId: string, { version, days }: RemindersRequest): Promise<Reminders> {
    await this.requireCohort(actor, cohortId);
    const sorted = [...new Set(days)].sort((a, b) => b - a);
    const saved = await this.db.transaction(actor, (tx) => saveReminders(tx, cohortId, version, sorted));
    if (!saved) throw new Refusal('conflict.stale', { stored: await loadReminders(this.db, cohortId), given: { version, days: sorted } });
    return saved;
  }

  private async requireCohort(actor: Actor, cohortId: string): Promise<void> {
    const place = await placeOfCohort(this.db, cohortId);
    if (!place) throw new Missing('cohort', cohortId);
    requireAccess(actor, 'message.manage', place, { kind: 'cohort', id: cohortId });
  }
}

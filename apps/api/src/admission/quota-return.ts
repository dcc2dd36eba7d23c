import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { holdCohort } from '../cohort/index.js';
import { EnrolmentMoves } from '../enrolment/index.js';
import { Clock, CONFIG, Database, LOG, systemActor, type Config } from '../platform/index.js';
import { cohortsWithDueQuota, returnQuota } from './quota.queries.js';

const EVERY_MS = 60_000;

/**
 * Gives unused quota back to the reserve on the local day that the cohort names, once. Every worker sweeps; under the
 * lock of the cohort only the first one does it. Who waits hears of the seats as of any that fall free.
 */
@Injectable()
export class QuotaReturn implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: Database,
    private readonly moves: EnrolmentMoves,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'web') return;
    const sweep = (): void => void this.run().catch((error: unknown) => { this.log.error({ err: error }, 'return of quota failed'); });
    this.timer = setInterval(sweep, EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** @returns how many seats went back, by cohort. */
  async run(): Promise<ReadonlyMap<string, number>> {
    const now = this.clock.now();
    const returned = new Map<string, number>();
    for (const cohortId of await cohortsWithDueQuota(this.db, now)) {
      const seats = await this.db.transaction(systemActor(), async (tx) => {
        await holdCohort(tx, cohortId);
        const back = await returnQuota(tx, cohortId, now);
        if (back) await this.moves.seatsFreed(tx, systemActor(), cohortId, Array.from({ length: back.seats }, () => unused(back.reserveId)));
        return back?.seats ?? 0;
      }, 'quota.returned');
      if (seats > 0) returned.set(cohortId, seats);
    }
    return returned;
  }
}

function unused(quotaId: string) {
  return { enrolmentId: null, personId: null, classId: null, quotaId, unitPath: '', band: 'NONE' as const, to: null, code: null };
}

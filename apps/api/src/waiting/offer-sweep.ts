import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { holdCohort } from '../cohort/index.js';
import { EnrolmentMoves } from '../enrolment/index.js';
import { announce } from '../message/index.js';
import { Clock, CONFIG, Database, LOG, systemActor, type Config, type Transaction } from '../platform/index.js';
import { cohortsWithLapsed, loadLapsed, tryCohort } from './waiting.queries.js';

const EVERY_MS = 30_000;

/**
 * Takes back seats whose offer was not answered in time; the next in line is promoted with it. Every worker sweeps: a
 * cohort that one of them holds is left to that one, and under the lock only offers that are still open lapse.
 */
@Injectable()
export class OfferSweep implements OnApplicationBootstrap, OnModuleDestroy {
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
    const sweep = (): void => void this.run().catch((error: unknown) => { this.log.error({ err: error }, 'sweep of offers failed'); });
    this.timer = setInterval(sweep, EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** @returns how many offers lapsed in this sweep. */
  async run(): Promise<number> {
    let lapsed = 0;
    for (const cohortId of await cohortsWithLapsed(this.db, this.clock.now())) {
      lapsed += await this.db.transaction(systemActor(), (tx) => this.sweepCohort(tx, cohortId));
    }
    return lapsed;
  }

  private async sweepCohort(tx: Transaction, cohortId: string): Promise<number> {
    if (!(await tryCohort(tx, cohortId))) return 0;
    const cohort = await holdCohort(tx, cohortId);
    const lapsed = await loadLapsed(tx, cohortId, this.clock.now());
    const moves = lapsed.map(({ enrolmentId, offerId }) => ({ enrolmentId, to: 'waitlisted' as const, code: 'offerLapsed' as const, details: { offerId } }));
    const outcomes = await this.moves.move(tx, systemActor(), cohort, moves);
    const taken = lapsed.filter((_, index) => outcomes[index]?.outcome === 'moved');
    await announce(tx, taken.map(({ personId, offerId }) => ({
      event: 'waiting.expired', personId, cohortId, agencyId: cohort.agencyId, key: `waiting.expired/${offerId}`, facts: { link: `/tawaran/${offerId}` },
    })));
    return taken.length;
  }
}

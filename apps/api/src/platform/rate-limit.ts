import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from './database.js';
import { HttpProblem } from './problem.js';

/** How often something may happen. */
export interface Limit {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Counters in PostgreSQL, so that limits hold across processes. */
@Injectable()
export class RateLimit {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(private readonly db: Database) {}

  /** Counts one. @throws HttpProblem 429 with Retry-After when there were too many. */
  async count(limit: Limit, key: string): Promise<void> {
    try {
      await this.limiterOf(limit).consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new HttpProblem(429, 'tooManyRequests', { seconds }, [], { 'retry-after': String(seconds) });
    }
  }

  /** The table comes with the migrations, so a limiter is ready as soon as it is made. */
  private limiterOf(limit: Limit): RateLimiterPostgres {
    const known = this.limiters.get(limit.name);
    if (known) return known;
    const made = new RateLimiterPostgres({
      storeClient: this.db.pool, storeType: 'pool', keyPrefix: limit.name, points: limit.points, duration: limit.seconds, tableName: 'rate_limit', tableCreated: true,
    });
    this.limiters.set(limit.name, made);
    return made;
  }
}

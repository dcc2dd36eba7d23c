import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PgBoss, type Job as QueuedJob } from 'pg-boss';
import type { Logger } from 'pino';
import type { Actor } from './actor.js';
import type { Config } from './config.js';
import { Database, rowsOf, type Transaction } from './database.js';
import { NOTIFY } from './live.js';
import { problemFacts } from './problem.js';
import { CONFIG, LOG } from './tokens.js';

const QUEUE = 'job';
/** Errors after which a job waits for a person. */
const ATTEMPTS = 3;
/** How often a job is taken up again, also after its worker died; dying is not the job's fault. */
const TAKES = 20;

/** What a running job is given. */
export interface JobContext<Payload> {
  readonly id: string;
  readonly payload: Payload;
  readonly agencyId: string | null;
  /** Who asked; acts are audited under this name. */
  readonly actor: Actor;
  /** Tells how far it is. @throws JobCancelled when somebody asked to stop. */
  readonly progress: (done: number, total: number) => Promise<void>;
}

/** Thrown by `progress` to leave a job that was cancelled. */
export class JobCancelled extends Error {}

export type JobHandler<Payload> = (job: JobContext<Payload>) => Promise<Readonly<Record<string, unknown>> | undefined>;

interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly agency_id: string | null;
  readonly payload: { actor: Actor; input: unknown };
}

/** Slow work in PostgreSQL: asked for inside a transaction, done by any worker, watched from the screen. */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly handlers = new Map<string, JobHandler<never>>();
  private boss: PgBoss | null = null;

  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Says who does a kind of work. Called once by its feature. */
  handle<Payload>(kind: string, handler: JobHandler<Payload>): void {
    this.handlers.set(kind, handler);
  }

  /** Connects the queue; processes that work also begin to take jobs. */
  async start(): Promise<void> {
    const boss = new PgBoss({ connectionString: this.config.databaseUrl, max: 4, application_name: 'jenjang-jobs', useListenNotify: true, superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 });
    boss.on('error', (error) => { this.log.warn({ err: error }, 'queue'); });
    await boss.start();
    await boss.createQueue(QUEUE, { retryLimit: TAKES, retryDelay: 3, expireInSeconds: 3600, heartbeatSeconds: 10, notify: true });
    this.boss = boss;
    if (this.config.role !== 'web') await boss.work<{ id: string }>(QUEUE, { localConcurrency: 2, batchSize: 1, notifyPollingIntervalSeconds: 3 }, (taken) => this.take(taken));
  }

  /** Puts work into the queue when the transaction commits. @returns the job's id. */
  async ask(tx: Transaction, actor: Actor, kind: string, input: unknown, place: { agencyId: string | null; total?: number }): Promise<string> {
    if (!this.boss) throw new Error('the queue is not started');
    const id = randomUUID();
    await tx.query(`insert into job (id, kind, agency_id, account_id, payload, total) values ($1, $2, $3, $4, $5, $6)`, [
      id, kind, place.agencyId, actor.accountId, JSON.stringify({ actor, input }), place.total ?? 0,
    ]);
    await this.boss.send(QUEUE, { id }, { db: { executeSql: async (text: string, values?: unknown[]) => ({ rows: await rowsOf(tx, text, values ?? []) }) } });
    return id;
  }

  /** Puts a failed job back into the queue. */
  async retry(tx: Transaction, id: string): Promise<void> {
    await tx.query(`update job set state = 'queued', attempts = 0, error = null, finished_at = null, cancel_requested = false where id = $1`, [id]);
    await this.boss?.send(QUEUE, { id }, { db: { executeSql: async (text: string, values?: unknown[]) => ({ rows: await rowsOf(tx, text, values ?? []) }) } });
  }

  async onModuleDestroy(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 10_000 });
  }

  private async take(taken: QueuedJob<{ id: string }>[]): Promise<void> {
    for (const { data } of taken) await this.run(data.id);
  }

  private async run(id: string): Promise<void> {
    const [job] = await this.db.execute<JobRow>(
      `update job set state = 'running', started_at = coalesce(started_at, now())
       where id = $1 and state in ('queued', 'running') and not cancel_requested returning *`, [id]);
    if (!job) {
      await this.finish(id, 'cancelled', null, null);
      return;
    }
    const handler = this.handlers.get(job.kind);
    if (!handler) throw new Error(`nobody does ${job.kind}`);
    try {
      const result = await handler({ ...this.contextOf(job), payload: job.payload.input as never });
      await this.finish(id, 'done', result ?? {}, null);
    } catch (error) {
      await this.settle(job, error);
    }
  }

  private contextOf(job: JobRow): Omit<JobContext<never>, 'payload'> {
    return { id: job.id, agencyId: job.agency_id, actor: job.payload.actor, progress: (done, total) => this.progress(job.id, done, total) };
  }

  private async progress(id: string, done: number, total: number): Promise<void> {
    const [row] = await this.db.execute<{ cancel_requested: boolean }>(`update job set done = $2, total = $3 where id = $1 returning cancel_requested`, [id, done, total]);
    await this.db.execute(NOTIFY, [`job:${id}`, String(done)]);
    if (row?.cancel_requested) throw new JobCancelled();
  }

  /** A refusal will not go away by trying again; anything else is tried until attempts run out. */
  private async settle(job: JobRow, error: unknown): Promise<void> {
    if (error instanceof JobCancelled) {
      await this.finish(job.id, 'cancelled', null, null);
      return;
    }
    const facts = problemFacts(error);
    this.log.error({ err: error, job: job.id, kind: job.kind }, 'job failed');
    const [{ attempts } = { attempts: ATTEMPTS }] = await this.db.execute<{ attempts: number }>(`update job set attempts = attempts + 1 where id = $1 returning attempts`, [job.id]);
    if (facts.status < 500 || attempts >= ATTEMPTS) {
      await this.finish(job.id, 'failed', null, { code: facts.code, details: facts.details ?? {} });
      return;
    }
    await this.db.execute(`update job set state = 'queued' where id = $1`, [job.id]);
    throw error;
  }

  private async finish(id: string, state: string, result: unknown, error: unknown): Promise<void> {
    await this.db.execute(
      `update job set state = $2, result = $3, error = $4, finished_at = now() where id = $1 and state not in ('done', 'cancelled')`,
      [id, state, JSON.stringify(result), JSON.stringify(error)],
    );
    await this.db.execute(NOTIFY, [`job:${id}`, state]);
  }
}

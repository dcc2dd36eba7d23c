import { Injectable } from '@nestjs/common';
import { problemWords, Refusal, type JobView } from '@jenjang/shared';
import { concat, defer, distinctUntilChanged, from, interval, map, merge, switchMap, takeWhile, type Observable } from 'rxjs';
import { Database, Jobs, Live, mayAt, Missing, OutOfReach, scopeCondition, type Actor, type Locale } from '../platform/index.js';
import { loadFailedJobs, loadJob, loadJobsOf, type JobRecord } from './job.queries.js';

const LOOK_AGAIN_MS = 2_000;

/** Watching, stopping and repeating jobs. */
@Injectable()
export class JobService {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly live: Live,
  ) {}

  async mine(actor: Actor, locale: Locale): Promise<JobView[]> {
    return (await loadJobsOf(this.db, actor.accountId ?? '')).map((job) => view(job, locale));
  }

  async failed(actor: Actor, locale: Locale): Promise<JobView[]> {
    const values: unknown[] = [];
    const condition = scopeCondition(actor, 'job.manage', { agency: 'agency_id' }, values);
    return (await loadFailedJobs(this.db, condition, values)).map((job) => view(job, locale));
  }

  async one(actor: Actor, id: string, locale: Locale): Promise<JobView> {
    return view(await this.load(actor, id), locale);
  }

  /** The job each time it moves, until it ends. Looks again now and then, so a lost notification only delays. */
  async watch(actor: Actor, id: string, locale: Locale): Promise<Observable<{ data: JobView }>> {
    await this.load(actor, id);
    const now = defer(() => from(loadJob(this.db, id)));
    const changes = merge(this.live.on(`job:${id}`), interval(LOOK_AGAIN_MS)).pipe(switchMap(() => now));
    return concat(now, changes).pipe(
      takeWhile((job): job is JobRecord => job !== null),
      distinctUntilChanged((a, b) => a.state === b.state && a.done === b.done && a.total === b.total),
      map((job) => ({ data: view(job, locale) })),
      takeWhile(({ data }) => data.state === 'queued' || data.state === 'running', true),
    );
  }

  /** Asks a job to stop; what it has already finished stays. */
  async cancel(actor: Actor, id: string): Promise<void> {
    await this.load(actor, id);
    await this.db.transaction(actor, (tx) =>
      tx.query(
        `update job set cancel_requested = true, state = case state when 'queued' then 'cancelled' else state end,
           finished_at = case state when 'queued' then now() else finished_at end
         where id = $1 and state in ('queued', 'running')`, [id]));
  }

  async retry(actor: Actor, id: string): Promise<void> {
    const job = await this.load(actor, id);
    if (job.state !== 'failed' && job.state !== 'cancelled') throw new Refusal('job.notFailed');
    await this.db.transaction(actor, (tx) => this.jobs.retry(tx, id));
  }

  /** One's own job, or one within the reach of whoever manages jobs. */
  private async load(actor: Actor, id: string): Promise<JobRecord> {
    const job = await loadJob(this.db, id);
    if (!job) throw new Missing('job', id);
    const own = actor.accountId !== null && job.accountId === actor.accountId;
    if (!own && !mayAt(actor, 'job.manage', { agencyId: job.agencyId })) throw new OutOfReach('job.manage', 'job', id);
    return job;
  }
}

function view({ accountId: _owner, agencyId: _agency, error, ...job }: JobRecord, locale: Locale): JobView {
  return { ...job, error: error && { code: error.code, title: problemWords(error.code, error.details)[locale === 'en' ? 1 : 0] } };
}

import type { JobView } from '@jenjang/shared';
import type { Database } from '../platform/index.js';

/** A job with whose it is. */
export interface JobRecord extends Omit<JobView, 'error'> {
  readonly accountId: string | null;
  readonly agencyId: string | null;
  readonly error: { readonly code: string; readonly details: Readonly<Record<string, unknown>> } | null;
}

const columns = `id, kind, state, done, total, created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt", result, error, attempts, account_id as "accountId", agency_id as "agencyId"`;

export async function loadJob(db: Database, id: string): Promise<JobRecord | null> {
  const [job] = await db.read<JobRecord>(`select ${columns} from job where id = $1`, [id]);
  return job ?? null;
}

/** The newest jobs of an account. */
export async function loadJobsOf(db: Database, accountId: string): Promise<JobRecord[]> {
  return db.read<JobRecord>(`select ${columns} from job where account_id = $1 order by created_at desc limit 50`, [accountId]);
}

/** Failed jobs that wait for somebody: the dead-letter list. `condition` is built by scopeCondition. */
export async function loadFailedJobs(db: Database, condition: string, values: readonly unknown[]): Promise<JobRecord[]> {
  return db.read<JobRecord>(`select ${columns} from job where state = 'failed' and ${condition} order by finished_at desc limit 200`, values);
}

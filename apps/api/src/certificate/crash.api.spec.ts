import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '../audit/index.js';
import { startApi, type TestApi } from '../testing/index.js';
import { aDecidedCohort } from './certificate.builder.js';

const PARTICIPANTS = 100;

let api: TestApi;
let children: ChildProcess[];
beforeAll(async () => {
  children = [];
  // This process only asks and looks; the work is done by processes that are killed.
  api = await startApi({ role: 'web' });
});
afterAll(async () => {
  children.forEach((child) => child.kill('SIGKILL'));
  await api.close();
});

/** A worker process of the built program on the same database. */
async function aWorker(): Promise<ChildProcess> {
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number };
      probe.close(() => { resolve(free); });
    });
  });
  const main = path.resolve(import.meta.dirname, '../../dist/main.js');
  const child = spawn(process.execPath, ['-e', `import(${JSON.stringify(main)}).then((program) => program.serve()).then(() => console.log('ready'))`], {
    env: { ...process.env, PORT: String(port), JENJANG_ROLE: 'worker', NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}

const issuedOf = async (agencyId: string): Promise<number> => (await api.db.read<{ n: number }>(`select count(*) as n from certificate where agency_id = $1`, [agencyId]))[0]!.n;

async function until(reached: () => Promise<boolean>, seconds: number): Promise<void> {
  for (let n = 0; n < seconds * 40; n += 1) {
    if (await reached()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('did not come about');
}

describe('issuing', () => {
  it('survives the death of its workers: no number lost or used twice, no second certificate, and it goes on by itself', async () => {
    const { agencyId, cohortId } = await aDecidedCohort(api.db, { participants: PARTICIPANTS });
    const organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId }]);
    const { body } = await organiser.post(`/api/v1/cohorts/${cohortId}/certificates`, {}).expect(202);
    for (const share of [0.2, 0.6]) {
      const worker = await aWorker();
      await until(async () => (await issuedOf(agencyId)) >= PARTICIPANTS * share, 40);
      worker.kill('SIGKILL');
    }
    await aWorker();
    await until(async () => (await organiser.get(`/api/v1/jobs/${String(body.jobId)}`)).body.state === 'done', 60);
    const rows = await api.db.read<{ sequence: number; enrolment: string; ledger: number }>(
      `select c.number_sequence as sequence, c.enrolment_id as enrolment, (select count(*) from lesson_hour_entry l where l.certificate_id = c.id) as ledger
       from certificate c where c.agency_id = $1 order by c.number_sequence`, [agencyId]);
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: PARTICIPANTS }, (_, n) => n + 1));
    expect(new Set(rows.map(({ enrolment }) => enrolment)).size).toBe(PARTICIPANTS);
    expect(rows.every(({ ledger }) => ledger === 1)).toBe(true);
    const positions = await api.db.read<{ gaps: number }>(`select max(position) - count(*) as gaps from hr_feed`);
    expect(positions).toEqual([{ gaps: 0 }]);
    expect((await verifyAudit(api.db)).faults).toEqual([]);
  }, 150_000);
});

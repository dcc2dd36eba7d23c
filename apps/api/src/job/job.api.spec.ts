import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobCancelled, Jobs, systemActor } from '../platform/index.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let jobs: Jobs;
let caller: Caller;
beforeAll(async () => {
  api = await startApi();
  jobs = api.app.get(Jobs);
  caller = await api.as([]);
  jobs.handle<{ to: number }>('count', async ({ payload, progress }) => {
    for (let n = 1; n <= payload.to; n += 1) {
      await progress(n, payload.to);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    return { counted: payload.to };
  });
  jobs.handle('stumble', () => Promise.reject(new Error('disk')));
});
afterAll(() => api.close());

const ask = (kind: string, input: object): Promise<string> =>
  api.db.transaction({ ...systemActor(), accountId: caller.accountId }, (tx) => jobs.ask(tx, { ...systemActor(), accountId: caller.accountId }, kind, input, { agencyId: null, total: 10 }));

async function ended(id: string, seconds = 20): Promise<{ state: string; [key: string]: unknown }> {
  for (let n = 0; n < seconds * 10; n += 1) {
    const { body } = await caller.get(`/api/v1/jobs/${id}`);
    if (['done', 'failed', 'cancelled'].includes(body.state)) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('job did not end');
}

describe('jobs', () => {
  it('are done, and the screen follows them live to the end', async () => {
    const id = await ask('count', { to: 10 });
    const events = await caller.get(`/api/v1/jobs/${id}/events`).buffer(true).parse((response, done) => {
      let text = '';
      response.on('data', (chunk: Buffer) => { text += chunk.toString(); });
      response.on('end', () => { done(null, text); });
    });
    expect(String(events.body)).toContain('"state":"done"');
    expect(await ended(id)).toMatchObject({ state: 'done', done: 10, total: 10, result: { counted: 10 } });
  });

  it('stop when asked to', async () => {
    const id = await ask('count', { to: 500 });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await caller.post(`/api/v1/jobs/${id}/cancel`).expect(204);
    expect(await ended(id)).toMatchObject({ state: 'cancelled' });
  });

  it('are tried three times, then wait in the dead-letter list with a reason in words', async () => {
    const id = await ask('stumble', {});
    expect(await ended(id, 25)).toMatchObject({ state: 'failed', attempts: 3, error: { code: 'internal' } });
    const admin = await api.as([{ role: 'admin', scope: 'national' }]);
    const { body } = await admin.get('/api/v1/jobs/failed').expect(200);
    expect(body.map((job: { id: string }) => job.id)).toContain(id);
  });

  it('are not asked for when the transaction rolls back', async () => {
    const before = await api.db.read(`select 1 from job where kind = 'ghost'`);
    await expect(api.db.transaction(systemActor(), async (tx) => {
      await jobs.ask(tx, systemActor(), 'ghost', {}, { agencyId: null });
      throw new JobCancelled();
    })).rejects.toThrow();
    expect(await api.db.read(`select 1 from job where kind = 'ghost'`)).toHaveLength(before.length);
  });

  it('of others are not to be seen', async () => {
    const id = await ask('count', { to: 1 });
    await (await api.as([])).get(`/api/v1/jobs/${id}`).expect(404);
  });
});

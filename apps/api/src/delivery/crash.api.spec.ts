import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgency } from '../attendance/running-cohort.builder.js';
import { announce } from '../message/index.js';
import { systemActor } from '../platform/index.js';
import { startApi, type TestApi } from '../testing/index.js';
import { CLAIM_MS } from './courier.service.js';
import { DeliveryWorker } from './index.js';
import { aPostman, until, type Postman } from './postman.builder.js';

let postman: Postman;
let api: TestApi;
let agencyId: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  postman = await aPostman();
  api = await startApi({ role: 'web', smtpUrl: postman.url });
  agencyId = await anAgency(api.db);
});
afterEach(() => {
  api.standAt(null);
  postman.onMail = () => undefined;
});
afterAll(async () => {
  children.forEach((child) => child.kill('SIGKILL'));
  await api.close();
  await postman.close();
});

/** A worker process of the built program on the same database. */
async function aWorker(): Promise<ChildProcess> {
  const main = path.resolve(import.meta.dirname, '../../dist/main.js');
  const child = spawn(process.execPath, ['-e', `import(${JSON.stringify(main)}).then((program) => program.serve()).then(() => console.log('ready'))`], {
    env: { ...process.env, PORT: '1', JENJANG_ROLE: 'worker', SMTP_URL: postman.url, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}

async function readers(count: number): Promise<{ id: string; email: string }[]> {
  return api.db.execute(`insert into person (agency_id, full_name, email) select $1, 'Pembaca ' || n, $2 || n || '@ramai.example' from generate_series(1, $3) n returning id, email`, [agencyId, randomUUID().slice(0, 8), count]);
}
const say = (ids: readonly string[]): Promise<void> => api.db.transaction(systemActor(), (tx) =>
  announce(tx, ids.map((personId) => ({ event: 'class.message' as const, personId, agencyId, facts: { subject: 'Materi', text: 'Mohon membawa laptop.', cohort: 'x', programme: 'x' } }))));
const work = (): Promise<void> => api.app.get(DeliveryWorker).work();
const afterWindow = (): void => { api.standAt(new Date(Date.now() + CLAIM_MS + 1000).toISOString()); };
const outcomesOf = (ids: readonly string[]): Promise<{ email: string; state: string; outcomes: string[] }[]> => api.db.read(
  `select m.address as email, m.state, array(select outcome from delivery d where d.message_id = m.id order by d.id) as outcomes from message m where m.person_id = any($1) and channel = 'email'`, [ids]);

describe('a worker that is killed', () => {
  it('after the mail server took a mail and before that was stored: nothing is said again within the window, then once more under the same Message-ID, and the log says so', async () => {
    const [reader] = await readers(1);
    const worker = await aWorker();
    postman.onMail = async () => {
      worker.kill('SIGKILL');
      await new Promise((resolve) => worker.once('exit', resolve));
    };
    await say([reader!.id]);
    await until(() => worker.signalCode !== null, 20);
    postman.onMail = () => undefined;
    await work();
    expect(postman.to(reader!.email)).toHaveLength(1);
    expect(await outcomesOf([reader!.id])).toMatchObject([{ state: 'sending', outcomes: ['attempted'] }]);
    afterWindow();
    await work();
    await work();
    const mails = postman.to(reader!.email);
    expect(mails).toHaveLength(2);
    expect(mails[0]!.messageId).toBe(mails[1]!.messageId);
    expect(await outcomesOf([reader!.id])).toMatchObject([{ state: 'sent', outcomes: ['attempted', 'uncertain', 'attempted', 'sent'] }]);
  }, 60_000);

  it('anywhere else among hundreds: none is lost, and only what was on its way at that moment is sent again', async () => {
    const people = await readers(600);
    const ids = people.map(({ id }) => id);
    const before = postman.mails.length;
    for (const sent of [1, 300]) {
      const worker = await aWorker();
      if (sent === 1) await say(ids);
      await until(() => postman.mails.length - before >= sent, 60);
      worker.kill('SIGKILL');
      await new Promise((resolve) => worker.once('exit', resolve));
    }
    await work();
    afterWindow();
    await work();
    const rows = await outcomesOf(ids);
    expect(rows).toHaveLength(600);
    expect(rows.filter(({ state }) => state !== 'sent')).toEqual([]);
    const byAddress = new Map<string, string[]>();
    for (const { to, messageId } of postman.mails.slice(before)) byAddress.set(to, [...(byAddress.get(to) ?? []), messageId]);
    expect(people.filter(({ email }) => !byAddress.has(email))).toEqual([]);
    const twice = [...byAddress].filter(([, mails]) => mails.length > 1);
    expect(twice.length).toBeLessThanOrEqual(2 * 8);
    expect(twice.filter(([, mails]) => new Set(mails).size > 1)).toEqual([]);
    const uncertain = new Set(rows.filter(({ outcomes }) => outcomes.includes('uncertain')).map(({ email }) => email));
    expect(twice.filter(([email]) => !uncertain.has(email))).toEqual([]);
  }, 150_000);
});

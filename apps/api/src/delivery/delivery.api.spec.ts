import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { messageEvents, placeholdersOf, type Announcement } from '@jenjang/shared';
import { aRunningCohort, type RunningCohort } from '../attendance/running-cohort.builder.js';
import { announce } from '../message/index.js';
import { systemActor } from '../platform/index.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { DeliveryWorker } from './index.js';
import { aGateway, aPostman, until, type Gateway, type Postman } from './postman.builder.js';

let postman: Postman;
let gateway: Gateway;
let api: TestApi;
let cohort: RunningCohort;
beforeAll(async () => {
  postman = await aPostman();
  gateway = await aGateway();
  // This process only does what a test tells it to: no worker of its own takes anything.
  api = await startApi({ role: 'web', smtpUrl: postman.url, whatsappUrl: gateway.url, whatsappToken: 'rahasia-gerbang' });
  cohort = await aRunningCohort(api.db, { participants: 0 });
});
afterEach(() => {
  api.standAt(null);
  postman.manner = () => 'take';
  postman.onMail = () => undefined;
});
afterAll(async () => {
  await api.close();
  await postman.close();
  await gateway.close();
});

const work = (): Promise<void> => api.app.get(DeliveryWorker).work();

/** A person with an address of their own, and an account when asked. */
async function aReader({ email = `${randomUUID()}@contoh.example`, name = 'Arga Embun' }: { email?: string | null; name?: string } = {}): Promise<{ id: string; email: string }> {
  const [row] = await api.db.execute<{ id: string }>(`insert into person (agency_id, full_name, back_title, email) values ($1, $2, 'S.T.', $3) returning id`, [cohort.agencyId, name, email]);
  return { id: row!.id, email: email ?? '' };
}

async function aReaderWithAccount(): Promise<{ id: string; email: string; caller: Caller }> {
  const reader = await aReader();
  return { ...reader, caller: await api.as([], reader) };
}

function say(...announcements: readonly Announcement[]): Promise<void> {
  return api.db.transaction(systemActor(), (tx) => announce(tx, announcements));
}

const absent = (personId: string, extra: Partial<Announcement> = {}): Announcement => ({ event: 'attendance.absent', personId, cohortId: cohort.cohortId, facts: { session: 'Arsitektur SPBE', startsAt: '2026-11-03T00:00:00Z', zone: 'Asia/Makassar' }, ...extra });

interface Told { id: string; channel: string; state: string; code: string | null; attempts: number; subject: string; body: string; outcomes: string[]; details: object }
const told = (personId: string, channel?: string): Promise<Told[]> => api.db.read<Told>(
  `select m.id, channel, state, m.code, attempts, subject, body, details, array(select outcome from delivery d where d.message_id = m.id order by d.id) as outcomes
   from message m where person_id = $1 and ($2::text is null or channel = $2) order by announcement_id, channel`, [personId, channel ?? null]);

describe('an announcement', () => {
  it('becomes a mail and a message in the inbox, in the words of the reader', async () => {
    const { id, email } = await aReader();
    await say(absent(id));
    await work();
    expect(await told(id)).toMatchObject([
      { channel: 'email', state: 'sent', outcomes: ['attempted', 'sent'] },
      { channel: 'inbox', state: 'delivered', subject: 'Tercatat tidak hadir: Arsitektur SPBE', body: 'Tercatat tidak hadir pada Arsitektur SPBE, Selasa, 3 November 2026 pukul 08.00 WITA.', outcomes: ['delivered'] },
    ]);
    const [mail] = postman.to(email);
    expect(mail!.text).toContain('Yth. Bapak/Ibu Arga Embun, S.T.,');
    expect(mail!.text).toContain('https://cek.contoh.example/jadwal');
    expect(mail!.raw).toMatch(/^List-Id: /im);
    expect(mail!.raw).toMatch(/^Auto-Submitted: auto-generated/im);
    expect(mail!.messageId).toBe(`<${(await told(id, 'email'))[0]!.id}.1@cek.contoh.example>`);
  });

  it('speaks English to those who chose it', async () => {
    const { id, email, caller } = await aReaderWithAccount();
    await caller.patch('/api/v1/me/preferences', { locale: 'en' }).expect(204);
    await say(absent(id));
    await work();
    expect(postman.to(email)[0]!.text).toContain('Dear Arga Embun, S.T.,');
    expect((await told(id, 'inbox'))[0]!.subject).toBe('Recorded as absent: Arsitektur SPBE');
  });

  it('of every kind has a text that its facts fill', async () => {
    const { id } = await aReader();
    await say(...messageEvents.map((event): Announcement => ({
      event, personId: id, cohortId: cohort.cohortId, facts: Object.fromEntries(placeholdersOf(event).map(({ name, example }) => [name, example.id])),
    })));
    await work();
    const messages = await told(id);
    expect(messages).toHaveLength(messageEvents.length * 2);
    expect(messages.filter(({ state }) => state === 'parked')).toEqual([]);
    expect(messages.filter(({ subject, body }) => /[{}]/.test(subject + body))).toEqual([]);
  });

  it('waits with the names of what it lacks, and goes out once the facts are there', async () => {
    const { id } = await aReader();
    await say(absent(id, { facts: { session: 'Sesi 1' } }));
    await work();
    expect(await told(id)).toMatchObject([
      { channel: 'email', state: 'parked', code: 'placeholder', details: { missing: ['startsAt'] } }, { channel: 'inbox', state: 'parked', details: { missing: ['startsAt'] } },
    ]);
    const organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]);
    const { body: page } = await organiser.get(`/api/v1/cohorts/${cohort.cohortId}/messages?trouble=yes&state=parked&channel=email`).expect(200);
    expect(page.rows).toMatchObject([{ name: 'Arga Embun', event: 'attendance.absent', missing: ['startsAt'], mayRepeat: true }]);
    await api.db.execute(`update announcement set facts = facts || '{"startsAt": "2026-11-03T00:00:00Z"}' where person_id = $1`, [id]);
    for (const { id: message } of await told(id)) await organiser.post(`/api/v1/messages/${message}/repeat`).expect(204);
    await work();
    expect((await told(id)).map(({ state }) => state)).toEqual(['sent', 'delivered']);
  });

  it('never puts markup of a name into a mail, nor a header', async () => {
    const { id, email } = await aReader({ name: '<img src=x onerror=alert(1)> {session}\r\nBcc: lain@contoh.example' });
    await say(absent(id, { facts: { session: '<b>\r\nBcc: semua@contoh.example</b>', startsAt: '2026-11-03' } }));
    await work();
    const [mail] = postman.to(email);
    const html = mail!.text.slice(mail!.text.indexOf('<!doctype'));
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toContain('<img');
    expect(mail!.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc/im);
    expect(postman.to('semua@contoh.example')).toEqual([]);
  });

  it('is not sent before its time, and once under one key', async () => {
    const { id, email } = await aReader();
    const key = randomUUID();
    const later = new Date(Date.now() + 3_600_000).toISOString();
    await say(absent(id, { key, sendAfter: later }), absent(id, { key, sendAfter: later }));
    await say(absent(id, { key }));
    await work();
    expect(await told(id)).toEqual([]);
    api.standAt(new Date(Date.now() + 3_601_000).toISOString());
    await work();
    await work();
    expect(postman.to(email)).toHaveLength(1);
  });

  it.each([
    ['has no address', { email: null }, {}, 'noAddress'],
    ['wants no mail', {}, { email: false, whatsapp: false }, 'optedOut'],
  ])('is not mailed to a reader who %s, and says so', async (_, who, wish, code) => {
    const reader = await aReader(who);
    if (Object.keys(wish).length > 0) await (await api.as([], reader)).put('/api/v1/me/message-preference', wish).expect(200);
    await say(absent(reader.id));
    await work();
    expect(await told(reader.id)).toMatchObject([{ channel: 'email', state: 'skipped', code, outcomes: [] }, { channel: 'inbox', state: 'delivered' }]);
  });
});

describe('a mail server that', () => {
  it('refuses for good is not asked again', async () => {
    const { id, email } = await aReader();
    postman.manner = (to) => (to === email ? 'refuse' : 'take');
    await say(absent(id));
    await work();
    api.standAt(new Date(Date.now() + 86_400_000).toISOString());
    await work();
    expect(await told(id, 'email')).toMatchObject([{ state: 'bounced', code: 'mail.refused', attempts: 1, outcomes: ['attempted', 'bounced'] }]);
  });

  it.each(['later', 'drop'] as const)('says nothing good (%s) is asked again after ever longer pauses, and given up in the end', async (manner) => {
    const { id, email } = await aReader();
    postman.manner = (to) => (to === email ? manner : 'take');
    await say(absent(id));
    const start = Date.now();
    await work();
    expect(await told(id, 'email')).toMatchObject([{ state: 'queued', attempts: 1, outcomes: ['attempted', 'deferred'] }]);
    await work();
    expect((await told(id, 'email'))[0]!.attempts).toBe(1);
    for (const minutes of [1.1, 6.2, 22, 83, 264, 625, 1350, 2100]) {
      api.standAt(new Date(start + minutes * 60_000).toISOString());
      await work();
    }
    expect(await told(id, 'email')).toMatchObject([{ state: 'failed', attempts: 9 }]);
    expect(postman.to(email)).toEqual([]);
  }, 60_000);

  it('is busy once gets the mail a minute later', async () => {
    const { id, email } = await aReader();
    postman.manner = (to) => (to === email ? 'later' : 'take');
    await say(absent(id));
    await work();
    postman.manner = () => 'take';
    api.standAt(new Date(Date.now() + 61_000).toISOString());
    await work();
    expect(await told(id, 'email')).toMatchObject([{ state: 'sent', outcomes: ['attempted', 'deferred', 'attempted', 'sent'] }]);
    expect(postman.to(email)).toHaveLength(1);
  });

  it('takes a mail and dies before it says so gets it again under the same Message-ID', async () => {
    const { id, email } = await aReader();
    postman.manner = (to) => (to === email ? 'takeThenDrop' : 'take');
    await say(absent(id));
    await work();
    postman.manner = () => 'take';
    api.standAt(new Date(Date.now() + 61_000).toISOString());
    await work();
    expect(new Set(postman.to(email).map(({ messageId }) => messageId)).size).toBe(1);
    expect(await told(id, 'email')).toMatchObject([{ state: 'sent' }]);
  });

  it('is slow for one keeps nobody else waiting', async () => {
    const [slow, quick] = [await aReader(), await aReader()];
    let release: () => void = () => undefined;
    postman.onMail = ({ to }) => (to === slow.email ? new Promise<void>((resolve) => { release = resolve; }) : undefined);
    await say(absent(slow.id));
    const first = work();
    await until(() => postman.to(slow.email).length > 0);
    await say(absent(quick.id));
    const second = work();
    await until(async () => (await told(quick.id, 'email'))[0]?.state === 'sent');
    expect((await told(slow.id, 'email'))[0]!.state).toBe('sending');
    release();
    await Promise.all([first, second]);
    expect((await told(slow.id, 'email'))[0]!.state).toBe('sent');
  });
});

describe('WhatsApp', () => {
  async function aWhatsappReader(): Promise<{ id: string; email: string; caller: Caller; number: string }> {
    const reader = await aReaderWithAccount();
    const number = `+62812${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`;
    await reader.caller.put('/api/v1/me/message-preference', { email: true, whatsapp: true, whatsappNumber: number.replace('+62', '0') }).expect(200);
    return { ...reader, number };
  }
  const good = (): Gateway['answer'] => (response, nth) => { response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `gw-${String(nth)}-${randomUUID()}` })); };
  afterEach(() => { gateway.answer = good(); });

  it('goes to those who agreed, once, and mail stays home', async () => {
    const { id, email, number } = await aWhatsappReader();
    await say(absent(id));
    await work();
    const taken = gateway.taken.filter(({ to }) => to === number);
    expect(taken).toHaveLength(1);
    expect(taken[0]!.authorization).toBe('Bearer rahasia-gerbang');
    expect(taken[0]!.key).toBe(taken[0]!.id);
    api.standAt(new Date(Date.now() + 3_600_000).toISOString());
    await work();
    expect(postman.to(email)).toEqual([]);
    expect(await told(id)).toMatchObject([{ channel: 'email', state: 'skipped', code: 'whatsappSent' }, { channel: 'inbox' }, { channel: 'whatsapp', state: 'sent' }]);
  });

  it('is not used for those who did not agree', async () => {
    const { id } = await aReaderWithAccount();
    await say(absent(id));
    await work();
    expect((await told(id)).map(({ channel }) => channel)).toEqual(['email', 'inbox']);
  });

  it.each([
    ['says 500', (): Gateway['answer'] => (response) => { response.writeHead(500).end('oops'); }],
    ['answers with a page', (): Gateway['answer'] => (response) => { response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Masuk dulu</html>'); }],
    ['hangs up', (): Gateway['answer'] => (response) => { response.destroy(); }],
  ])('falls back to mail after its time when the gateway %s', async (_, answer) => {
    const { id, email } = await aWhatsappReader();
    gateway.answer = answer();
    await say(absent(id));
    const start = Date.now();
    await work();
    expect(postman.to(email)).toEqual([]);
    for (const minutes of [1.1, 6.5, 15.2]) {
      api.standAt(new Date(start + minutes * 60_000).toISOString());
      await work();
    }
    expect(postman.to(email)).toHaveLength(1);
    expect(await told(id)).toMatchObject([{ channel: 'email', state: 'sent' }, { channel: 'inbox' }, { channel: 'whatsapp', state: 'failed', code: 'whatsapp.late' }]);
    expect((await told(id, 'whatsapp'))[0]!.outcomes).toEqual(['attempted', 'deferred', 'attempted', 'deferred', 'attempted', 'deferred', 'replaced']);
  });

  it('falls back at once when the number is refused', async () => {
    const { id, email } = await aWhatsappReader();
    gateway.answer = (response) => { response.writeHead(404).end('{"error":"no such number"}'); };
    await say(absent(id));
    await work();
    await work();
    expect(postman.to(email)).toHaveLength(1);
    expect((await told(id, 'whatsapp'))[0]).toMatchObject({ state: 'bounced' });
  });

  it('knows what was read from the receipts of the gateway, and of nobody else', async () => {
    const { id, number } = await aWhatsappReader();
    await say(absent(id));
    await work();
    const [row] = await api.db.read<{ gateway: string }>(`select gateway_id as gateway from message where person_id = $1 and channel = 'whatsapp'`, [id]);
    expect(gateway.taken.some(({ to }) => to === number)).toBe(true);
    const receipt = { id: row!.gateway, status: 'read' };
    await api.stranger.post('/api/v1/whatsapp-receipts', receipt).expect(401);
    await api.stranger.post('/api/v1/whatsapp-receipts', receipt).set('authorization', 'Bearer rahasia-gerbang').expect(204);
    await api.stranger.post('/api/v1/whatsapp-receipts', { ...receipt, status: 'delivered' }).set('authorization', 'Bearer rahasia-gerbang').expect(204);
    expect((await told(id, 'whatsapp'))[0]).toMatchObject({ state: 'opened', outcomes: ['attempted', 'sent', 'opened', 'delivered'] });
  });

  it('needs a number that is one', async () => {
    const { caller } = await aReaderWithAccount();
    const { body } = await caller.put('/api/v1/me/message-preference', { email: true, whatsapp: true, whatsappNumber: '12' }).expect(400);
    expect(body.errors).toMatchObject([{ path: 'whatsappNumber', code: 'message.numberUnknown' }]);
    await caller.put('/api/v1/me/message-preference', { email: true, whatsapp: true }).expect(400);
  });
});

// Last, because sign-ins of this process belong to the program that was started last.
describe('workers', () => {
  it('share a thousand announcements, quickly and each once', async () => {
    const other = await startApi({ role: 'web', smtpUrl: postman.url, poolSize: 12 });
    const people = await api.db.execute<{ id: string; email: string }>(
      `insert into person (agency_id, full_name, email) select $1, 'Pembaca ' || n, $2 || n || '@ramai.example' from generate_series(1, 1000) n returning id, email`, [cohort.agencyId, randomUUID().slice(0, 8)]);
    const before = postman.mails.length;
    const start = Date.now();
    await say(...people.map(({ id }) => absent(id)));
    const announced = Date.now() - start;
    await Promise.all([work(), other.app.get(DeliveryWorker).work()]);
    const took = Date.now() - start;
    await other.close();
    const addresses = postman.mails.slice(before).map(({ to }) => to);
    expect(addresses).toHaveLength(1000);
    expect(new Set(addresses).size).toBe(1000);
    const [row] = await api.db.read<{ n: number }>(`select count(*) as n from message where person_id = any($1) and state in ('sent', 'delivered')`, [people.map(({ id }) => id)]);
    expect(row!.n).toBe(2000);
    expect(announced).toBeLessThan(2000);
    expect(took).toBeLessThan(30_000);
  }, 60_000);

  it('are woken by what is announced', async () => {
    const worker = await startApi({ role: 'all', smtpUrl: postman.url });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { id, email } = await aReader();
    await say(absent(id));
    await until(() => postman.to(email).length === 1, 5);
    await until(async () => (await told(id, 'email'))[0]?.state === 'sent', 5);
    await worker.close();
  });
});

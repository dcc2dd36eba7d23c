import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Announcement } from '@jenjang/shared';
import { aRunningCohort, type RunningCohort } from '../attendance/running-cohort.builder.js';
import { DeliveryWorker } from '../delivery/index.js';
import { aPostman, type Postman } from '../delivery/postman.builder.js';
import { tokenHash } from '../identity/index.js';
import { announce } from '../message/index.js';
import { systemActor } from '../platform/index.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

const password = 'kerikil di telaga';
const birthDate = '1980-01-01';

let postman: Postman;
let api: TestApi;
let cohort: RunningCohort;
let organiser: Caller;
beforeAll(async () => {
  postman = await aPostman();
  api = await startApi({ role: 'web', smtpUrl: postman.url });
  cohort = await aRunningCohort(api.db, { participants: 0 });
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]);
});
afterEach(() => { api.standAt(null); });
afterAll(async () => {
  await api.close();
  await postman.close();
});

interface Nominee { readonly personId: string; readonly enrolmentId: string; readonly email: string; readonly nip: string | null }
interface Wishes { readonly nip?: string | null; readonly birthDate?: string | null; readonly email?: string | null; readonly state?: 'accepted' | 'waitlisted' }

/** Somebody without an account who takes part. Without NIP a person from outside the civil service. */
async function aNominee(wishes: Wishes = {}): Promise<Nominee> {
  const nip = wishes.nip === undefined ? `19800101200501${String(randomInt(1000, 9999))}` : wishes.nip;
  const email = wishes.email === undefined ? `${randomUUID()}@contoh.example` : wishes.email;
  const one = async (sql: string, values: unknown[]): Promise<string> => (await api.db.execute<{ id: string }>(sql, values))[0]!.id;
  const personId = await one(`insert into person (agency_id, full_name, birth_date, email) values ($1, 'Mega Dahlia', $2, $3) returning id`, [cohort.agencyId, wishes.birthDate === undefined ? birthDate : wishes.birthDate, email]);
  const employmentId = await one(
    `insert into employment (person_id, agency_id, unit_id, kind, nip, position_kind, position_name, valid_from) values ($1, $2, $3, $4, $5, 'PELAKSANA', 'Pengolah data', '2020-01-01') returning id`,
    [personId, cohort.agencyId, cohort.unitId, nip === null ? 'NON_ASN' : 'PNS', nip]);
  const enrolmentId = await one(`insert into enrolment (cohort_id, person_id, employment_id, state) values ($1, $2, $3, $4) returning id`, [cohort.cohortId, personId, employmentId, wishes.state ?? 'accepted']);
  return { personId, enrolmentId, email: email ?? '', nip };
}

async function tell(personId: string, extra: Partial<Announcement> = {}): Promise<void> {
  await api.db.transaction(systemActor(), (tx) => announce(tx, [{ event: 'enrolment.accepted', personId, cohortId: cohort.cohortId, facts: {}, ...extra }]));
  await api.app.get(DeliveryWorker).work();
}

/** The token of the newest mail to somebody. */
function tokenTo(email: string): string {
  return /\/mulai\/([\w-]{43})/.exec(postman.to(email).at(-1)?.text ?? '')?.[1] ?? 'none';
}

async function aLink(wishes: Wishes = {}): Promise<Nominee & { readonly path: string; readonly right: { nip: string | null; birthDate: string; password: string } }> {
  const nominee = await aNominee(wishes);
  await tell(nominee.personId);
  return { ...nominee, path: `/api/v1/welcome/${tokenTo(nominee.email)}`, right: { nip: nominee.nip, birthDate, password } };
}

const accountsOf = (personId: string): Promise<{ login: string; roles: string[] }[]> => api.db.read(
  `select a.login, array(select g.role || ':' || g.scope from role_grant g where g.account_id = a.id and g.revoked_at is null and g.cohort_id = $2) as roles from account a where a.person_id = $1`, [personId, cohort.cohortId]);
const linksOf = (personId: string): Promise<{ token_hash: Buffer; used_at: Date | null; expires_at: Date; created_at: Date; failures: number; paused_until: Date | null }[]> =>
  api.db.read(`select * from welcome_link where person_id = $1 order by created_at`, [personId]);

describe('the first message', () => {
  it('to somebody without an account carries a link of which only the hash is stored', async () => {
    const { personId, email } = await aNominee();
    await tell(personId);
    const token = tokenTo(email);
    const links = await linksOf(personId);
    expect(links).toHaveLength(1);
    expect(links[0]!.token_hash.equals(tokenHash(token))).toBe(true);
    expect(links[0]!.expires_at.getTime() - links[0]!.created_at.getTime()).toBe(14 * 86_400_000);
    const kept = await api.db.read<{ text: string }>(`select to_jsonb(m)::text as text from message m where person_id = $1 union all select to_jsonb(a)::text from announcement a where person_id = $1`, [personId]);
    expect(kept.filter(({ text }) => text.includes(token))).toEqual([]);
    const [audited] = await api.db.read<{ after: object }>(`select after from audit_event where subject_kind = 'welcome_link' order by id desc limit 1`);
    expect(audited!.after).not.toHaveProperty('token_hash');
    const [inbox] = await api.db.read<{ link: string }>(`select link from message where person_id = $1 and channel = 'inbox'`, [personId]);
    expect(inbox!.link).not.toContain('/mulai/');
  });

  it('of an offer leads on to the offer', async () => {
    const { personId, email } = await aNominee();
    await tell(personId, { event: 'waiting.offered', facts: { expiresAt: '2026-11-30T00:00:00Z', zone: 'Asia/Makassar', link: '/tawaran/7' } });
    expect(postman.to(email)[0]!.text).toMatch(/\/mulai\/[\w-]{43}\?next=%2Ftawaran%2F7/);
  });

  it('to somebody with an account carries none', async () => {
    const { personId, email } = await aNominee();
    await api.as([], { id: personId });
    await tell(personId);
    expect(postman.to(email)[0]!.text).not.toContain('/mulai/');
    expect(await linksOf(personId)).toEqual([]);
  });
});

describe('a link', () => {
  it('tells for whom it is without what it asks, makes the account and signs in', async () => {
    const { path, right, personId, email, nip } = await aLink();
    const { body, text } = await api.stranger.get(path).expect(200);
    expect(body).toMatchObject({ firstName: 'Mega', cohort: 'DLA Samarinda Angkatan I', agency: 'Pemerintah Kota Samudra', asks: 'nip', signsInWith: 'email' });
    for (const secret of [nip, birthDate, 'Dahlia', email]) expect(text).not.toContain(secret);
    const made = await api.stranger.post(path, { ...right, nip: nip!.replace(/^(.{8})/, '$1 ') }).expect(200);
    expect(made.body).toMatchObject({ account: { displayName: 'Mega Dahlia', login: email, personId } });
    const cookie = String(made.headers['set-cookie']).split(';')[0]!;
    await api.stranger.get('/api/v1/auth/me').set('cookie', cookie).expect(200);
    expect(await accountsOf(personId)).toEqual([{ login: email, roles: ['participant:cohort'] }]);
    await api.stranger.post('/api/v1/auth/login', { login: nip!, password }).expect(200);
  });

  it('that was used says when, in the zone of the cohort', async () => {
    const { path, right } = await aLink();
    api.standAt(new Date(Date.now() + 60_000).toISOString());
    await api.stranger.post(path, right).expect(200);
    const again = await api.stranger.post(path, right).expect(409);
    expect(again.body.code).toBe('link.used');
    expect(again.body.titleId).toMatch(/^Tautan ini sudah dipakai pada \d+ \S+ \d{4} \d\d\.\d\d WITA\. Masuk dengan akun Anda atau minta tautan baru\.$/);
    await api.stranger.get(path).expect(409);
  });

  it('makes one account when four use it at once, also by two links', async () => {
    const { path, right, personId, email } = await aLink();
    await tell(personId);
    const other = `/api/v1/welcome/${tokenTo(email)}`;
    expect(other).not.toBe(path);
    const answers = await Promise.all([path, other, path, other].map((one) => api.stranger.post(one, right)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await accountsOf(personId)).toHaveLength(1);
    expect((await linksOf(personId)).filter(({ used_at }) => used_at !== null)).toHaveLength(1);
  });

  it('pauses after five wrong answers, tells the organiser once, and goes on afterwards', async () => {
    const { path, right, personId } = await aLink();
    const wrong = { ...right, birthDate: '1980-01-02' };
    for (const left of [4, 3, 2, 1]) expect((await api.stranger.post(path, wrong).expect(409)).body).toMatchObject({ code: 'welcome.wrong', details: { left } });
    const fifth = await api.stranger.post(path, wrong).expect(429);
    expect(fifth.body.code).toBe('welcome.paused');
    expect(Number(fifth.headers['retry-after'])).toBeGreaterThan(890);
    expect((await api.stranger.post(path, right).expect(429)).body.code).toBe('welcome.paused');
    await api.stranger.get(path).expect(429);
    const [{ paused_until: until } = { paused_until: null }] = await linksOf(personId);
    const told = await api.db.read<{ account_id: string; facts: object }>(`select account_id, facts from announcement where event = 'welcome.paused' and cohort_id = $1`, [cohort.cohortId]);
    expect(told).toEqual([{ account_id: organiser.accountId, facts: { person: 'Mega Dahlia', until: until!.toISOString(), zone: 'Asia/Makassar' } }]);
    await api.app.get(DeliveryWorker).work();
    const [inbox] = await api.db.read<{ subject: string; state: string }>(`select subject, state from message where account_id = $1 and event = 'welcome.paused' and channel = 'inbox'`, [organiser.accountId]);
    expect(inbox).toEqual({ subject: 'Mega Dahlia lima kali gagal masuk pertama kali', state: 'delivered' });
    api.standAt(until!.toISOString());
    await api.stranger.post(path, right).expect(200);
    expect(await accountsOf(personId)).toHaveLength(1);
  });

  it('counts every wrong answer of many at once', async () => {
    const { path, right, personId } = await aLink();
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.stranger.post(path, { ...right, birthDate: '1980-01-02' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([409, 409, 409, 409, 429, 429, 429, 429]);
    expect(await linksOf(personId)).toMatchObject([{ failures: 0, paused_until: expect.any(Date) }]);
  });

  it('is over after 14 days', async () => {
    const { path, right, personId } = await aLink();
    api.standAt((await linksOf(personId))[0]!.expires_at.toISOString());
    for (const answer of [await api.stranger.get(path), await api.stranger.post(path, right)]) expect(answer).toMatchObject({ status: 410, body: { code: 'welcome.expired' } });
    expect(await accountsOf(personId)).toEqual([]);
  });

  it('leads to signing in once there is an account by another way', async () => {
    const { path, right, personId } = await aLink();
    await api.as([], { id: personId });
    expect((await api.stranger.get(path).expect(409)).body.code).toBe('welcome.known');
    expect((await api.stranger.post(path, right).expect(409)).body.code).toBe('welcome.known');
  });

  it.each([
    ['a NIP of 17 digits', { nip: '19800101200501290' }, 400, { errors: [{ path: 'nip', message: 'NIP harus 18 angka (Anda mengisi 17).' }] }],
    ['no NIP', { nip: null }, 400, { errors: [{ path: 'nip', code: 'field.isNotEmpty' }] }],
    ['a short password', { password: 'kerikil' }, 400, { errors: [{ path: 'password', code: 'field.minLength' }] }],
    ['a password that is guessed first', { password: 'katasandi123' }, 409, { code: 'password.tooCommon' }],
  ])('does not count %s as a wrong answer', async (_, change, status, body) => {
    const { path, right, personId } = await aLink();
    expect((await api.stranger.post(path, { ...right, ...change }).expect(status)).body).toMatchObject(body);
    expect(await linksOf(personId)).toMatchObject([{ failures: 0, used_at: null }]);
    expect(await accountsOf(personId)).toEqual([]);
  });

  it('that nobody made is not known, in words', async () => {
    const { body } = await api.stranger.post(`/api/v1/welcome/${'x'.repeat(43)}`, { birthDate, password }).expect(404);
    expect(body).toMatchObject({ code: 'welcome.unknown', titleId: 'Tautan ini tidak dikenal. Periksa apakah alamatnya tersalin utuh.' });
  });
});

describe('somebody', () => {
  it('without NIP confirms the last word of the name', async () => {
    const { path, right, email, personId } = await aLink({ nip: null });
    expect((await api.stranger.get(path).expect(200)).body).toMatchObject({ asks: 'name' });
    await api.stranger.post(path, { ...right, lastWord: 'Mega' }).expect(409);
    await api.stranger.post(path, { ...right, lastWord: 'dahlia' }).expect(200);
    expect(await accountsOf(personId)).toMatchObject([{ login: email }]);
  });

  it('whose e-mail another account signs in with gets the NIP as login', async () => {
    const { path, right, email, nip, personId } = await aLink();
    await api.db.execute(`insert into account (login, display_name) values ($1, 'Arga Embun')`, [email]);
    await api.stranger.post(path, right).expect(200);
    expect(await accountsOf(personId)).toMatchObject([{ login: nip }]);
  });

  it('with neither chooses a login that is free', async () => {
    const { path, right, email, personId } = await aLink({ nip: null });
    await api.db.execute(`insert into account (login, display_name) values ($1, 'Arga Embun')`, [email]);
    const answers = { ...right, lastWord: 'Dahlia' };
    const mine = `mega.${randomUUID().slice(0, 8)}`;
    expect((await api.stranger.post(path, answers).expect(409)).body).toMatchObject({ errors: [{ path: 'login', code: 'welcome.loginNeeded' }] });
    await api.db.execute(`insert into account (login, display_name) values ($1, 'Arga Embun')`, [`${mine}x`]);
    expect((await api.stranger.post(path, { ...answers, login: `${mine}x` }).expect(409)).body.code).toBe('welcome.loginTaken');
    await api.stranger.post(path, { ...answers, login: mine.toUpperCase() }).expect(200);
    expect(await accountsOf(personId)).toMatchObject([{ login: mine }]);
  });

  it('of whom neither NIP nor birth date is known is led to the organiser', async () => {
    const { path, right } = await aLink({ nip: null, birthDate: null });
    expect((await api.stranger.get(path).expect(200)).body).toMatchObject({ asks: 'nothing' });
    expect((await api.stranger.post(path, { ...right, lastWord: 'Dahlia' }).expect(409)).body.code).toBe('welcome.incomplete');
  });
});

describe('a fresh link', () => {
  it('is sent by the organiser once a minute, and ends the one before', async () => {
    const { path, right, enrolmentId, email } = await aLink();
    api.standAt(new Date(Date.now() + 3_600_000).toISOString());
    await organiser.post(`/api/v1/enrolments/${enrolmentId}/welcome`).expect(200, { name: 'Mega Dahlia' });
    await organiser.post(`/api/v1/enrolments/${enrolmentId}/welcome`).expect(200);
    await api.app.get(DeliveryWorker).work();
    expect(postman.to(email)).toHaveLength(2);
    expect(postman.to(email)[1]!.text).toContain('Tautan berlaku 14 hari');
    await api.stranger.post(path, right).expect(410);
    await api.stranger.post(`/api/v1/welcome/${tokenTo(email)}`, right).expect(200);
    expect((await organiser.post(`/api/v1/enrolments/${enrolmentId}/welcome`).expect(409)).body.code).toBe('welcome.hasAccount');
  });

  it.each([
    ['has no address', { email: null }, 'welcome.noAddress'],
    ['waits', { state: 'waitlisted' }, 'welcome.noSeat'],
  ] as const)('is not sent to somebody who %s', async (_, wishes, code) => {
    const { enrolmentId, personId } = await aNominee(wishes);
    expect((await organiser.post(`/api/v1/enrolments/${enrolmentId}/welcome`).expect(409)).body.code).toBe(code);
    expect(await api.db.read(`select 1 from announcement where person_id = $1 and event = 'welcome.invited'`, [personId])).toEqual([]);
  });
});

describe('what is stored', () => {
  it.each([
    ['takes back its use', 'update welcome_link set used_at = null'],
    ['takes it away', 'delete from welcome_link'],
  ])('never %s', async (_, sql) => {
    const { path, right, personId } = await aLink();
    await api.stranger.post(path, right).expect(200);
    await expect(api.db.execute(`${sql} where person_id = $1`, [personId])).rejects.toThrow();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { inviteAdmin } from './index.js';

let api: TestApi;
let admin: Caller;
let mailbox: { to: string; text: string }[];
let postman: SMTPServer;

beforeAll(async () => {
  mailbox = [];
  postman = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, { envelope }, done) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => { text += chunk.toString(); });
    stream.on('end', () => { mailbox.push({ to: envelope.rcptTo[0]!.address, text: text.replace(/=\r\n/g, '').replaceAll('=3D', '=') }); done(); });
  } });
  const port = await new Promise<number>((resolve) => { const server = postman.listen(0, '127.0.0.1', () => { resolve((server.address() as { port: number }).port); }); });
  api = await startApi({ smtpUrl: `smtp://127.0.0.1:${String(port)}` });
  admin = await api.as([{ role: 'admin', scope: 'national' }]);
});
afterAll(async () => {
  await api.close();
  await new Promise<void>((resolve) => { postman.close(resolve); });
});

const tokenIn = (text: string): string => /tautan\/([\w-]{43})/.exec(text)![1]!;

async function invited(login: string): Promise<{ id: string; token: string }> {
  const { body } = await admin.post('/api/v1/accounts', { login, displayName: 'Citra Kenanga', grants: [] }).expect(201);
  return { id: body.id, token: tokenIn(body.invitation.url) };
}

describe('a link that sets a password', () => {
  it('works once, and tells when it was used', async () => {
    const { token } = await invited('undangan@contoh.example');
    await api.stranger.get(`/api/v1/auth/links/${token}`).expect(200, { displayName: 'Citra Kenanga', login: 'undangan@contoh.example', purpose: 'invitation' });
    await api.stranger.post(`/api/v1/auth/links/${token}`, { password: 'pualam di lazuardi' }).expect(204);
    await api.stranger.post('/api/v1/auth/login', { login: 'undangan@contoh.example', password: 'pualam di lazuardi' }).expect(200);
    const again = await api.stranger.post(`/api/v1/auth/links/${token}`, { password: 'pualam di seberang' }).expect(409);
    expect(again.body).toMatchObject({ code: 'link.used' });
    expect(again.body.title).toMatch(/^Tautan ini sudah dipakai pada /);
  });

  it('works once when two browsers use it at the same moment', async () => {
    const { token } = await invited('serentak@contoh.example');
    const answers = await Promise.all(['embun di bentala', 'embun di gerimis'].map((password) => api.stranger.post(`/api/v1/auth/links/${token}`, { password })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it.each([['a common word', 'umum', 'password123'], ['the login itself', 'undian', '77-undian-77'], ['one character', 'satu', 'aaaaaaaaaaaa']])('refuses %s as a password', async (_, login, password) => {
    const { token } = await invited(`${login}@contoh.example`);
    expect((await api.stranger.post(`/api/v1/auth/links/${token}`, { password })).body).toMatchObject({ code: 'password.tooCommon', errors: [{ path: 'password' }] });
  });

  it('ends', async () => {
    const { token } = await invited('lewat@contoh.example');
    api.standAt(new Date(Date.now() + 8 * 86_400_000).toISOString());
    await api.stranger.get(`/api/v1/auth/links/${token}`).expect(410);
    api.standAt(null);
  });

  it('comes by mail to those who forgot, ends every sign-in, and nobody learns who has an account', async () => {
    const { token } = await invited('lupa@contoh.example');
    await api.stranger.post(`/api/v1/auth/links/${token}`, { password: 'ilalang di cemara' }).expect(204);
    const before = await api.stranger.post('/api/v1/auth/login', { login: 'lupa@contoh.example', password: 'ilalang di cemara' }).expect(200);
    const cookie = String(before.headers['set-cookie']).split(';')[0]!;
    const known = await api.stranger.post('/api/v1/auth/reset-requests', { login: 'lupa@contoh.example' }).expect(202);
    const unknown = await api.stranger.post('/api/v1/auth/reset-requests', { login: 'tiada@contoh.example' }).expect(202);
    expect(known.body).toEqual(unknown.body);
    expect(mailbox.map(({ to }) => to)).toEqual(['lupa@contoh.example']);
    await api.stranger.post(`/api/v1/auth/links/${tokenIn(mailbox[0]!.text)}`, { password: 'kerikil di telaga' }).expect(204);
    await api.stranger.get('/api/v1/auth/me').set('cookie', cookie).expect(401);
  });
});

describe('managing accounts', () => {
  it('never reaches beyond one\'s own agency, nor into an account that acts elsewhere', async () => {
    const agency = async (code: string): Promise<string> => (await api.db.execute<{ id: string }>(`insert into agency (code, name, short_name, kind, zone) values ($1, 'Kota Contoh', 'Kota', 'city', 'Asia/Jakarta') returning id`, [code]))[0]!.id;
    const [here, there] = [await agency('ACC-A'), await agency('ACC-B')];
    const local = await api.as([{ role: 'admin', scope: 'agency', agencyId: here }]);
    await local.post('/api/v1/accounts', { login: 'jauh@contoh.example', displayName: 'Jauh', grants: [{ role: 'organiser', scope: 'agency', agencyId: there }] }).expect(404);
    await local.post('/api/v1/accounts', { login: 'atas@contoh.example', displayName: 'Atas', grants: [{ role: 'admin', scope: 'national' }] }).expect(404);
    const both = await api.as([{ role: 'organiser', scope: 'agency', agencyId: here }, { role: 'organiser', scope: 'agency', agencyId: there }]);
    await local.post(`/api/v1/accounts/${both.accountId}/links`).expect(404);
    const { body } = await local.get('/api/v1/accounts').expect(200);
    expect(body.rows.map((row: { id: string }) => row.id)).toContain(local.accountId);
    expect(body.rows.map((row: { id: string }) => row.id)).not.toContain(admin.accountId);
  });

  it('signs a disabled account out everywhere at once', async () => {
    const caller = await api.as([{ role: 'organiser', scope: 'national' }]);
    await caller.get('/api/v1/auth/me').expect(200);
    await admin.post(`/api/v1/accounts/${caller.accountId}/disable`).expect(204);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await caller.get('/api/v1/auth/me').expect(401);
  });

  it('refuses to lose the last national admin, also when two are withdrawn at once', async () => {
    const grants = await api.db.read<{ id: string; accountId: string }>(`select id, account_id as "accountId" from role_grant where role = 'admin' and scope = 'national' and revoked_at is null`);
    const answers = await Promise.all(grants.map(({ id, accountId }) => admin.delete(`/api/v1/accounts/${accountId}/grants/${id}`)));
    expect(answers.map(({ status }) => status)).toContain(409);
    const left = await api.db.read(`select 1 from role_grant where role = 'admin' and scope = 'national' and revoked_at is null`);
    expect(left.length).toBeGreaterThanOrEqual(1);
  });
});

describe('the first admin of an installation', () => {
  it('is made by a command and sets the password through its link', async () => {
    const url = await inviteAdmin(api.db, { login: 'Pertama@contoh.example', displayName: 'Admin Pertama', publicUrl: 'https://cek.contoh.example' });
    await api.stranger.post(`/api/v1/auth/links/${tokenIn(url)}`, { password: 'senja di pesisir' }).expect(204);
    const { body } = await api.stranger.post('/api/v1/auth/login', { login: 'pertama@contoh.example', password: 'senja di pesisir' }).expect(200);
    expect(body.permissions).toContain('agency.manage');
  });
});

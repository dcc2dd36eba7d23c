import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from './secret.js';
import { startApi, type TestApi } from '../testing/index.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());

async function anAccount(login: string, password: string | null): Promise<string> {
  const [row] = await api.db.execute<{ id: string }>(
    `insert into account (login, display_name, password_hash) values ($1, 'Arga Embun', $2) returning id`, [login, password && (await hashPassword(password))]);
  return row!.id;
}

describe('signing in', () => {
  it('opens a sign-in whose cookie scripts cannot read and whose token is stored only as a hash', async () => {
    await anAccount('arga@contoh.example', 'ilalang di telaga');
    const answer = await api.stranger.post('/api/v1/auth/login', { login: 'Arga@contoh.example', password: 'ilalang di telaga' }).expect(200);
    expect(answer.body).toMatchObject({ account: { login: 'arga@contoh.example' }, permissions: [] });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^jenjang_sign_in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/);
    const rows = await api.db.read<{ token_hash: Buffer }>(`select token_hash from sign_in`);
    expect(rows.map((row) => row.token_hash.length)).toContain(32);
    expect(JSON.stringify(rows)).not.toContain(cookie.slice(16, 59));
  });

  it.each([['a wrong password', 'bulan@contoh.example', 'salah sekali'], ['an unknown login', 'tiada@contoh.example', 'salah sekali'], ['an account without a password', 'baru@contoh.example', '']])(
    'refuses %s with the same words', async (_, login, password) => {
      if (login.startsWith('bulan')) await anAccount(login, 'cemara di bukit');
      if (login.startsWith('baru')) await anAccount(login, null);
      const answer = await api.stranger.post('/api/v1/auth/login', { login, password: password || 'x' }).expect(401);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ code: 'signIn.wrong', title: 'Nama pengguna atau kata sandi tidak cocok.', titleEn: 'The login or password does not match.' });
    });

  it('pauses after five wrong passwords, also for the right one, and tells how long', async () => {
    await anAccount('jeda@contoh.example', 'kenanga di taman');
    for (let n = 0; n < 5; n += 1) await api.stranger.post('/api/v1/auth/login', { login: 'jeda@contoh.example', password: 'salah' }).expect(401);
    const answer = await api.stranger.post('/api/v1/auth/login', { login: 'jeda@contoh.example', password: 'kenanga di taman' }).expect(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(5);
    expect(answer.body).toMatchObject({ code: 'signIn.paused' });
  });

  it('ends a sign-in at once, on every process that remembered it', async () => {
    const caller = await api.as([{ role: 'admin', scope: 'national' }]);
    await caller.get('/api/v1/auth/me').expect(200);
    await caller.post('/api/v1/auth/logout').expect(204);
    await caller.get('/api/v1/auth/me').expect(401);
  });

  it.each([['another site', { 'sec-fetch-site': 'cross-site' }], ['another origin', { origin: 'https://jahat.example' }]])('refuses unsafe requests from %s', async (_, headers) => {
    const caller = await api.as([]);
    const answer = await caller.post('/api/v1/auth/logout').set(headers).expect(403);
    expect(answer.body).toMatchObject({ code: 'request.crossSite' });
  });

  it('names unknown fields, wrong shapes and broken JSON', async () => {
    const unknown = await api.stranger.post('/api/v1/auth/login', { login: 'arga', password: 'x', admin: true }).expect(400);
    expect(unknown.body.errors).toMatchObject([{ path: 'admin', code: 'field.whitelistValidation' }]);
    const broken = await api.stranger.post('/api/v1/auth/login').set('content-type', 'application/json').send('{"login":').expect(400);
    expect(broken.body).toMatchObject({ code: 'input.notJson' });
    const letter = await api.stranger.post('/api/v1/auth/login').set('content-type', 'text/plain').send('arga').expect(415);
    expect(letter.body).toMatchObject({ code: 'input.mediaType' });
  });
});

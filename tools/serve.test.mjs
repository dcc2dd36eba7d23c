import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { freePort } from './ports.mjs';
import {
  asNobody,
  projectWith,
  runWords,
  startNode,
  temporaryDirectory,
  unlessRoot,
  until,
} from './testing.mjs';

/** Stands in for the program: it talks to the database it is given, and serves what it found there. */
const PROGRAM = `
  import http from 'node:http';
  import pg from 'pg';
  export async function serve() {
    const { DATABASE_URL, DEMO, HOST, JENJANG_DATA, PORT, SECRET_KEY } = process.env;
    const client = new pg.Client({ connectionString: DATABASE_URL });
    await client.connect();
    client.on('error', () => {});
    await client.query('create table if not exists visit (at timestamptz default now())');
    await client.query('insert into visit default values');
    const { rows } = await client.query('select count(*)::int as visits, current_user as role, current_setting(\\'is_superuser\\') as superuser from visit');
    const answer = JSON.stringify({ ...rows[0], DEMO, JENJANG_DATA, SECRET_KEY });
    const server = http.createServer((_, response) => response.end(answer));
    await new Promise((resolve) => server.listen(Number(PORT), HOST, resolve));
    const close = async () => {
      await client.query('select 1');
      await client.end();
      server.close();
      console.log('program closed');
    };
    return { url: 'http://' + HOST + ':' + PORT, close, demoLogins: [{ role: 'admin', login: 'admin@contoh', password: 'mudah-ditebak' }] };
  }
`;

const environment = (extra) => ({
  ...process.env,
  DATABASE_URL: '',
  SECRET_KEY: '',
  JENJANG_DATA: '',
  DEMO: '',
  HOST: '',
  ...extra,
});

/** Starts `serve` on a free port in a project of its own. */
async function serveIn(t, root, extra = {}, stdio = ['ignore', 'pipe', 'pipe']) {
  const port = await freePort();
  const env = environment({ PORT: String(port), ...extra });
  const running = startNode(t, [path.join(root, 'tools/serve.mjs')], { env, stdio });
  return { ...running, port, url: `http://127.0.0.1:${port}` };
}

const ask = async (url) => (await fetch(url)).json();

test('starts its own database, prints address and logins, stops cleanly, and keeps everything', async (t) => {
  const root = projectWith(t, { main: PROGRAM });
  const first = await serveIn(t, root);
  const words = await first.said(/Ctrl-C/);
  assert.match(words, new RegExp(`${first.url}[^]*admin +admin@contoh +mudah-ditebak`));
  const before = await ask(first.url);
  assert.deepEqual(
    { ...before, SECRET_KEY: '' },
    {
      visits: 1,
      role: 'jenjang',
      superuser: 'off',
      DEMO: '1',
      JENJANG_DATA: path.join(root, 'var'),
      SECRET_KEY: '',
    },
  );
  first.child.kill('SIGINT');
  assert.equal(await first.exited, 0);
  assert.match(await first.said(/program closed/), /stopping\nprogram closed/);
  assert.ok(!existsSync(path.join(root, 'var/postgres/postmaster.pid')), 'PostgreSQL was stopped cleanly');
  const second = await serveIn(t, root);
  await second.said(/Ctrl-C/);
  assert.deepEqual(await ask(second.url), { ...before, visits: 2 });
});

test('keeps its secrets to the owner', async (t) => {
  const root = projectWith(t, { main: PROGRAM });
  const { said } = await serveIn(t, root);
  await said(/Ctrl-C/);
  const modes = ['.', 'secret-key', 'postgres-password'].map((name) =>
    (statSync(path.join(root, 'var', name)).mode & 0o777).toString(8),
  );
  assert.deepEqual(modes, ['700', '600', '600']);
});

test('names the port that is taken before anything slow begins', async (t) => {
  const root = projectWith(t, { main: PROGRAM });
  const first = await serveIn(t, root);
  await first.said(/Ctrl-C/);
  const second = startNode(t, [path.join(root, 'tools/serve.mjs')], {
    env: environment({ PORT: String(first.port), JENJANG_DATA: 'other' }),
  });
  assert.equal(await second.exited, 1);
  assert.match(
    await second.said(/in use/),
    new RegExp(`Port ${first.port} sedang dipakai[^]*Port ${first.port} is already in use`),
  );
  assert.ok(!existsSync(path.join(root, 'other')));
});

test('runs twice at once on different ports and directories, but not on one directory', async (t) => {
  const root = projectWith(t, { main: PROGRAM });
  const [one, two] = [
    await serveIn(t, root, { JENJANG_DATA: 'one' }),
    await serveIn(t, root, { JENJANG_DATA: 'two' }),
  ];
  await Promise.all([one.said(/Ctrl-C/), two.said(/Ctrl-C/)]);
  assert.deepEqual([(await ask(one.url)).visits, (await ask(two.url)).visits], [1, 1]);
  const third = await serveIn(t, root, { JENJANG_DATA: 'one' });
  assert.equal(await third.exited, 1);
  await third.said(/sedang dipakai Jenjang lain[^]*in use by another Jenjang/);
});

test('takes one Ctrl-C for one, however often it arrives, and a later one for "now"', async (t) => {
  const root = projectWith(t, { main: PROGRAM.replace('server.close();', 'await new Promise(() => {});') });
  const { child, said, exited } = await serveIn(t, root);
  await said(/Ctrl-C/);
  child.kill('SIGINT');
  child.kill('SIGINT');
  await said(/stopping/);
  await new Promise((resolve) => setTimeout(resolve, 900));
  assert.equal(child.exitCode, null, 'still closing in good order');
  child.kill('SIGINT');
  assert.equal(await exited, 130);
});

test('says so and leaves when its PostgreSQL dies', async (t) => {
  const root = projectWith(t, { main: PROGRAM });
  const { said, exited } = await serveIn(t, root);
  await said(/Ctrl-C/);
  process.kill(postmasterOf(root), 'SIGKILL');
  assert.equal(await exited, 1);
  await said(/PostgreSQL berhenti sendiri/);
});

test('leaves no PostgreSQL behind when it is killed, and starts again', async (t) => {
  const root = projectWith(t, { main: PROGRAM });
  const first = await serveIn(t, root);
  await first.said(/Ctrl-C/);
  const pid = postmasterOf(root);
  first.child.kill('SIGKILL');
  await until(() => !existsSync(`/proc/${pid}`));
  const second = await serveIn(t, root);
  await second.said(/Ctrl-C/);
  assert.equal((await ask(second.url)).visits, 2);
});

test('stops by itself when the command that started it is gone', async (t) => {
  const root = projectWith(t, { main: PROGRAM });
  const { child, said, exited } = await serveIn(t, root, {}, ['ignore', 'pipe', 'pipe', 'ipc']);
  await said(/Ctrl-C/);
  child.disconnect();
  assert.equal(await exited, 0);
  await said(/program closed/);
});

test('tells plainly that it was not built, and stops the database it had started', async (t) => {
  const root = projectWith(t);
  const { said, exited } = await serveIn(t, root);
  assert.equal(await exited, 1);
  await said(/belum dibangun[^]*not built yet/);
  assert.ok(!existsSync(path.join(root, 'var/postgres/postmaster.pid')));
});

test('leaves with the reason when the program cannot start', async (t) => {
  const root = projectWith(t, {
    main: "export const serve = () => Promise.reject(new Error('no such thing'));",
  });
  const { said, exited } = await serveIn(t, root);
  assert.equal(await exited, 1);
  await said(/Error: no such thing/);
});

test('refuses a port that is no number', async (t) => {
  const { said, exited } = await serveIn(t, projectWith(t, { main: PROGRAM }), { PORT: 'tiga' });
  assert.equal(await exited, 1);
  await said(/PORT harus berupa angka[^]*PORT must be a number/);
});

test('uses the server that DATABASE_URL names, and then loads no demo data by itself', async (t) => {
  const main =
    'export const serve = async () => ({ url: `${process.env.DATABASE_URL} demo=${process.env.DEMO}`, close: async () => {} });';
  const root = projectWith(t, { main });
  const { said } = await serveIn(t, root, { DATABASE_URL: 'postgres://elsewhere/db' });
  await said(/is ready at {2}postgres:\/\/elsewhere\/db demo=undefined/);
  assert.deepEqual(readdirSync(path.join(root, 'var')), ['secret-key']);
});

test('names a data directory that this user may not write to', { skip: unlessRoot() }, async (t) => {
  const root = projectWith(t, { main: PROGRAM });
  const closed = temporaryDirectory(t);
  const env = environment({ PORT: String(await freePort()), JENJANG_DATA: closed });
  const { status, text } = runWords([...asNobody, process.execPath, path.join(root, 'tools/serve.mjs')], {
    env,
  });
  assert.equal(status, 1);
  assert.match(text, new RegExp(`${closed} tidak dapat ditulisi[^]*${closed} is not writable`));
});

/** The first line of the server's own lock. */
const postmasterOf = (root) =>
  Number(readFileSync(path.join(root, 'var/postgres/postmaster.pid'), 'utf8').split('\n')[0]);

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import pg from 'pg';
import { passwordFile, startPostgres } from './embedded-postgres.mjs';
import { explainLog } from './postgres-problems.mjs';
import { inProject } from './project.mjs';
import {
  asNobody,
  atEnd,
  isRoot,
  runWords,
  startNode,
  temporaryDirectory,
  unlessRoot,
  until,
  withSmallDisk,
} from './testing.mjs';

const placeIn = (t) => path.join(temporaryDirectory(t), 'data', 'postgres');

async function start(t, options) {
  const server = await startPostgres(options);
  atEnd(t, () => server.stop());
  return server;
}

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A program that starts a server, says so, and waits to be told or killed. */
const keeper = `
  import { startPostgres } from '${inProject('tools/embedded-postgres.mjs')}';
  const server = await startPostgres({ dataDir: process.argv[2] }).catch((error) => {
    console.log(error.message);
    process.exit(1);
  });
  console.log('pid ' + server.pid);
  if (process.argv[3] === 'once') await server.stop();
  else setInterval(() => {}, 1000);
`;

function keeperIn(t) {
  const file = path.join(temporaryDirectory(t), 'keeper.mjs');
  writeFileSync(file, keeper);
  return file;
}

const isRunning = (pid) => existsSync(`/proc/${pid}`);

test('keeps data and password between starts', async (t) => {
  const dataDir = placeIn(t);
  const first = await start(t, { dataDir });
  await ask(first.url('postgres'), 'create table kept as select 42 as answer');
  await first.stop();
  const second = await start(t, { dataDir });
  assert.deepEqual([first.fresh, second.fresh], [true, false]);
  assert.deepEqual(await ask(second.url('postgres'), 'select answer from kept'), [{ answer: 42 }]);
});

test('lets nobody in without the password, which only its owner can read', async (t) => {
  const dataDir = placeIn(t);
  const { port, url } = await start(t, { dataDir });
  assert.equal(statSync(passwordFile(dataDir)).mode & 0o777, 0o600);
  await assert.rejects(
    ask(`postgres://postgres:guess@127.0.0.1:${port}/postgres`, 'select 1'),
    /password authentication failed/,
  );
  const hba = await ask(
    url('postgres'),
    "select distinct auth_method from pg_hba_file_rules where 'all' = any (database)",
  );
  assert.deepEqual(hba, [{ auth_method: 'scram-sha-256' }]);
});

test('is durable for real use and quick for throw-away use', async (t) => {
  const settings =
    "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by 1";
  const values = async (server) =>
    (await ask(server.url('postgres'), settings)).map(({ setting }) => setting);
  assert.deepEqual(await values(await start(t, { dataDir: placeIn(t) })), ['on', 'on', 'on']);
  assert.deepEqual(await values(await start(t, { dataDir: placeIn(t), throwAway: true })), [
    'off',
    'off',
    'off',
  ]);
});

test('runs twice at once on different directories', async (t) => {
  const servers = await Promise.all([start(t, { dataDir: placeIn(t) }), start(t, { dataDir: placeIn(t) })]);
  assert.notEqual(servers[0].port, servers[1].port);
  for (const { url } of servers)
    assert.deepEqual(await ask(url('postgres'), 'select 1 as one'), [{ one: 1 }]);
});

test('refuses a directory that another server uses, and leaves that server alone', async (t) => {
  const dataDir = placeIn(t);
  const { url } = await start(t, { dataDir });
  await assert.rejects(startPostgres({ dataDir }), { code: 'data.inUse' });
  assert.deepEqual(await ask(url('postgres'), 'select 1 as one'), [{ one: 1 }]);
});

test('two first starts at the same moment end as one server and one refusal', async (t) => {
  const dataDir = placeIn(t);
  const outcomes = await Promise.allSettled([start(t, { dataDir }), start(t, { dataDir })]);
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  assert.equal(outcomes.find(({ status }) => status === 'rejected').reason.code, 'data.inUse');
});

test('stops when the program that started it is killed, and starts again on its data', async (t) => {
  const dataDir = placeIn(t);
  const { child, said } = startNode(t, [keeperIn(t), dataDir]);
  const pid = Number(/pid (\d+)/.exec(await said(/pid \d+/))[1]);
  child.kill('SIGKILL');
  await until(() => !isRunning(pid));
  assert.equal((await start(t, { dataDir })).fresh, false);
});

test('recovers when the server itself was killed', async (t) => {
  const dataDir = placeIn(t);
  const first = await start(t, { dataDir });
  await ask(first.url('postgres'), 'create table survivor as select 1 as one');
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  assert.ok(existsSync(path.join(dataDir, 'postmaster.pid')), 'the lock of the dead server is still there');
  const second = await start(t, { dataDir });
  assert.deepEqual(await ask(second.url('postgres'), 'select one from survivor'), [{ one: 1 }]);
});

test('is not fooled by a lock whose number belongs to a stranger by now', async (t) => {
  const dataDir = placeIn(t);
  const first = await start(t, { dataDir });
  const lock = readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8');
  await first.stop();
  writeFileSync(path.join(dataDir, 'postmaster.pid'), lock.replace(/^\d+/, String(process.ppid)));
  assert.equal((await start(t, { dataDir })).fresh, false);
});

test('clears away what a first start that was killed has left', async (t) => {
  const dataDir = placeIn(t);
  mkdirSync(`${dataDir}.new-999999999`, { recursive: true });
  await start(t, { dataDir });
  assert.deepEqual(readdirSync(path.dirname(dataDir)).sort(), ['postgres', 'postgres-password']);
});

test('refuses data of another PostgreSQL version', async (t) => {
  const dataDir = placeIn(t);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(path.join(dataDir, 'PG_VERSION'), '15\n');
  await assert.rejects(startPostgres({ dataDir }), { code: 'data.otherVersion' });
});

test('refuses a directory that holds something else', async (t) => {
  const dataDir = placeIn(t);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(path.join(dataDir, 'thesis.txt'), 'years of work');
  await assert.rejects(startPostgres({ dataDir }), { code: 'data.notOurs' });
  assert.equal(readFileSync(path.join(dataDir, 'thesis.txt'), 'utf8'), 'years of work');
});

test('refuses a path that is a file', async (t) => {
  const file = path.join(temporaryDirectory(t), 'file');
  writeFileSync(file, '');
  await assert.rejects(startPostgres({ dataDir: path.join(file, 'postgres') }), { code: 'data.notWritable' });
});

test('says so when the password is lost', async (t) => {
  const dataDir = placeIn(t);
  await (await start(t, { dataDir })).stop();
  rmSync(passwordFile(dataDir));
  await assert.rejects(startPostgres({ dataDir }), { code: 'data.passwordLost' });
});

test('refuses in Indonesian first and English second', async (t) => {
  const dataDir = placeIn(t);
  await start(t, { dataDir });
  const [indonesian, english] = (await startPostgres({ dataDir }).catch((error) => error)).message.split(
    '\n',
  );
  assert.match(indonesian, /sedang dipakai Jenjang lain/);
  assert.match(english, /in use by another Jenjang/);
});

test('puts the last words of a server into plain ones', () => {
  const codes = [
    'PANIC: could not write: No space left on device',
    'FATAL: lock file "postmaster.pid" already exists',
    'could not open: Permission denied',
    'something new',
  ];
  assert.deepEqual(
    codes.map((log) => explainLog(log, '/data').code),
    ['disk.full', 'data.inUse', 'data.notWritable', 'postgres.broken'],
  );
});

test('runs as an ordinary user', { skip: unlessRoot() }, (t) => {
  const home = temporaryDirectory(t);
  execFileSync('chown', ['65534', home]);
  const run = () =>
    runWords([...asNobody, process.execPath, keeperIn(t), path.join(home, 'data/postgres'), 'once']);
  for (const attempt of ['first', 'second']) assert.equal(run().status, 0, attempt);
  assert.equal(statSync(path.join(home, 'data/postgres')).uid, 65534);
});

test(
  'as root, starts data that belong to an ordinary user as that user',
  { skip: unlessRoot() },
  async (t) => {
    const home = temporaryDirectory(t);
    execFileSync('chown', ['65534', home]);
    const dataDir = path.join(home, 'data/postgres');
    runWords([...asNobody, process.execPath, keeperIn(t), dataDir, 'once']);
    const { pid } = await start(t, { dataDir });
    assert.equal(statSync(`/proc/${pid}`).uid, 65534);
  },
);

test('as root where user namespaces are forbidden, runs as nobody', { skip: unlessRoot() }, async (t) => {
  const dataDir = placeIn(t);
  const { pid, url } = await start(t, { dataDir, allowNamespace: false });
  assert.equal(statSync(`/proc/${pid}`).uid, 65534);
  assert.deepEqual(await ask(url('postgres'), 'select 1 as one'), [{ one: 1 }]);
});

test('refuses a directory that the user may not write to', { skip: unlessRoot() }, (t) => {
  const home = temporaryDirectory(t);
  const { status, text } = runWords([
    ...asNobody,
    process.execPath,
    keeperIn(t),
    path.join(home, 'data/postgres'),
  ]);
  assert.equal(status, 1);
  assert.match(text, /tidak dapat ditulisi[^]*is not writable/);
});

const unlessMounting =
  isRoot && runWords(['unshare', '--mount', '--', 'true']).status === 0
    ? false
    : 'needs to mount a small disk';

test('refuses to begin on a disk that is too small', { skip: unlessMounting }, (t) => {
  const disk = temporaryDirectory(t);
  const { status, text } = runWords([
    ...withSmallDisk(disk, 100),
    process.execPath,
    keeperIn(t),
    path.join(disk, 'data/postgres'),
  ]);
  assert.equal(status, 1);
  assert.match(text, /tersisa (99|100) MB[^]*Not enough disk space/);
});

test('says so when the disk has filled up since', { skip: unlessMounting }, (t) => {
  const disk = temporaryDirectory(t);
  const place = path.join(disk, 'data/postgres');
  const script = `"$0" "$1" "$2" once && { cat /dev/zero > "${disk}/filler" 2>/dev/null; "$0" "$1" "$2"; }`;
  const { status, text } = runWords([
    ...withSmallDisk(disk, 400),
    'sh',
    '-c',
    script,
    process.execPath,
    keeperIn(t),
    place,
  ]);
  assert.equal(status, 1);
  assert.match(text, /pid \d+[^]*Ruang disk[^]*Not enough disk space/);
});

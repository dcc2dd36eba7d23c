import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import pg from 'pg';
import { startTestServer, stopTestServer, startThrowAway } from './jest-postgres.mjs';
import { inProject } from './project.mjs';
import { startNode, temporaryDirectory, until } from './testing.mjs';

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const homesOf = (pid) => readdirSync(tmpdir()).filter((name) => name.startsWith(`jenjang-test-${pid}-`));

test('gives each worker a migrated database of its own, and leaves nothing behind', async (t) => {
  const server = await startTestServer({ workers: 2 });
  t.after(() => stopTestServer());
  const tables = "select count(*)::int as count from pg_tables where schemaname = 'public'";
  const [[one], [two]] = [await ask(server.url('w1'), tables), await ask(server.url('w2'), tables)];
  assert.ok(one.count > 10, `${one.count} tables`);
  assert.deepEqual(one, two);
  await ask(server.url('w1'), 'create table only_here (n int)');
  assert.deepEqual(await ask(server.url('w2'), "select to_regclass('only_here') as found"), [
    { found: null },
  ]);
  assert.deepEqual(await ask(server.url('w1'), "select current_setting('is_superuser') as super"), [
    { super: 'off' },
  ]);
  assert.equal(homesOf(process.pid).length, 1);
  await stopTestServer();
  assert.deepEqual(homesOf(process.pid), []);
});

test('clears away the server and the data of a run that was killed', async (t) => {
  const script = path.join(temporaryDirectory(t), 'run.mjs');
  const text = `import { startThrowAway } from '${inProject('tools/jest-postgres.mjs')}';
    const { pid } = await startThrowAway(); console.log('pid ' + pid); setInterval(() => {}, 1000);`;
  writeFileSync(script, text);
  const { child, said, exited } = startNode(t, [script]);
  const postgres = Number(/pid (\d+)/.exec(await said(/pid \d+/))[1]);
  assert.equal(homesOf(child.pid).length, 1);
  child.kill('SIGKILL');
  await exited;
  await until(() => !existsSync(`/proc/${postgres}`));
  await (await startThrowAway()).remove();
  assert.deepEqual(homesOf(child.pid), []);
});

test('leaves the data of a run that is still going alone', async (t) => {
  const running = await startThrowAway();
  t.after(() => running.remove());
  await (await startThrowAway()).remove();
  assert.deepEqual(await ask(running.url('postgres'), 'select 1 as one'), [{ one: 1 }]);
});

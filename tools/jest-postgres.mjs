/** Databases for tests: one throw-away PostgreSQL, a migrated template, and a copy of it for each Jest worker. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { startPostgres } from './embedded-postgres.mjs';
import { isAlive, runningServer } from './postgres-problems.mjs';

const PREFIX = 'jenjang-test-';

/** Owner of the test databases: like in production, not the server's superuser. */
const OWNER = 'jenjang';

let current = null;

/**
 * Starts the server with databases w1 … wN, each an empty, migrated installation.
 * `url(name)` of the result connects as the owner of the databases, `url(name, 'postgres')` as superuser.
 */
export async function startTestServer({ workers = 1 } = {}) {
  const server = await startThrowAway();
  current = server;
  try {
    await createOwnedDatabase(server, 'tpl');
    await migrate(server.url('tpl', OWNER));
    for (let worker = 1; worker <= workers; worker += 1) await cloneDatabase(server, `w${worker}`);
  } catch (error) {
    await stopTestServer();
    throw error;
  }
  return { ...server, url: (database, user = OWNER) => server.url(database, user) };
}

/** Stops the server and deletes its data. */
export async function stopTestServer() {
  await current?.remove();
  current = null;
}

/** A server in the temporary directory that is gone without a trace after `remove()`, or at the next start after a crash. */
export async function startThrowAway() {
  removeCrashed();
  const home = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const discard = () => rmSync(home, { recursive: true, force: true });
  try {
    const server = await startPostgres({ dataDir: path.join(home, 'postgres'), throwAway: true });
    return { ...server, remove: () => server.stop().then(discard) };
  } catch (error) {
    discard();
    throw error;
  }
}

/** Makes the owner and an empty database of its own. Returns its connection string. */
export async function createOwnedDatabase(server, name) {
  await onServer(server, (client) => client.query(`create role ${OWNER} login createdb`));
  await onServer(server, (client) => client.query(`create database ${name} owner ${OWNER}`));
  return server.url(name, OWNER);
}

/** Copies the migrated template, which takes a moment where migrating takes seconds. */
export const cloneDatabase = (server, name, template = 'tpl') =>
  onServer(server, (client) => client.query(`create database ${name} template ${template} owner ${OWNER}`));

async function migrate(url) {
  const { migrations } = await import('@jenjang/migrations');
  const source = new DataSource({ type: 'postgres', url, migrations });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

async function onServer(server, work) {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Deletes what runs that were killed have left behind. Those of living processes, and of other users, stay. */
function removeCrashed() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const home = path.join(tmpdir(), name);
    const maker = Number(name.slice(PREFIX.length).split('-')[0]);
    if (isAlive(maker) || runningServer(path.join(home, 'postgres'))) continue;
    try {
      rmSync(home, { recursive: true, force: true });
    } catch (error) {
      if (!['EACCES', 'EPERM'].includes(error.code)) throw error;
    }
  }
}

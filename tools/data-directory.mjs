// The one directory that holds everything of an installation that brings no server of its own (JENJANG_DATA).
import { appendFileSync, existsSync, readFileSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { passwordFile, startPostgres } from './embedded-postgres.mjs';
import { runningServer } from './postgres-problems.mjs';
import { projectRoot } from './project.mjs';

/** Name of the database and of the role that owns it: the program never works as the server's superuser. */
const NAME = 'jenjang';

/** A log larger than this is started anew; it only serves to explain a server that does not start. */
const LOG_BYTES = 10 * 1024 * 1024;

/** Absolute path of the data directory. */
export const dataDirectory = () => path.resolve(projectRoot, process.env.JENJANG_DATA || 'var');

/** Starts the data directory's own PostgreSQL with the program's database in it. `databaseUrl` connects as its owner. */
export async function startDatabase(directory) {
  const server = await startPostgres({
    dataDir: clusterOf(directory),
    log: logTo(path.join(directory, 'postgres.log')),
  });
  try {
    await ensureDatabase(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, databaseUrl: server.url(NAME, NAME) };
}

/** Connection string of the data directory's server if one is running now, else null. */
export function runningDatabaseUrl(directory) {
  const server = runningServer(clusterOf(directory));
  if (server === null) return null;
  const password = readFileSync(passwordFile(clusterOf(directory)), 'utf8').trim();
  return `postgres://${NAME}:${password}@127.0.0.1:${server.port}/${NAME}`;
}

const clusterOf = (directory) => path.join(directory, 'postgres');

function logTo(file) {
  if (existsSync(file) && statSync(file).size > LOG_BYTES) truncateSync(file);
  return (text) => appendFileSync(file, text, { mode: 0o600 });
}

async function ensureDatabase(server) {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select exists (select from pg_roles where rolname = $1) as role, exists (select from pg_database where datname = $1) as base',
      [NAME],
    );
    if (!rows[0].role)
      await client.query(`create role ${NAME} login password ${client.escapeLiteral(server.password)}`);
    if (!rows[0].base) await client.query(`create database ${NAME} owner ${NAME}`);
  } finally {
    await client.end();
  }
}

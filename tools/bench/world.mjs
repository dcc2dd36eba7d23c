// The data that benchmarks run on: made once by world.sql in a data directory of its own, kept, and found again while
// neither the schema nor the data change. PostgreSQL runs with the durable settings of production.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { startDatabase } from '../data-directory.mjs';
import { isAlive, runningServer } from '../postgres-problems.mjs';
import { inProject } from '../project.mjs';

const PREFIX = 'jenjang-bench-world-';
const KEPT_DAYS = 7;
const DATA = inProject('tools', 'bench', 'world.sql');

/** Accounts of the world; all have this password. */
export const PASSWORD = 'ilalang telaga 2024';
export const logins = {
  organiser: 'organiser@contoh.example',
  hr: 'hr@contoh.example',
  participant: 'participant@contoh.example',
};

/** The id that world.sql gives the i-th thing of a kind. */
export function idOf(kind, i) {
  const hex = createHash('md5').update(`${kind} ${i}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A data directory with `people` participants and as many certificates; made now unless it is there already. */
export async function worldDirectory(people) {
  removeOld();
  const directory = path.join(tmpdir(), `${PREFIX}${people}-${stamp()}`);
  if (!existsSync(directory)) await build(directory, people);
  utimesSync(directory, new Date(), new Date());
  return directory;
}

/** Changes when the schema or the data would. */
function stamp() {
  const digest = createHash('sha256').update(readFileSync(DATA));
  const migrations = inProject('migrations');
  for (const name of readdirSync(migrations).filter((entry) => entry.endsWith('.ts')).sort()) {
    digest.update(readFileSync(path.join(migrations, name)));
  }
  return digest.digest('hex').slice(0, 12);
}

/** Built beside its place and moved in whole, so that what was interrupted is never taken for complete. */
async function build(directory, people) {
  console.error(`# making ${people} participants, once`);
  const building = mkdtempSync(path.join(tmpdir(), `${PREFIX}new-${process.pid}-`));
  try {
    const database = await startDatabase(building);
    try {
      await migrate(database.databaseUrl);
      await fill(database.url('jenjang'), people);
    } finally {
      await database.stop();
    }
    renameSync(building, directory);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
}

async function migrate(url) {
  const { migrations } = await import('@jenjang/migrations');
  const source = new DataSource({ type: 'postgres', url, migrations: [...migrations] });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

async function fill(superuserUrl, people) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await client.query(`select set_config('bench.people', $1, false), set_config('bench.password_hash', $2, false)`, [String(people), passwordHash]);
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '256MB'; set work_mem = '64MB'`);
    await client.query(readFileSync(DATA, 'utf8'));
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

/** Deletes worlds that nobody used for a week, and those whose making was interrupted. */
function removeOld() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const directory = path.join(tmpdir(), name);
    const maker = /-new-(\d+)-/.exec(name)?.[1];
    const old = Date.now() - statSync(directory).mtimeMs > KEPT_DAYS * 86_400_000;
    const orphan = maker !== undefined && !isAlive(Number(maker));
    if ((old || orphan) && !runningServer(path.join(directory, 'postgres'))) rmSync(directory, { recursive: true, force: true });
  }
}

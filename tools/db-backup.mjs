// Backup and restore with PostgreSQL's own programs, proven by counting the rows of every table.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { PlainError } from './plain-error.mjs';

/** `backup [FILE]`: one file in PostgreSQL's custom format, and beside it the row counts at the same instant. */
export async function backup(url, [file = defaultFile()]) {
  return withClient(url, async (client) => {
    await requireClientFor(client, 'pg_dump');
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query('select pg_export_snapshot() as snapshot');
    const counts = await rowCounts(client);
    await runClient(
      'pg_dump',
      ['--format=custom', '--no-owner', '--no-acl', `--snapshot=${rows[0].snapshot}`, `--file=${file}`],
      url,
    );
    writeFileSync(countsFile(file), `${JSON.stringify(counts, null, 2)}\n`);
    console.log(`Cadangan · backup: ${file} (${summary(counts)})`);
    return 0;
  });
}

/** `restore FILE [--replace]`: into an empty database, or with --replace over what is there, then compares the counts. */
export async function restore(url, argv) {
  const file = argv.find((word) => !word.startsWith('--'));
  if (!file || !existsSync(file)) throw noSuchBackup(file);
  return withClient(url, async (client) => {
    await requireClientFor(client, 'pg_restore');
    await requireQuiet(client);
    await makeRoom(client, argv.includes('--replace'));
    await runClient(
      'pg_restore',
      ['--no-owner', '--no-acl', '--exit-on-error', '--single-transaction', file],
      url,
    );
    return compareCounts(await rowCounts(client), file);
  });
}

const defaultFile = () => `jenjang-${new Date().toISOString().replace(/[:T]/g, '-').slice(0, 19)}.dump`;
const countsFile = (file) => `${file}.counts.json`;
const summary = (counts) =>
  `${Object.keys(counts).length} tabel · tables, ${Object.values(counts).reduce((sum, count) => sum + count, 0)} baris · rows`;

const noSuchBackup = (file) =>
  new PlainError(
    file ? `Berkas cadangan ${file} tidak ada.` : 'Sebutkan berkas cadangannya: npm run db:restore -- BERKAS',
    file ? `There is no backup file ${file}.` : 'Name the backup file: npm run db:restore -- FILE',
  );

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Exact rows of every table that is ours, by schema-qualified name. */
async function rowCounts(client) {
  const { rows: tables } = await client.query(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const counts = {};
  for (const { name } of tables) {
    const { rows } = await client.query(`select count(*)::float8 as count from ${name}`);
    counts[name] = rows[0].count;
  }
  return counts;
}

/** The server's programs are not part of the npm package, and an older one refuses a newer server. */
async function requireClientFor(client, program) {
  const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
  const { major } = rows[0];
  const found = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (found.error) throw clientMissing(program, major);
  const version = Number(/(\d+)(\.\d+|\w+\d+)/.exec(found.stdout)?.[1]);
  if (version < major) throw clientTooOld(program, version, major);
}

const clientMissing = (program, major) =>
  new PlainError(
    `${program} tidak ditemukan. Pada Debian pasang paket postgresql-client-${major} (dari https://apt.postgresql.org bila belum ada).`,
    `${program} was not found. On Debian install the package postgresql-client-${major} (from https://apt.postgresql.org if need be).`,
    { code: 'client.missing' },
  );

const clientTooOld = (program, version, major) =>
  new PlainError(
    `${program} versi ${version} lebih tua daripada server PostgreSQL ${major}. Pada Debian pasang paket postgresql-client-${major} dari https://apt.postgresql.org`,
    `${program} ${version} is older than the PostgreSQL ${major} server. On Debian install the package postgresql-client-${major} from https://apt.postgresql.org`,
    { code: 'client.tooOld' },
  );

/** The password goes by environment: other users of the machine can read the arguments of a command. */
function runClient(program, args, url) {
  const address = new URL(url);
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(address.password) };
  address.password = '';
  return new Promise((resolve, reject) => {
    const child = spawn(program, [`--dbname=${address.href}`, ...args], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(clientFailed(program))));
  });
}

const clientFailed = (program) =>
  new PlainError(`${program} gagal; sebabnya di atas.`, `${program} failed; the reason is above.`, {
    code: 'client.failed',
  });

async function requireQuiet(client) {
  const { rows } = await client.query(
    "select count(*)::int as others from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
  );
  if (rows[0].others === 0) return;
  throw new PlainError(
    `Basis data sedang dipakai (${rows[0].others} koneksi). Hentikan Jenjang dahulu, lalu pulihkan.`,
    `The database is in use (${rows[0].others} connections). Stop Jenjang first, then restore.`,
    { code: 'restore.inUse' },
  );
}

/** Empties the database by dropping our schemas; refuses to when nobody said so. */
async function makeRoom(client, replace) {
  const { rows } = await client.query(
    "select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'",
  );
  const { rows: tables } = await client.query(
    "select 1 from pg_tables where schemaname !~ '^pg_' and schemaname <> 'information_schema' limit 1",
  );
  if (tables.length > 0 && !replace) throw notEmpty();
  for (const { name } of rows) await client.query(`drop schema ${client.escapeIdentifier(name)} cascade`);
  await client.query('create schema public');
}

const notEmpty = () =>
  new PlainError(
    'Basis data tujuan tidak kosong. Untuk menggantinya tambahkan --replace; isinya yang sekarang akan hilang.',
    'The target database is not empty. Add --replace to replace it; what it holds now will be lost.',
    { code: 'restore.notEmpty' },
  );

function compareCounts(restored, file) {
  if (!existsSync(countsFile(file))) {
    console.log(
      `Dipulihkan · restored (${summary(restored)}); ${path.basename(countsFile(file))} tidak ada · is missing, not compared`,
    );
    return 0;
  }
  const expected = JSON.parse(readFileSync(countsFile(file), 'utf8'));
  const different = Object.keys({ ...expected, ...restored }).filter(
    (name) => expected[name] !== restored[name],
  );
  for (const name of different)
    console.error(
      `  ${name}: cadangan · backup ${expected[name] ?? '–'}, pulih · restored ${restored[name] ?? '–'}`,
    );
  if (different.length > 0) return 1;
  console.log(`Dipulihkan dan sama · restored and equal (${summary(restored)})`);
  return 0;
}

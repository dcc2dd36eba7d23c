// Runs the built program: its own PostgreSQL when none is named, then API and web on one port, until told to stop.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { dataDirectory, startDatabase } from './data-directory.mjs';
import { PlainError, wording } from './plain-error.mjs';
import { requireFreePort } from './ports.mjs';
import { requireWritable } from './postgres-problems.mjs';
import { inProject } from './project.mjs';
import { keptSecret } from './secrets.mjs';

/** One Ctrl-C arrives up to three times (terminal, npm, npm start); only a later one means "now, at once". */
const SAME_KEYPRESS_MS = 700;

/** Things to close, in the order they were opened; closed in reverse. */
const opened = [];
let stopping = null;

async function main() {
  listenForStop();
  readSettings();
  const { PORT = '3000', HOST = '127.0.0.1' } = process.env;
  Object.assign(process.env, { PORT, HOST });
  await requireFreePort(Number(PORT), HOST);
  const loading = loadProgram();
  loading.catch(() => {}); // Told below, after the database is up.
  await prepareData();
  if (stopping) return;
  console.log('› Menyiapkan aplikasi · preparing the application');
  const { serve } = await loading;
  const program = await serve();
  opened.push(() => program.close());
  if (!stopping) announce(program);
}

/** The environment wins over the file .env. A setting that is there but empty, as Compose hands it over, is not set. */
function readSettings() {
  if (existsSync(inProject('.env'))) process.loadEnvFile(inProject('.env'));
  for (const [name, value] of Object.entries(process.env)) if (value === '') delete process.env[name];
}

async function prepareData() {
  const directory = dataDirectory();
  requireWritable(directory);
  process.env.JENJANG_DATA = directory;
  process.env.SECRET_KEY ||= keptSecret(path.join(directory, 'secret-key'));
  if (process.env.DATABASE_URL) return;
  console.log(`› Menjalankan PostgreSQL di ${directory} · starting PostgreSQL there`);
  const database = await startDatabase(directory);
  opened.push(() => database.stop());
  void database.exited.then(
    () => stopping ?? stop(1, 'PostgreSQL berhenti sendiri · PostgreSQL ended by itself'),
  );
  process.env.DATABASE_URL = database.databaseUrl;
  process.env.DEMO ??= '1';
}

/** Loading takes longer than starting PostgreSQL, and neither needs the other. */
async function loadProgram() {
  enableCompileCache(inProject('node_modules', '.cache', 'jenjang'));
  const entry = inProject('apps', 'api', 'dist', 'main.js');
  if (existsSync(entry)) return import(entry);
  throw new PlainError(
    'Program belum dibangun. Jalankan: npm start',
    'The program is not built yet. Run: npm start',
    {
      code: 'build.missing',
    },
  );
}

function announce({ url, demoLogins = [] }) {
  console.log(`\n  Jenjang siap di · is ready at  ${url}\n`);
  if (demoLogins.length > 0) console.log('  Akun contoh · demo accounts');
  const width = (key) => Math.max(...demoLogins.map((login) => login[key].length));
  for (const { role, login, password } of demoLogins) {
    console.log(`    ${role.padEnd(width('role'))}  ${login.padEnd(width('login'))}  ${password}`);
  }
  console.log('\n  Ctrl-C untuk berhenti · to stop\n');
  process.send?.({ ready: url });
}

function listenForStop() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => onSignal());
  process.on('disconnect', () => stopping ?? stop(0));
}

function onSignal() {
  if (stopping === null) return void stop(0, '\n› Menghentikan · stopping');
  if (Date.now() - stopping.since > SAME_KEYPRESS_MS) process.exit(130);
}

/** Closes what was opened, newest first, and leaves. A failure to close one thing never keeps the next one open. */
async function stop(code, words) {
  stopping = { since: Date.now() };
  if (words) console.log(words);
  let worst = code;
  for (const close of opened.reverse()) {
    await close().catch((error) => {
      console.error(wording(error));
      worst = 1;
    });
  }
  process.exit(worst);
}

main().catch((error) => {
  if (stopping) return;
  console.error(`\n${wording(error)}\n`);
  void stop(1);
});

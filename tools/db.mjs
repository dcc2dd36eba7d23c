// `npm run db:…` and `npm run log:verify`: what the program can do to its database while nobody uses a browser.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { backup, restore } from './db-backup.mjs';
import { dataDirectory, runningDatabaseUrl, startDatabase } from './data-directory.mjs';
import { PlainError, runMain } from './plain-error.mjs';
import { requireWritable } from './postgres-problems.mjs';
import { inProject } from './project.mjs';
import { keptSecret } from './secrets.mjs';

const IN_PROGRAM = ['migrate', 'revert', 'seed', 'verify', 'admin'];
const HERE = { backup, restore };

async function main() {
  const [name, ...argv] = process.argv.slice(2);
  if (!IN_PROGRAM.includes(name) && !(name in HERE)) throw unknownCommand(name);
  if (existsSync(inProject('.env'))) process.loadEnvFile(inProject('.env'));
  const database = await reachDatabase();
  try {
    return name in HERE ? await HERE[name](process.env.DATABASE_URL, argv) : await runInProgram(name, argv);
  } finally {
    await database.stop();
  }
}

const unknownCommand = (name) =>
  new PlainError(
    `Perintah tidak dikenal: ${name ?? ''}. Yang ada: ${[...IN_PROGRAM, ...Object.keys(HERE)].join(', ')}`,
    `Unknown command: ${name ?? ''}. There are: ${[...IN_PROGRAM, ...Object.keys(HERE)].join(', ')}`,
  );

async function runInProgram(name, argv) {
  const entry = inProject('apps', 'api', 'dist', 'commands.js');
  if (!existsSync(entry)) {
    throw new PlainError(
      'Program belum dibangun. Jalankan: npm run build',
      'The program is not built yet. Run: npm run build',
    );
  }
  const { runCommand } = await import(entry);
  return runCommand(name, argv);
}

/** The server that DATABASE_URL names; else the embedded one, which may be running under `npm start` already. */
async function reachDatabase() {
  const directory = dataDirectory();
  requireWritable(directory);
  process.env.JENJANG_DATA = directory;
  process.env.SECRET_KEY ||= keptSecret(path.join(directory, 'secret-key'));
  if (process.env.DATABASE_URL) return { stop: async () => {} };
  process.env.DATABASE_URL = runningDatabaseUrl(directory) ?? '';
  if (process.env.DATABASE_URL) return { stop: async () => {} };
  const database = await startDatabase(directory);
  process.env.DATABASE_URL = database.databaseUrl;
  return database;
}

await runMain(main);

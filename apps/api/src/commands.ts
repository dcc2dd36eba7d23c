import { verifyAudit } from './audit/index.js';
import { loadDemo } from './demo/index.js';
import { entities } from './entities.js';
import { Database, readConfig, Storage } from './platform/index.js';

/** What an operator may ask for by name. Needs DATABASE_URL. */
export type CommandName = 'migrate' | 'revert' | 'seed' | 'verify';

type Command = (db: Database) => Promise<number>;

/** Runs a command against the configured database. @returns the exit code. */
export async function runCommand(name: CommandName, _argv: readonly string[] = []): Promise<number> {
  const db = await Database.connect(readConfig(), entities, name === 'migrate' || name === 'seed');
  try {
    return await commands[name](db);
  } finally {
    await db.onModuleDestroy();
  }
}

const commands: Readonly<Record<CommandName, Command>> = {
  migrate: () => Promise.resolve(say('Database is up to date.')),
  revert: async (db) => {
    await db.revert();
    return say('The newest migration is reverted.');
  },
  seed,
  verify,
};

async function seed(db: Database): Promise<number> {
  const config = readConfig();
  const logins = await loadDemo(db, { storage: new Storage(config), publicUrl: config.publicUrl });
  if (logins.length === 0) return say('This installation has agencies of its own: nothing was loaded.');
  for (const { role, login, password } of logins) say(`${role}: ${login} ${password}`);
  return say('The demonstration is loaded.');
}

async function verify(db: Database): Promise<number> {
  const audit = await verifyAudit(db);
  for (const fault of audit.faults) say(`audit: ${fault.fault} at lane ${String(fault.lane)} position ${String(fault.position)} event ${String(fault.eventId)}`);
  if (audit.faults.length > 0) return 1;
  return say(`audit: ${String(audit.events)} events, every hash as written`);
}

function say(line: string): number {
  process.stdout.write(`${line}\n`);
  return 0;
}

import { inviteAdmin } from './account/index.js';
import { verifyAudit } from './audit/index.js';
import { loadDemo } from './demo/index.js';
import { entities } from './entities.js';
import { Database, readConfig, Storage } from './platform/index.js';

/** What an operator may ask for by name. Needs DATABASE_URL. */
export type CommandName = 'migrate' | 'revert' | 'seed' | 'verify' | 'admin';

type Command = (db: Database, argv: readonly string[]) => Promise<number>;

/** Runs a command against the configured database. @returns the exit code. */
export async function runCommand(name: CommandName, argv: readonly string[] = []): Promise<number> {
  const db = await Database.connect(readConfig(), entities, name !== 'revert' && name !== 'verify');
  try {
    return await commands[name](db, argv);
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
  admin,
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

/** Makes a national admin and prints the link by which that person sets a password. */
async function admin(db: Database, [login, ...name]: readonly string[]): Promise<number> {
  if (!login || name.length === 0) {
    say('Usage: npm run db:admin -- <login> <name of the person>');
    return 1;
  }
  const { publicUrl } = readConfig();
  return say(`Open within seven days: ${await inviteAdmin(db, { login, displayName: name.join(' '), publicUrl })}`);
}

function say(line: string): number {
  process.stdout.write(`${line}\n`);
  return 0;
}

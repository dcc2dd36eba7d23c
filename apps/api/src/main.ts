import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createApp } from './app.js';
import { loadDemo, type DemoLogin } from './demo/index.js';
import { layGroundwork } from './groundwork.js';
import { Clock, readConfig, Storage, type Database } from './platform/index.js';

/** A program that answers requests. */
export interface Served {
  /** Address under which it listens. */
  readonly url: string;
  /** Accounts of the demonstration; none where it is not loaded. */
  readonly demoLogins: readonly DemoLogin[];
  /** Lets open requests and jobs end, then leaves. */
  close(): Promise<void>;
}

/** Starts the program as the environment says: migrates, loads the demonstration into an empty database when asked, then listens. */
export async function serve(): Promise<Served> {
  const config = readConfig();
  const { app, db } = await createApp(config, { migrate: true });
  if (config.demo && (await isEmpty(db))) await seedApart();
  await layGroundwork(db, app.get(Storage));
  const demoLogins = config.demo ? await loadDemo(db, { storage: app.get(Storage), publicUrl: config.publicUrl }, app.get(Clock).now()) : [];
  if (config.role === 'worker') await app.listen(0, '127.0.0.1');
  else await app.listen(config.port, config.host);
  return { url: await app.getUrl(), demoLogins, close: () => app.close() };
}

async function isEmpty(db: Database): Promise<boolean> {
  return (await db.read(`select 1 from agency limit 1`)).length === 0;
}

/** Loads the demonstration in a process that ends, so that this one starts small. */
async function seedApart(): Promise<void> {
  const child = fork(path.join(import.meta.dirname, 'seed.js'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the demonstration could not be loaded');
}

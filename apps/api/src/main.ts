import { createApp } from './app.js';
import { loadDemo, type DemoLogin } from './demo/index.js';
import { Clock, readConfig, Storage } from './platform/index.js';

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
  const demoLogins = config.demo ? await loadDemo(db, { storage: app.get(Storage), publicUrl: config.publicUrl }, app.get(Clock).now()) : [];
  if (config.role === 'worker') await app.listen(0, '127.0.0.1');
  else await app.listen(config.port, config.host);
  return { url: await app.getUrl(), demoLogins, close: () => app.close() };
}

import { createApp } from './app.js';
import { readConfig } from './platform/index.js';

/** A program that answers requests. */
export interface Served {
  /** Address under which it listens. */
  readonly url: string;
  /** Lets open requests and jobs end, then leaves. */
  close(): Promise<void>;
}

/** Starts the program as the environment says: migrates, then listens. */
export async function serve(): Promise<Served> {
  const config = readConfig();
  const { app } = await createApp(config, { migrate: true });
  if (config.role === 'worker') await app.listen(0, '127.0.0.1');
  else await app.listen(config.port, config.host);
  return { url: await app.getUrl(), close: () => app.close() };
}

import { ensureTemplates } from './catalogue/index.js';
import { systemActor, type Database, type Storage } from './platform/index.js';
import { ensureRegions } from './region/index.js';

/**
 * What every installation stands on: official regions and the national programmes. Written once, into a database that
 * has none; what people change later stays as they left it.
 */
export async function layGroundwork(db: Database, storage: Storage): Promise<void> {
  const [found] = await db.read<{ laid: boolean }>(`select exists (select from region) and exists (select from programme) as laid`);
  if (found?.laid) return;
  await db.transaction(systemActor(), async (tx) => {
    // Several processes may start at once on an empty database: the second finds everything in its place.
    await tx.query(`select pg_advisory_xact_lock(724002)`);
    await ensureRegions(tx);
    await ensureTemplates(tx, storage);
  });
}

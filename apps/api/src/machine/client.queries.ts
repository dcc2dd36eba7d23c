import type { ClientRow } from '@jenjang/shared';
import { scopeCondition, type Actor, type Database } from '../platform/index.js';

/** Machine clients within reach, newest first. */
export async function listClients(db: Database, actor: Actor): Promise<ClientRow[]> {
  const values: unknown[] = [];
  const reach = scopeCondition(actor, 'client.manage', { agency: 'c.agency_id' }, values);
  return db.read<ClientRow>(
    `select c.id, c.client_id as "clientId", c.name, a.short_name as "agencyName", c.scopes, c.disabled_at is not null as disabled, c.created_at as "createdAt"
     from api_client c left join agency a on a.id = c.agency_id where ${reach} order by c.created_at desc limit 200`, values);
}

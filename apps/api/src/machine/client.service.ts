import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ClientRow, CreateClientRequest } from '@jenjang/shared';
import { Database, Missing, requireAccess, type Actor } from '../platform/index.js';
import { listClients } from './client.queries.js';
import { hashPassword, newToken } from '../identity/index.js';

/** Machine clients such as an agency's HR system. */
@Injectable()
export class ClientService {
  constructor(private readonly db: Database) {}

  list(actor: Actor): Promise<ClientRow[]> {
    return listClients(this.db, actor);
  }

  /** The secret is told once and stored only as a hash. */
  async create(actor: Actor, request: CreateClientRequest): Promise<{ id: string; clientId: string; clientSecret: string }> {
    requireAccess(actor, 'client.manage', { agencyId: request.agencyId ?? null }, { kind: 'api_client', id: 'new' });
    const clientId = `jenjang-${randomBytes(8).toString('hex')}`;
    const clientSecret = newToken();
    const hash = await hashPassword(clientSecret);
    const id = await this.db.transaction(actor, async (tx) => {
      const [row] = await tx.query<{ id: string }[]>(
        `insert into api_client (agency_id, client_id, secret_hash, name, scopes, created_by) values ($1, $2, $3, $4, $5, $6) returning id`,
        [request.agencyId ?? null, clientId, hash, request.name, request.scopes, actor.accountId]);
      return row?.id ?? '';
    });
    return { id, clientId, clientSecret };
  }

  /** Stops a client and every token it holds. */
  async disable(actor: Actor, id: string): Promise<void> {
    const [client] = await this.db.read<{ agencyId: string | null }>(`select agency_id as "agencyId" from api_client where id = $1`, [id]);
    if (!client) throw new Missing('api_client', id);
    requireAccess(actor, 'client.manage', client, { kind: 'api_client', id });
    await this.db.transaction(actor, (tx) => tx.query(`update api_client set disabled_at = coalesce(disabled_at, now()) where id = $1`, [id]));
  }
}

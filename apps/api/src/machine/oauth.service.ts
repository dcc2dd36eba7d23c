import { Injectable } from '@nestjs/common';
import type { TokenRequest } from '@jenjang/shared';
import { Clock, Database, HttpProblem, RateLimit } from '../platform/index.js';
import { newToken, passwordFits, tokenHash } from '../identity/index.js';

const LIFE_SECONDS = 3600;
const triesPerAddress = { name: 'oauth', points: 60, seconds: 60 };

/** RFC 6749 §5.1. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}

/** Hands out bearer tokens to machine clients. */
@Injectable()
export class OauthService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimit,
  ) {}

  /** @throws HttpProblem 401 for wrong credentials, 400 for scopes the client does not hold. */
  async token(request: TokenRequest, authorization: string | undefined, address: string): Promise<TokenAnswer> {
    await this.limits.count(triesPerAddress, address);
    const { id, secret } = basicCredentials(authorization) ?? { id: request.client_id ?? '', secret: request.client_secret ?? '' };
    const [client] = await this.db.read<{ id: string; secret_hash: string; scopes: string[] }>(
      `select id, secret_hash, scopes from api_client where client_id = $1 and disabled_at is null`, [id]);
    if (!(await passwordFits(client?.secret_hash ?? null, secret)) || !client) throw new HttpProblem(401, 'oauth.invalidClient', {}, [], { 'www-authenticate': 'Basic' });
    const scopes = request.scope ? request.scope.split(' ').filter(Boolean) : client.scopes;
    if (scopes.some((scope) => !client.scopes.includes(scope))) throw new HttpProblem(400, 'oauth.invalidScope');
    return this.issue(client.id, scopes);
  }

  private async issue(clientId: string, scopes: readonly string[]): Promise<TokenAnswer> {
    const token = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + LIFE_SECONDS * 1000);
    await this.db.execute(`insert into api_token (api_client_id, token_hash, scopes, expires_at) values ($1, $2, $3, $4)`, [clientId, tokenHash(token), scopes, expiresAt]);
    return { access_token: token, token_type: 'Bearer', expires_in: LIFE_SECONDS, scope: scopes.join(' ') };
  }
}

function basicCredentials(authorization: string | undefined): { id: string; secret: string } | null {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (!encoded) return null;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id: decodeURIComponent(id), secret: decodeURIComponent(secret.join(':')) };
}

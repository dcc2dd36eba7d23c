import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { clientScopes, type ClientScope, type Grant } from '@jenjang/shared';
import type { Request } from 'express';
import { Strategy as CustomStrategy } from 'passport-custom';
import { Strategy as LocalStrategyBase } from 'passport-local';
import { Clock, Database, type Actor, type ActorRequest } from '../platform/index.js';
import { loadClient } from './actor.queries.js';
import { PasswordService } from './password.service.js';
import { cookieOf } from './cookie.js';
import { tokenHash } from './secret.js';
import { SignInService } from './sign-in.service.js';

/** Login and password, once, to open a sign-in. */
@Injectable()
export class LocalStrategy extends PassportStrategy(LocalStrategyBase, 'local') {
  constructor(private readonly passwords: PasswordService) {
    super({ usernameField: 'login', passwordField: 'password' });
  }

  async validate(login: string, password: string): Promise<{ id: string }> {
    return this.passwords.check(login, password);
  }
}

/** The cookie of a signed-in browser. */
@Injectable()
export class CookieStrategy extends PassportStrategy(CustomStrategy, 'sign-in') {
  constructor(private readonly signIns: SignInService) {
    super();
  }

  async validate(request: Request): Promise<Actor | false> {
    const token = cookieOf(request);
    const record = token ? await this.signIns.recognise(token) : null;
    if (!record) return false;
    return {
      accountId: record.accountId, clientId: null, personId: record.personId, displayName: record.displayName, locale: record.locale,
      grants: record.grants, clientPermissions: null, requestId: (request as unknown as ActorRequest).requestId, signInId: record.signInId,
    };
  }
}

/** The bearer token of a machine. */
@Injectable()
export class BearerStrategy extends PassportStrategy(CustomStrategy, 'bearer') {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async validate(request: Request): Promise<Actor | false> {
    const token = /^Bearer ([\w-]{20,100})$/i.exec(request.get('authorization') ?? '')?.[1];
    const client = token ? await loadClient(this.db, tokenHash(token), this.clock.now()) : null;
    if (!client) return false;
    return {
      accountId: null, clientId: client.clientId, personId: null, displayName: client.name, locale: 'id',
      grants: [machineGrant(client.agencyId)],
      clientPermissions: client.scopes.filter((scope): scope is ClientScope => scope in clientScopes).flatMap((scope) => [...clientScopes[scope]]),
      requestId: (request as unknown as ActorRequest).requestId, signInId: null,
    };
  }
}

/** Machines hold no role; their permissions come from their scopes, their place from their agency. */
function machineGrant(agencyId: string | null): Grant {
  return { role: 'hr_analyst', scope: { kind: agencyId ? 'agency' : 'national', agencyId, unitPath: null, cohortId: null } };
}

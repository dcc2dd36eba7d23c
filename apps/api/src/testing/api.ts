import { randomBytes, randomUUID } from 'node:crypto';
import type { Role, ScopeKind } from '@jenjang/shared';
import supertest from 'supertest';
import { createApp, type Running } from '../app.js';
import { tokenHash } from '../identity/index.js';
import { Clock, readConfig, systemActor, type Config, type Database } from '../platform/index.js';

/** A role grant as tests name it. */
export interface TestGrant {
  readonly role: Role;
  readonly scope: ScopeKind;
  readonly agencyId?: string;
  readonly unitId?: string;
  readonly cohortId?: string;
}

/** A signed-in caller of the API. */
export interface Caller {
  readonly accountId: string;
  readonly cookie: string;
  get(path: string): supertest.Test;
  post(path: string, body?: object): supertest.Test;
  put(path: string, body?: object): supertest.Test;
  patch(path: string, body?: object): supertest.Test;
  delete(path: string): supertest.Test;
}

/** The real program on a real database, spoken to over HTTP. */
export interface TestApi extends Running {
  readonly db: Database;
  /** A caller with these grants. A person makes it a participant too. */
  as(grants: readonly TestGrant[], person?: { id: string }): Promise<Caller>;
  /** A caller that is not signed in. */
  readonly stranger: Omit<Caller, 'accountId' | 'cookie'>;
  /** Stands at an instant until called again with null. */
  standAt(instant: string | null): void;
  close(): Promise<void>;
}

/** Starts the program for one spec file, configured as tests are but for the overrides. The database is the worker's own and already migrated. */
export async function startApi(overrides: Partial<Config> = {}): Promise<TestApi> {
  const running = await createApp({ ...readConfig(), ...overrides }, { migrate: false });
  await running.app.listen(0, '127.0.0.1');
  const url = (await running.app.getUrl()).replace('[::1]', '127.0.0.1');
  const clock = running.app.get(Clock);
  const realNow = clock.now.bind(clock);
  return {
    ...running,
    as: (grants, person) => signIn(running.db, url, grants, person),
    stranger: speak(url, null),
    standAt: (instant) => { clock.now = instant === null ? realNow : () => new Date(instant); },
    close: () => running.app.close(),
  };
}

async function signIn(db: Database, url: string, grants: readonly TestGrant[], person?: { id: string }): Promise<Caller> {
  const accountId = randomUUID();
  const token = randomBytes(32).toString('base64url');
  await db.transaction(systemActor(), async (tx) => {
    await tx.query(`insert into account (id, login, display_name, person_id) values ($1, $2, 'Penguji Cemara', $3)`, [accountId, `penguji-${accountId}`, person?.id ?? null]);
    for (const grant of grants) {
      await tx.query(
        `insert into role_grant (account_id, role, scope, agency_id, unit_id, cohort_id) values ($1, $2, $3, $4, $5, $6)`,
        [accountId, grant.role, grant.scope, grant.agencyId ?? null, grant.unitId ?? null, grant.cohortId ?? null]);
    }
    await tx.query(`insert into sign_in (account_id, token_hash, expires_at) values ($1, $2, now() + interval '1 day')`, [accountId, tokenHash(token)]);
  });
  return { accountId, cookie: `jenjang_sign_in=${token}`, ...speak(url, `jenjang_sign_in=${token}`) };
}

function speak(url: string, cookie: string | null): TestApi['stranger'] {
  const agent = supertest(url);
  const prepared = (test: supertest.Test): supertest.Test => (cookie ? test.set('cookie', cookie) : test);
  return {
    get: (path) => prepared(agent.get(path)),
    post: (path, body) => prepared(agent.post(path)).send(body),
    put: (path, body) => prepared(agent.put(path)).send(body),
    patch: (path, body) => prepared(agent.patch(path)).send(body),
    delete: (path) => prepared(agent.delete(path)),
  };
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissionsOfRole, type Role, type ScopeKind } from '@jenjang/shared';
import type { IncomingMessage } from 'node:http';
import type { Response, Test } from 'supertest';
import { Storage, type Route } from './platform/index.js';
import { accessTable, type AccessRow } from './testing/access-table.js';
import { aWorld, type World } from './testing/access-world.js';
import { startApi, type Caller, type TestApi, type TestGrant } from './testing/index.js';

/** Roles with the scopes in which people hold them. A participant's own records are walked as `own`. */
const holders: readonly (readonly [Role, ScopeKind])[] = [
  ['admin', 'agency'], ['organiser', 'agency'], ['organiser', 'cohort'], ['facilitator', 'agency'], ['facilitator', 'cohort'],
  ['hr_analyst', 'agency'], ['hr_analyst', 'unit'], ['agency_head', 'agency'], ['agency_head', 'unit'], ['participant', 'cohort'],
];

let api: TestApi;
let here: World;
let elsewhere: World;
beforeAll(async () => {
  api = await startApi();
  here = await aWorld(api.db, api.app.get(Storage));
  elsewhere = await aWorld(api.db, api.app.get(Storage));
});
afterAll(() => api.close());

const key = ({ method, path }: Route): string => `${method} ${path}`;

function call(caller: Omit<Caller, 'accountId' | 'cookie'>, route: Route, row: AccessRow, world: World): Promise<Response> {
  const params = row.params?.(world) ?? {};
  const query = new URLSearchParams(row.query?.(world) ?? {}).toString();
  const path = route.path.replace(/:(\w+)/g, (_match, name: string) => params[name] ?? 'x') + (query ? `?${query}` : '');
  const body = row.body?.(world) ?? {};
  switch (route.method) {
    case 'GET': return /(board|inbox)\/events$/.test(route.path) ? headOf(caller.get(path)) : caller.get(path).timeout(10_000);
    case 'DELETE': return caller.delete(path);
    case 'PUT': return caller.put(path, body);
    case 'PATCH': return caller.patch(path, body);
    default: return caller.post(path, body);
  }
}

/** The head of an answer that does not end: live news go on until the reader leaves. */
function headOf(request: Test): Promise<Response> {
  return request.buffer(true).parse((response, done) => {
    const incoming = response as unknown as IncomingMessage;
    if (incoming.headers['content-type'] === 'application/problem+json; charset=utf-8') incoming.resume();
    else incoming.destroy();
    done(null, null);
  });
}

function grantIn(role: Role, scope: ScopeKind, world: World): TestGrant {
  return { role, scope, agencyId: world.agencyId, ...(scope === 'cohort' ? { cohortId: world.cohortId } : {}), ...(scope === 'unit' ? { unitId: world.unitId } : {}) };
}

async function walk(check: (route: Route, row: AccessRow) => Promise<string | null>, keep: (route: Route) => boolean): Promise<string[]> {
  const wrong: string[] = [];
  for (const route of api.routes.filter(keep)) {
    const row = accessTable[key(route)];
    const fault = row ? await check(route, row) : 'no row';
    if (fault) wrong.push(`${key(route)}: ${fault}`);
  }
  return wrong;
}

describe('every route', () => {
  it('has a row, and every row a route', () => {
    expect(api.routes.map(key).filter((route) => !accessTable[route])).toEqual([]);
    expect(Object.keys(accessTable).filter((row) => !api.routes.some((route) => key(route) === row))).toEqual([]);
  });

  it('is closed to strangers unless it is public', async () => {
    const wrong = await walk(async (route, row) => {
      const { status } = await call(api.stranger, route, row, here);
      if (route.demand.kind === 'public') return status < 500 && status !== 403 ? null : String(status);
      return status === 401 ? null : String(status);
    }, () => true);
    expect(wrong).toEqual([]);
  });

  it.each(holders)('is closed to the %s (%s) who lacks its permission', async (role, scope) => {
    const caller = await api.as([grantIn(role, scope, here)]);
    const wrong = await walk(async (route, row) => {
      const { status } = await call(caller, route, row, here);
      return status === 403 ? null : String(status);
    }, ({ demand }) => demand.kind === 'permission' && !permissionsOfRole[role].includes(demand.permission));
    expect(wrong).toEqual([]);
  });

  it.each(holders)('shows the %s (%s) nothing outside the scope', async (role, scope) => {
    const caller = await api.as([grantIn(role, scope, elsewhere)]);
    const wrong = await walk(async (route, row) => {
      const { status, text } = await call(caller, route, row, here);
      if (row.kind === 'open') return null;
      if (row.kind === 'list') return status < 500 && !leaks(text, row, here) ? null : `${String(status)} ${text.slice(0, 80)}`;
      return status === 404 ? null : String(status);
    }, ({ demand }) => demand.kind === 'permission' && permissionsOfRole[role].includes(demand.permission));
    expect(wrong).toEqual([]);
  });

  it('keeps what is own from everybody else', async () => {
    const caller = await api.as([grantIn('facilitator', 'agency', elsewhere)]);
    const wrong = await walk(async (route, row) => {
      const { status, text } = await call(caller, route, row, here);
      if (row.params && row.kind === 'own' && !route.path.includes('sign-ins')) return status === 404 ? null : String(status);
      return status < 500 && !leaks(text, row, here) ? null : `${String(status)} ${text.slice(0, 80)}`;
    }, (route) => route.demand.kind === 'signedIn' && !route.path.endsWith('/logout'));
    expect(wrong).toEqual([]);
  });

  it.each(holders)('opens to the %s (%s) inside the scope', async (role, scope) => {
    const caller = await api.as([grantIn(role, scope, here)]);
    const wrong = await walk(async (route, row) => {
      if (row.kind === 'record' && !(row.scopes ?? ['agency']).includes(scope)) return null;
      if (row.kind === 'own') return null;
      const { status, text } = await call(caller, route, row, here);
      // What it then says of the request (a stale version, nothing to do) is another matter.
      return [200, 201, 202, 204, 400, 409, 422].includes(status) || missingByDesign(route) ? null : `${String(status)} ${text.slice(0, 120)}`;
    }, ({ demand, method }) => demand.kind === 'permission' && permissionsOfRole[role].includes(demand.permission) && method !== 'DELETE');
    expect(wrong).toEqual([]);
  });

  it('audits the attempts of callers outside', async () => {
    const [row] = await api.db.read<{ attempts: number }>(`select count(*) as attempts from audit_event where action = 'denied' and subject_id = $1`, [here.cohortId]);
    expect(row!.attempts).toBeGreaterThan(20);
  });
});

/** Whether an answer names something of a world other than what the caller itself named. */
function leaks(text: string | undefined, row: AccessRow, world: World): boolean {
  const named = Object.values({ ...row.params?.(world), ...row.query?.(world) });
  return Object.values(world).some((value) => !named.includes(value) && text?.includes(value) === true);
}

/** The template that this route asks for does not exist, whoever asks. */
function missingByDesign({ path }: Route): boolean {
  return path === '/api/v1/programmes/from-template';
}

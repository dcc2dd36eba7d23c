import type { Grant, MyGrant } from '@jenjang/shared';
import type { Database } from '../platform/index.js';

/** An account with the grants that hold, as the guard needs it. */
export interface AccountRecord {
  readonly accountId: string;
  readonly personId: string | null;
  readonly displayName: string;
  readonly login: string;
  readonly locale: 'id' | 'en';
  readonly grants: readonly Grant[];
}

/** A sign-in that is in force. */
export interface SignInRecord extends AccountRecord {
  readonly signInId: string;
  readonly lastSeenAt: Date;
}

const grantsOfAccount = `
  coalesce((select json_agg(json_build_object('role', g.role, 'scope',
      json_build_object('kind', g.scope, 'agencyId', g.agency_id, 'unitPath', u.path, 'cohortId', g.cohort_id)))
    from role_grant g left join unit u on u.id = g.unit_id where g.account_id = a.id and g.revoked_at is null), '[]') as grants`;

const accountColumns = `a.id as "accountId", a.person_id as "personId", a.display_name as "displayName", a.login, a.locale, ${grantsOfAccount}`;

/** The sign-in behind a cookie, or null when it is unknown, over, ended, or the account is disabled. */
export async function loadSignIn(db: Database, hash: Buffer, now: Date): Promise<SignInRecord | null> {
  const [row] = await db.read<SignInRecord>(
    `select s.id as "signInId", s.last_seen_at as "lastSeenAt", ${accountColumns}
     from sign_in s join account a on a.id = s.account_id
     where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2 and a.disabled_at is null`, [hash, now]);
  return row ?? null;
}

/** A machine client behind a bearer token. */
export interface ClientRecord {
  readonly clientId: string;
  readonly name: string;
  readonly agencyId: string | null;
  readonly scopes: readonly string[];
  readonly creatorId: string | null;
}

export async function loadClient(db: Database, hash: Buffer, now: Date): Promise<ClientRecord | null> {
  const [row] = await db.read<ClientRecord>(
    `select c.id as "clientId", c.name, c.agency_id as "agencyId", t.scopes, c.created_by as "creatorId"
     from api_token t join api_client c on c.id = t.api_client_id
     where t.token_hash = $1 and t.expires_at > $2 and c.disabled_at is null`, [hash, now]);
  return row ?? null;
}

/** Grants of an account with the names of their targets. */
export async function loadMyGrants(db: Database, accountId: string): Promise<MyGrant[]> {
  return db.read<MyGrant>(
    `select g.role, json_build_object('kind', g.scope, 'agencyId', g.agency_id, 'unitPath', u.path, 'cohortId', g.cohort_id) as scope,
            coalesce(ag.short_name, '') as "agencyName", u.name as "unitName", c.name as "cohortName"
     from role_grant g left join agency ag on ag.id = g.agency_id left join unit u on u.id = g.unit_id left join cohort c on c.id = g.cohort_id
     where g.account_id = $1 and g.revoked_at is null order by array_position(array['admin','organiser','facilitator','hr_analyst','agency_head','participant'], g.role)`,
    [accountId]);
}

/** The account behind a login: by its own name, or by the NIP of its person. */
export async function findByLogin(db: Database, login: string): Promise<{ id: string; passwordHash: string | null; login: string } | null> {
  const [row] = await db.read<{ id: string; passwordHash: string | null; login: string }>(
    `select a.id, a.password_hash as "passwordHash", a.login from account a
     where a.disabled_at is null and (a.login = $1
       or a.person_id in (select e.person_id from employment e where e.nip = $1 and e.valid_to is null))
     order by a.login = $1 desc limit 1`, [login]);
  return row ?? null;
}

import type { Grant, MyGrant, Role } from '@jenjang/shared';
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

/** The calendar day in the zone of the agency `o` of a grant; the capital's for a national one. */
const dayThere = (instant: string): string => `(${instant}::timestamptz at time zone coalesce(o.zone, 'Asia/Jakarta'))::date`;

/**
 * The grants that an account uses at an instant: its own, and those that heads delegated to it for this day. Both end
 * with the head's own grant. `account` and `instant` are SQL.
 */
const grantsInForce = (account: string, instant: string): string => `
  select g.id, g.role, g.scope, g.agency_id, g.unit_id, g.cohort_id, null::json as behalf, null::date as until
  from role_grant g where g.account_id = ${account} and g.revoked_at is null
  union all
  select g.id, g.role, g.scope, g.agency_id, g.unit_id, g.cohort_id, json_build_object('accountId', h.id, 'name', h.display_name), d.ends_on
  from delegation d join role_grant g on g.id = d.grant_id and g.revoked_at is null join account h on h.id = g.account_id and h.disabled_at is null
  left join agency o on o.id = g.agency_id
  where d.deputy_id = ${account} and d.revoked_at is null and ${dayThere(instant)} between d.starts_on and d.ends_on`;

const scopeAsJson = `json_build_object('kind', g.scope, 'agencyId', g.agency_id, 'unitPath', u.path, 'cohortId', g.cohort_id)`;

/** Account `a` at the instant $2. */
const accountColumns = `a.id as "accountId", a.person_id as "personId", a.display_name as "displayName", a.login, a.locale,
  coalesce((select json_agg(json_build_object('role', g.role, 'scope', ${scopeAsJson}, 'onBehalfOf', g.behalf))
    from (${grantsInForce('a.id', '$2')}) g left join unit u on u.id = g.unit_id), '[]') as grants`;

/** The sign-in behind a cookie, or null when it is unknown, over, ended, or the account is disabled. */
export async function loadSignIn(db: Database, hash: Buffer, now: Date): Promise<SignInRecord | null> {
  const [row] = await db.readPrepared<SignInRecord>('sign-in',
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

/** Grants that an account uses at an instant, with the names of their targets. */
export async function loadMyGrants(db: Database, accountId: string, now: Date): Promise<MyGrant[]> {
  return db.read<MyGrant>(
    `select g.role, ${scopeAsJson} as scope, coalesce(ag.short_name, '') as "agencyName", u.name as "unitName", c.name as "cohortName", g.behalf as "onBehalfOf", g.until
     from (${grantsInForce('$1', '$2')}) g left join agency ag on ag.id = g.agency_id left join unit u on u.id = g.unit_id left join cohort c on c.id = g.cohort_id
     order by g.behalf is not null, array_position(array['admin','organiser','facilitator','hr_analyst','agency_head','participant'], g.role)`,
    [accountId, now]);
}

/** A delegation that no longer holds, for telling a deputy why a right is gone. */
export interface EndedDelegation {
  readonly role: Role;
  readonly headName: string;
  /** ISO date of the last day on which it held. */
  readonly endedOn: string;
}

/** What was last delegated to the account and is over: its time, or taken back with or without the head's own grant. */
export async function loadEndedDelegation(db: Database, accountId: string, now: Date): Promise<EndedDelegation | null> {
  const [row] = await db.read<EndedDelegation>(
    `select g.role, h.display_name as "headName", least(d.ends_on, ${dayThere('least(d.revoked_at, g.revoked_at)')}) as "endedOn"
     from delegation d join role_grant g on g.id = d.grant_id join account h on h.id = g.account_id left join agency o on o.id = g.agency_id
     where d.deputy_id = $1 and (d.revoked_at is not null or g.revoked_at is not null or d.ends_on < ${dayThere('$2')}) order by 3 desc limit 1`,
    [accountId, now]);
  return row ?? null;
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

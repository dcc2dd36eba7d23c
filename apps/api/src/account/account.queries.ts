import type { AccountQuery, AccountRow, Page, Place } from '@jenjang/shared';
import { pageOf, scopeCondition, type Actor, type Database } from '../platform/index.js';

/**
 * Every place in which an account counts: the agency of its person and the targets of its grants. Whoever manages
 * the account must reach all of them, or an agency could take over somebody who acts elsewhere.
 */
export async function placesOfAccount(db: Database, accountId: string): Promise<{ readonly hasPassword: boolean; readonly places: readonly Place[] } | null> {
  const [row] = await db.read<{ hasPassword: boolean; agencies: (string | null)[] }>(
    `select a.password_hash is not null as "hasPassword",
            array(select p.agency_id from person p where p.id = a.person_id
                  union select g.agency_id from role_grant g where g.account_id = a.id and g.revoked_at is null) as agencies
     from account a where a.id = $1`, [accountId]);
  if (!row) return null;
  const agencies = row.agencies.length > 0 ? row.agencies : [null];
  return { hasPassword: row.hasPassword, places: agencies.map((agencyId) => ({ agencyId })) };
}

const grantsAsJson = `coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'scope', g.scope, 'target', coalesce(c.name, u.name, ga.short_name)) order by g.granted_at)
  from role_grant g left join agency ga on ga.id = g.agency_id left join unit u on u.id = g.unit_id left join cohort c on c.id = g.cohort_id
  where g.account_id = a.id and g.revoked_at is null), '[]') as grants`;

/** Accounts that have to do with an agency within reach. */
export async function listAccounts(db: Database, actor: Actor, query: AccountQuery): Promise<Page<AccountRow>> {
  const values: unknown[] = [`%${(query.q ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`, query.role ?? null];
  const reach = scopeCondition(actor, 'account.read', { agency: 'reached.agency_id' }, values);
  return pageOf<AccountRow>(db, query, {
    columns: `a.id, a.login, a.display_name as "displayName", a.person_id as "personId", pa.short_name as "agencyName",
      a.password_hash is not null as "hasPassword", a.disabled_at is not null as disabled,
      (select max(s.last_seen_at) from sign_in s where s.account_id = a.id) as "lastSeenAt", ${grantsAsJson}`,
    from: `from account a left join person p on p.id = a.person_id left join agency pa on pa.id = p.agency_id
      where (a.login like $1 or lower(a.display_name) like $1)
        and ($2::text is null or exists (select from role_grant g where g.account_id = a.id and g.role = $2 and g.revoked_at is null))
        and exists (select from (select p.agency_id union all select g.agency_id from role_grant g where g.account_id = a.id and g.revoked_at is null) reached where ${reach})`,
    values,
    sorts: { name: 'lower(a.display_name)', login: 'a.login' },
    tie: 'a.id',
  });
}

/** Where a grant would act: the unit's path and the cohort's agency are looked up, never believed. */
export async function placeOfGrant(db: Database, grant: { agencyId?: string; unitId?: string; cohortId?: string }): Promise<Place & { agencyId: string | null } | null> {
  if (grant.unitId) {
    const [unit] = await db.read<{ agencyId: string; unitPath: string }>(`select agency_id as "agencyId", path as "unitPath" from unit where id = $1`, [grant.unitId]);
    return unit ?? null;
  }
  if (grant.cohortId) {
    const [cohort] = await db.read<{ agencyId: string; cohortId: string }>(`select agency_id as "agencyId", id as "cohortId" from cohort where id = $1`, [grant.cohortId]);
    return cohort ?? null;
  }
  return { agencyId: grant.agencyId ?? null };
}

import type { Place } from '@jenjang/shared';
import type { Database } from '../platform/index.js';

/** Where an account lies: at the agency of its person, else at the agency of its first grant, else nowhere. */
export async function placeOfAccount(db: Database, accountId: string): Promise<(Place & { hasPassword: boolean }) | null> {
  const [row] = await db.read<{ agencyId: string | null; hasPassword: boolean; isNational: boolean }>(
    `select coalesce(p.agency_id, (select g.agency_id from role_grant g where g.account_id = a.id and g.agency_id is not null and g.revoked_at is null order by g.granted_at limit 1)) as "agencyId",
            a.password_hash is not null as "hasPassword",
            exists (select from role_grant g where g.account_id = a.id and g.scope = 'national' and g.revoked_at is null) as "isNational"
     from account a left join person p on p.id = a.person_id where a.id = $1`, [accountId]);
  // Whoever acts nationally is managed nationally: an agency's admin must not take over such an account.
  return row ? { agencyId: row.isNational ? null : row.agencyId, hasPassword: row.hasPassword } : null;
}

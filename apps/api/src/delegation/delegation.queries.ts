import type { DelegableGrant, DelegationRow, DeputyCandidate, Zone } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import { likeText, rowsOf, type Database, type Transaction } from '../platform/index.js';

const zone = `coalesce(o.zone, 'Asia/Jakarta')`;
const placeName = `coalesce(u.name, o.short_name, 'Indonesia')`;

/** A stored delegation without its standing, which the day decides. */
export type StoredDelegation = Omit<DelegationRow, 'standing'>;

const mostShown = 100;

/** Delegations that the account gave or holds, newest first. */
export async function loadDelegations(db: Database, accountId: string, side: 'given' | 'held'): Promise<StoredDelegation[]> {
  return db.read<StoredDelegation>(
    `select d.id, h.id as "headId", h.display_name as "headName", w.id as "deputyId", w.display_name as "deputyName", ${placeName} as "placeName", d.note,
            d.starts_on as "startsOn", d.ends_on as "endsOn", ${isoOf('least(d.revoked_at, g.revoked_at)')} as "revokedAt", ${zone} as zone
     from delegation d join role_grant g on g.id = d.grant_id join account h on h.id = g.account_id join account w on w.id = d.deputy_id
     left join agency o on o.id = g.agency_id left join unit u on u.id = g.unit_id
     where ${side === 'given' ? 'g.account_id' : 'd.deputy_id'} = $1 order by d.starts_on desc, d.created_at desc limit ${String(mostShown)}`, [accountId]);
}

/** The rights of a head, which only their own account may delegate. */
export async function loadDelegable(db: Database, accountId: string): Promise<DelegableGrant[]> {
  return db.read<DelegableGrant>(
    `select g.id as "grantId", ${placeName} as "placeName", ${zone} as zone
     from role_grant g left join agency o on o.id = g.agency_id left join unit u on u.id = g.unit_id
     where g.account_id = $1 and g.role = 'agency_head' and g.revoked_at is null order by g.granted_at`, [accountId]);
}

/** A right that somebody wants to delegate. */
export interface GrantToDelegate {
  readonly accountId: string;
  readonly headName: string;
  readonly agencyId: string | null;
  readonly zone: Zone;
}

/** The right of a head while it holds, kept from being revoked meanwhile. */
export async function lockGrant(tx: Transaction, grantId: string): Promise<GrantToDelegate | null> {
  const [row] = await rowsOf<GrantToDelegate>(tx,
    `select g.account_id as "accountId", h.display_name as "headName", g.agency_id as "agencyId", ${zone} as zone
     from role_grant g join account h on h.id = g.account_id left join agency o on o.id = g.agency_id
     where g.id = $1 and g.role = 'agency_head' and g.revoked_at is null for update of g`, [grantId]);
  return row ?? null;
}

/** An account counts where its person is kept and where it holds a role. */
const belongs = (agency: string): string => `(${agency}::uuid is null or exists (select from person p where p.id = a.person_id and p.agency_id = ${agency})
  or exists (select from role_grant r where r.account_id = a.id and r.agency_id = ${agency} and r.revoked_at is null))`;

export async function isDeputyPossible(tx: Transaction, accountId: string, agencyId: string | null): Promise<boolean> {
  return (await rowsOf(tx, `select from account a where a.id = $1 and a.disabled_at is null and ${belongs('$2')}`, [accountId, agencyId])).length > 0;
}

/** Dates of delegations of the right to the deputy that were not taken back. */
export async function loadOthers(tx: Transaction, grantId: string, deputyId: string): Promise<{ startsOn: string; endsOn: string }[]> {
  return rowsOf(tx, `select starts_on as "startsOn", ends_on as "endsOn" from delegation where grant_id = $1 and deputy_id = $2 and revoked_at is null`, [grantId, deputyId]);
}

/** At most ten accounts of the right's agency whose name or NIP fits; none when the right is not the caller's. */
export async function findDeputies(db: Database, accountId: string, grantId: string, q: string): Promise<DeputyCandidate[]> {
  return db.read<DeputyCandidate>(
    `select a.id as "accountId", a.display_name as name, m.position_name as "positionName", u.name as "unitName"
     from role_grant g join account a on a.id <> g.account_id and a.disabled_at is null and ${belongs('g.agency_id')}
     left join employment m on m.person_id = a.person_id and m.valid_to is null left join unit u on u.id = m.unit_id
     where g.id = $1 and g.account_id = $2 and g.role = 'agency_head' and g.revoked_at is null
       and (fold_text(a.display_name) like '%' || fold_text($3) || '%' or m.nip like replace($3, ' ', '') || '%')
     order by fold_text(a.display_name), a.id limit 10`, [grantId, accountId, likeText(q.trim())]);
}

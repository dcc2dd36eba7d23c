import type { Announcement } from '@jenjang/shared';
import type { Transaction } from '../platform/index.js';

/** Tells readers of events when the transaction commits. Announcements of a key that was used before are left out. */
export async function announce(tx: Transaction, announcements: readonly Announcement[]): Promise<void> {
  if (announcements.length === 0) return;
  await tx.query(
    `insert into announcement (event, person_id, account_id, cohort_id, agency_id, facts, key, send_after)
     select x.event, x."personId", x."accountId", x."cohortId", x."agencyId", x.facts, x.key, coalesce(x."sendAfter", now())
     from jsonb_to_recordset($1::jsonb) as x (event text, "personId" uuid, "accountId" uuid, "cohortId" uuid, "agencyId" uuid, facts jsonb, key text, "sendAfter" timestamptz)
     on conflict (key) do nothing`, [JSON.stringify(announcements)]);
  await tx.query(`select pg_notify('jenjang', 'announcement new')`);
}

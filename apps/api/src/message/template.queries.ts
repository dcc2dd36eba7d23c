import type { Facts, MessageEvent, TemplateRow, TemplateVersion, TemplateVersionRow } from '@jenjang/shared';
import { rowsOf, type Actor, type Database, type Transaction } from '../platform/index.js';

export type StoredVersion = TemplateVersion & TemplateVersionRow;

/** Every version of an owner's texts for an event, newest first. */
export async function loadVersions(tx: Transaction, event: MessageEvent, agencyId: string | null): Promise<readonly StoredVersion[]> {
  return rowsOf(tx,
    `select t.agency_id as "agencyId", t.event, t.channel, t.locale, t.number, case when t.body is not null then jsonb_build_object('subject', t.subject, 'body', t.body) end as text,
       a.display_name as by, t.created_at as at
     from message_template t left join account a on a.id = t.created_by where t.event = $1 and t.agency_id is not distinct from $2::uuid order by t.number desc`, [event, agencyId]);
}

export async function insertVersion(tx: Transaction, actor: Actor, { agencyId, event, channel, locale, number, text }: TemplateVersion): Promise<void> {
  await tx.query(`insert into message_template (agency_id, event, channel, locale, number, subject, body, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [agencyId, event, channel, locale, number, text?.subject ?? null, text?.body ?? null, actor.accountId]);
}

/** Events whose texts an owner has written, with how many of them hold. */
export async function loadChanges(db: Database, agencyId: string | null): Promise<ReadonlyMap<string, TemplateRow>> {
  const rows = await db.read<TemplateRow>(
    `select event, count(*) filter (where body is not null) as own, max(created_at) as "changedAt" from (
       select distinct on (event, channel, locale) event, body, created_at from message_template where agency_id is not distinct from $1::uuid order by event, channel, locale, number desc) newest
     group by event`, [agencyId]);
  return new Map(rows.map((row) => [row.event, row]));
}

/** What was last announced of the event in a cohort. */
export async function loadLastFacts(tx: Transaction, event: MessageEvent, cohortId: string): Promise<Facts | null> {
  const [row] = await rowsOf<{ facts: Facts }>(tx,
    `select a.facts from message m join announcement a on a.id = m.announcement_id where m.cohort_id = $1 and m.event = $2 order by m.created_at desc limit 1`, [cohortId, event]);
  return row?.facts ?? null;
}

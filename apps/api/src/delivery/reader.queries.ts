import type { Facts, Locale, MessageEvent, TemplateVersion, Zone } from '@jenjang/shared';
import { rowsOf, type Transaction } from '../platform/index.js';

/** An announcement with everything that is known of its reader and its place. */
export interface AnnouncedReader {
  readonly announcementId: number;
  readonly event: MessageEvent;
  readonly facts: Facts;
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly cohortId: string | null;
  readonly agencyId: string | null;
  readonly locale: Locale;
  readonly fullName: string;
  readonly frontTitle: string | null;
  readonly backTitle: string | null;
  readonly email: string | null;
  readonly whatsapp: string | null;
  readonly wantsEmail: boolean;
  readonly closed: boolean;
  readonly cohort: string | null;
  readonly programme: string | null;
  readonly agency: string | null;
  readonly zone: Zone;
}

/** Announcements that are due, locked until the transaction ends; those that another worker holds are left to it. */
export async function takeAnnouncements(tx: Transaction, now: Date, most: number): Promise<readonly number[]> {
  const rows = await rowsOf<{ id: number }>(tx,
    `update announcement a set taken_at = $1 from (
       select id from announcement where taken_at is null and send_after <= $1 order by send_after, id limit $2 for update skip locked) due
     where a.id = due.id returning a.id`, [now, most]);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

const readerColumns = `
  acc.id as "accountId", p.id as "personId", coalesce(acc.locale, 'id') as locale, coalesce(p.full_name, acc.display_name) as "fullName", p.front_title as "frontTitle", p.back_title as "backTitle",
  coalesce(nullif(p.email, ''), case when acc.login ~ '^[^@ ]+@[^@ ]+$' then acc.login end) as email,
  case when pref.whatsapp then pref.whatsapp_number end as whatsapp, coalesce(pref.email, true) as "wantsEmail", acc.disabled_at is not null as closed`;
const placeColumns = `c.name as cohort, pr.name as programme, ag.name as agency, coalesce(c.zone, ag.zone, 'Asia/Jakarta') as zone`;
const placeJoins = `
  left join cohort c on c.id = a.cohort_id left join curriculum k on k.id = c.curriculum_id left join programme pr on pr.id = k.programme_id
  left join agency ag on ag.id = coalesce(c.agency_id, a.agency_id)`;

/** Readers of announcements. Names, addresses and language are those of now. */
export async function loadReaders(tx: Transaction, announcementIds: readonly number[]): Promise<readonly AnnouncedReader[]> {
  return rowsOf(tx,
    `select a.id as "announcementId", a.event, a.facts, a.cohort_id as "cohortId", coalesce(c.agency_id, a.agency_id) as "agencyId", ${readerColumns}, ${placeColumns}
     from announcement a left join account named on named.id = a.account_id left join person p on p.id = coalesce(a.person_id, named.person_id)
       left join account acc on acc.id = coalesce(a.account_id, (select o.id from account o where o.person_id = p.id)) left join message_preference pref on pref.account_id = acc.id ${placeJoins}
     where a.id = any($1::bigint[]) order by a.id`, [announcementIds]);
}

/** A reader who is not announced anything: for previews and tests. The place is a cohort's, or an agency's when there is none. */
export async function loadReader(tx: Transaction, reader: { accountId?: string | null; personIds?: readonly string[] }, place: { cohortId: string | null; agencyId: string | null }): Promise<readonly Omit<AnnouncedReader, 'announcementId' | 'event' | 'facts'>[]> {
  return rowsOf(tx,
    `select a.cohort_id as "cohortId", coalesce(c.agency_id, a.agency_id) as "agencyId", ${readerColumns}, ${placeColumns}
     from (select $3::uuid as cohort_id, $4::uuid as agency_id) a cross join (
         select o.id as account_id, o.person_id from account o where o.id = $1::uuid
         union all select o.id, q.id from person q left join account o on o.person_id = q.id where q.id = any($2::uuid[])) r
       left join person p on p.id = r.person_id left join account acc on acc.id = r.account_id left join message_preference pref on pref.account_id = acc.id ${placeJoins}
     order by fold_text(coalesce(p.full_name, acc.display_name)), p.id`, [reader.accountId ?? null, reader.personIds ?? [], place.cohortId, place.agencyId]);
}

/** The newest stored versions of templates of events, national ones and those of the agencies. */
export async function loadNewestTemplates(tx: Transaction, events: readonly MessageEvent[], agencyIds: readonly string[]): Promise<readonly TemplateVersion[]> {
  return rowsOf(tx,
    `select distinct on (agency_id, event, channel, locale) agency_id as "agencyId", event, channel, locale, number,
       case when body is not null then jsonb_build_object('subject', subject, 'body', body) end as text
     from message_template where event = any($1) and (agency_id is null or agency_id = any($2::uuid[]))
     order by agency_id, event, channel, locale, number desc`, [[...new Set(events)], [...new Set(agencyIds)]]);
}

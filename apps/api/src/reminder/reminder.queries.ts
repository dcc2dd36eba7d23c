import type { Announcement, Reminders } from '@jenjang/shared';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

export async function loadReminders(db: Database, cohortId: string): Promise<Reminders | null> {
  const [row] = await db.read<Reminders>(`select version, days from message_reminder where cohort_id = $1`, [cohortId]);
  return row ?? null;
}

/** Stores the days when the version is still the one that was read; 0 when there was none. */
export async function saveReminders(tx: Transaction, cohortId: string, version: number, days: readonly number[]): Promise<Reminders | null> {
  const [row] = version === 0
    ? await rowsOf<Reminders>(tx, `insert into message_reminder (cohort_id, days) values ($1, $2) on conflict do nothing returning version, days`, [cohortId, days])
    : await rowsOf<Reminders>(tx, `update message_reminder set days = $3 where cohort_id = $1 and version = $2 returning version, days`, [cohortId, version, days]);
  return row ?? null;
}

/** Local eight o'clock of the day so many days before a date. */
const dueOn = (date: string, days: string, zone: string): string => `((${date} - ${days} + time '08:00') at time zone ${zone})`;
/** The last reminder whose time has come; of several that were missed only this one is said. */
const daysDue = (date: string, zone: string): string => `(select min(n) from unnest(coalesce(r.days, '{3,1}')) n where ${dueOn(date, 'n', zone)} <= $1)`;
const unsaid = `where not exists (select from announcement a where a.key = due.key)`;
const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** Participants whose first session comes near. A session that moves is reminded of anew. */
export const firstSessions = `
  with near as materialized (select c.id, c.venue_name, r.days from cohort c left join message_reminder r on r.cohort_id = c.id
    where c.state in ('enrolling', 'running') and exists (select from session s where s.cohort_id = c.id and s.state = 'planned' and s.starts_at between $1 and $1::timestamptz + interval '31 days'))
  select 'session.reminder' as event, due.person_id as "personId", due.cohort_id as "cohortId", due.facts, due.key from (
    select e.person_id, e.cohort_id, 'session.reminder:' || s.id || ':' || extract(epoch from s.starts_at)::bigint || ':' || e.id || ':' || t.n as key,
      jsonb_build_object('session', s.title, 'sessionId', s.id, 'startsAt', ${iso('s.starts_at')}, 'zone', s.zone, 'days', t.n,
        'venue', coalesce(nullif(concat_ws(', ', room.name, v.name, nullif(btrim(s.venue), '')), ''), r.venue_name)) as facts
    from near r join enrolment e on e.cohort_id = r.id and e.state = 'accepted'
      cross join lateral (select s.* from session s where s.cohort_id = e.cohort_id and s.state <> 'cancelled' and (s.class_id is null or s.class_id = e.class_id) order by s.starts_at, s.id limit 1) s
      cross join lateral (select ${daysDue('(s.starts_at at time zone s.zone)::date', 's.zone')} as n) t
      left join venue v on v.id = s.venue_id left join venue_room room on room.id = s.room_id
    where s.starts_at > $1 and t.n is not null) due ${unsaid}`;

/** Those who may still nominate before the last day: heads and analysts of the units that have a quota, or of the agency itself. */
export const nominationDays = `
  select 'nomination.reminder' as event, due.account_id as "accountId", due.cohort_id as "cohortId", due.facts, due.key from (
    select g.account_id, c.id as cohort_id, 'nomination.reminder:' || c.id || ':' || d.closes_on || ':' || g.account_id || ':' || t.n as key, jsonb_build_object('closesOn', d.closes_on, 'days', t.n) as facts
    from cohort c join admission d on d.cohort_id = c.id left join message_reminder r on r.cohort_id = c.id
      cross join lateral (select ${daysDue('d.closes_on', 'c.zone')} as n) t
      join role_grant g on g.role in ('agency_head', 'hr_analyst') and g.scope in ('agency', 'unit') and g.revoked_at is null left join unit gu on gu.id = g.unit_id
    where c.state = 'enrolling' and d.route <> 'self' and t.n is not null and ((d.closes_on + 1)::timestamp at time zone c.zone) > $1
      and case when exists (select from quota q where q.cohort_id = c.id and q.unit_id is not null)
        then exists (select from quota q join unit u on u.id = q.unit_id where q.cohort_id = c.id and u.agency_id = g.agency_id and (gu.id is null or starts_with(gu.path, u.path) or starts_with(u.path, gu.path)))
        else g.agency_id = c.agency_id end
      and not exists (select from nomination m where m.cohort_id = c.id and m.agency_id = g.agency_id and (g.unit_id is null or m.unit_id = g.unit_id))
    group by g.account_id, c.id, d.closes_on, t.n) due ${unsaid}`;

/** People who have not answered an offer: a day before it ends, or halfway when it is shorter than two days. */
export const openOffers = `
  select 'waiting.reminder' as event, due.person_id as "personId", due.cohort_id as "cohortId", due.facts, due.key from (
    select e.person_id, e.cohort_id, 'waiting.reminder:' || o.id as key, jsonb_build_object('expiresAt', ${iso('o.expires_at')}, 'zone', c.zone) as facts
    from enrolment e join cohort c on c.id = e.cohort_id cross join lateral (select * from seat_offer o where o.enrolment_id = e.id order by o.offered_at desc limit 1) o
    where e.state = 'offered' and o.expires_at > $1 and greatest(o.expires_at - interval '1 day', o.offered_at + (o.expires_at - o.offered_at) / 2) <= $1) due ${unsaid}`;

/** What one of these statements finds due and not yet said. */
export async function loadDue(tx: Transaction, statement: string, now: Date): Promise<readonly Announcement[]> {
  return rowsOf(tx, statement, [now]);
}

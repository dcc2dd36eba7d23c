import type { CalendarFeedView, Locale, TaughtSession } from '@jenjang/shared';
import { placeOfSession, placeTables } from '../cohort/index.js';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';
import type { EntrySession } from './ical.js';

const iso = (column: string): string => `to_json(${column}) #>> '{}'`;
/** At most so many entries in one calendar. */
const ENTRIES = 2_000;

const entryColumns = `s.id as "sessionId", c.name as "cohortName", pr.name as "programmeName", s.title, ${iso('s.starts_at')} as "startsAt", ${iso('s.ends_at')} as "endsAt", s.zone, s.venue,
  ${placeOfSession} as place, s.meeting_url as "meetingUrl", s.lesson_hours as "lessonHours", s.version, ${iso('s.changed_at')} as "changedAt",
  case when s.state = 'cancelled' or c.state = 'cancelled' then 'cancelled' when c.state = 'planned' then 'tentative' else 'confirmed' end as status,
  array(select concat_ws(', ', concat_ws(' ', f.front_title, f.full_name), f.back_title) from session_facilitator sf join person f on f.id = sf.person_id where sf.session_id = s.id order by f.full_name) as facilitators`;
const entryTables = `join cohort c on c.id = s.cohort_id join curriculum k on k.id = c.curriculum_id join programme pr on pr.id = k.programme_id ${placeTables}`;

/** Whose feed it is. */
export interface FeedOwner {
  readonly feedId: string;
  readonly accountId: string;
  readonly personId: string | null;
  readonly displayName: string;
  readonly locale: Locale;
}

/** The owner of a feed that is in force; null for anything else. */
export async function findFeed(db: Database, hash: Buffer): Promise<FeedOwner | null> {
  const [row] = await db.read<FeedOwner>(
    `select f.id as "feedId", a.id as "accountId", a.person_id as "personId", a.display_name as "displayName", a.locale
     from calendar_feed f join account a on a.id = f.account_id where f.token_hash = $1 and f.revoked_at is null and a.disabled_at is null`, [hash]);
  return row ?? null;
}

/** Sessions between two instants in which somebody takes part, teaches, or which they organise; each once, by the nearest of these. */
export async function loadEntries(db: Database, { accountId, personId }: FeedOwner, from: Date, to: Date): Promise<EntrySession[]> {
  return db.read<EntrySession>(
    `select ${entryColumns}, own.role from (
       select id, (array_agg(role order by rank))[1] as role from (
         select s.id, 'participant' as role, 1 as rank from enrolment e join session s on s.cohort_id = e.cohort_id and (s.class_id is null or s.class_id = e.class_id)
           where e.person_id = $2 and e.state = 'accepted'
         union all select f.session_id, 'facilitator', 2 from session_facilitator f where f.person_id = $2
         union all select s.id, 'organiser', 3 from role_grant g join cohort o on (g.scope = 'cohort' and o.id = g.cohort_id) or (g.scope = 'agency' and o.agency_id = g.agency_id)
           join session s on s.cohort_id = o.id where g.account_id = $1 and g.role = 'organiser' and g.revoked_at is null) x group by id) own
     join session s on s.id = own.id ${entryTables}
     where s.ends_at >= $3 and s.starts_at < $4 order by s.starts_at, s.id limit ${String(ENTRIES)}`, [accountId, personId, from, to]);
}

/** One session as an entry for a participant or facilitator; null when it is gone. */
export async function loadEntry(db: Database, sessionId: string, personId: string): Promise<EntrySession | null> {
  const [row] = await db.read<EntrySession>(
    `select ${entryColumns}, case when exists (select from session_facilitator f where f.session_id = s.id and f.person_id = $2) then 'facilitator' else 'participant' end as role
     from session s ${entryTables} where s.id = $1`, [sessionId, personId]);
  return row ?? null;
}

export async function loadMailbox(db: Database, personId: string): Promise<{ name: string; email: string; locale: Locale } | null> {
  const [row] = await db.read<{ name: string; email: string; locale: Locale }>(
    `select p.full_name as name, p.email, coalesce(a.locale, 'id') as locale from person p left join account a on a.person_id = p.id where p.id = $1 and p.email is not null limit 1`, [personId]);
  return row ?? null;
}

/** Notes that a calendar program read the feed; a few minutes more or less do not matter. */
export async function noteReading(db: Database, feedId: string, now: Date): Promise<void> {
  await db.execute(`update calendar_feed set last_read_at = $2 where id = $1 and (last_read_at is null or last_read_at < $2::timestamptz - interval '5 minutes')`, [feedId, now]);
}

export async function loadFeed(db: Database, accountId: string): Promise<CalendarFeedView | null> {
  const [row] = await db.read<CalendarFeedView>(
    `select ${iso('created_at')} as "createdAt", ${iso('last_read_at')} as "lastReadAt" from calendar_feed where account_id = $1 and revoked_at is null`, [accountId]);
  return row ?? null;
}

/** Ends the feed in force, if there is one. Two calls at once wait for each other. */
export async function revokeFeed(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx.query(`select from account where id = $1 for no key update`, [accountId]);
  await tx.query(`update calendar_feed set revoked_at = $2 where account_id = $1 and revoked_at is null`, [accountId, now]);
}

export async function insertFeed(tx: Transaction, accountId: string, hash: Buffer, now: Date): Promise<void> {
  await rowsOf(tx, `insert into calendar_feed (account_id, token_hash, created_at) values ($1, $2, $3)`, [accountId, hash, now]);
}

/** Sessions that a person teaches, from an instant on, with those they attend at the same time noted. */
export async function loadTaught(db: Database, personId: string, since: Date): Promise<TaughtSession[]> {
  return db.read<TaughtSession>(
    `select s.id as "sessionId", c.id as "cohortId", c.name as "cohortName", pr.name as "programmeName", k2.name as "className", s.title, ${iso('s.starts_at')} as "startsAt", ${iso('s.ends_at')} as "endsAt",
            s.zone, s.venue, ${placeOfSession} as place, s.meeting_url as "meetingUrl", s.lesson_hours as "lessonHours", s.state, coalesce(k2.seats_taken, c.seats_taken) as expected,
            s.state <> 'cancelled' and exists (select from session o join cohort oc on oc.id = o.cohort_id and oc.state <> 'cancelled'
              where o.id <> s.id and o.state <> 'cancelled' and tstzrange(o.starts_at, o.ends_at) && tstzrange(s.starts_at, s.ends_at) and (
                exists (select from session_facilitator g where g.session_id = o.id and g.person_id = $1)
                or exists (select from enrolment e where e.cohort_id = o.cohort_id and e.person_id = $1 and e.state = 'accepted' and (o.class_id is null or o.class_id = e.class_id)))) as clashes
     from session_facilitator t join session s on s.id = t.session_id ${entryTables} left join cohort_class k2 on k2.id = s.class_id
     where t.person_id = $1 and c.state <> 'cancelled' and s.ends_at >= $2 order by s.starts_at, s.id limit 1000`, [personId, since]);
}

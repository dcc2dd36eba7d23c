import type { AttendanceMark, CheckInKind, CheckInRecord, CheckInSession, CheckInWay, Flag, MachineMark, MarkSource, Position } from '@jenjang/shared';
import type pg from 'pg';
import type { Database } from '../platform/index.js';

/** The one connection of a round: it waits for its turn once, not at every statement. */
export type Connection = pg.PoolClient;

/** Whom a check-in is about: a person by themselves, or an enrolment by its card. */
export interface Subject {
  readonly sessionId: string;
  readonly personId: string | null;
  readonly enrolmentId: string | null;
  readonly clientId: string;
}

/** What is known of a subject. Instants in milliseconds. */
export interface SubjectRecord extends CheckInRecord {
  /** Null when the person takes no part in the cohort of the session. */
  readonly enrolmentId: string | null;
  readonly sessionState: CheckInSession['state'];
  readonly name: string;
  readonly unitName: string | null;
  /** The check-ins that were stored, first of each kind. */
  readonly stored: Readonly<Partial<Record<CheckInKind, StoredCheckIn>>>;
  /** Kind of the check-in that came with the same client id before; null for a new one. */
  readonly repeats: CheckInKind | null;
}

export interface StoredCheckIn {
  readonly id: string;
  readonly at: number;
  readonly flags: readonly Flag[];
}

interface SubjectRow {
  /** Which of the subjects it is about, from 0. */
  readonly place: number;
  readonly enrolmentId: string | null;
  readonly belongs: boolean;
  readonly sessionState: CheckInSession['state'];
  readonly name: string;
  readonly unitName: string | null;
  readonly seen: readonly { readonly id: string; readonly kind: CheckInKind; readonly at: number; readonly seenAt: number; readonly clientId: string; readonly flags: readonly Flag[] }[] | null;
  readonly markId: string | null;
  readonly mark: AttendanceMark;
  readonly markHours: number;
  readonly markSource: MarkSource;
}

const millis = (column: string): string => `floor(extract(epoch from ${column}) * 1000)::bigint`;

/** Read for a whole round at once. */
const subjects = {
  name: 'check-in-subjects',
  text: `
    select w.n::int - 1 as place, e.id as "enrolmentId", coalesce(e.state = 'accepted' and (s.class_id is null or e.class_id = s.class_id), false) as belongs, s.state as "sessionState",
           concat_ws(', ', concat_ws(' ', nullif(p.front_title, ''), p.full_name), nullif(p.back_title, '')) as name, u.name as "unitName",
           case when e.id is not null then (select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'at', ${millis('i.at')}, 'seenAt', ${millis('i.seen_at')}, 'clientId', i.client_id,
               'flags', (select coalesce(json_agg(json_build_object('kind', f.kind, 'facts', f.facts) order by f.kind), '[]') from attendance_flag f where f.check_in_id = i.id)) order by i.at)
             from check_in i where i.session_id = w.session_id and i.enrolment_id = e.id) end as seen,
           m.id as "markId", m.mark, m.lesson_hours as "markHours", m.source as "markSource"
    from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as w (session_id, person_id, enrolment_id, n)
      join session s on s.id = w.session_id
      left join lateral (
        select * from enrolment x where x.cohort_id = s.cohort_id and x.person_id = w.person_id
        union all select * from enrolment x where x.id = w.enrolment_id and x.cohort_id = s.cohort_id limit 1) e on true
      left join person p on p.id = e.person_id left join employment em on em.id = e.employment_id left join unit u on u.id = em.unit_id
      left join lateral (select * from attendance_mark a where a.session_id = w.session_id and a.enrolment_id = e.id
        and not exists (select from attendance_mark b where b.supersedes = a.id)) m on true`,
};

/** @returns what is known, by place of the subject; nothing where the session is gone. */
export async function loadSubjects(db: Connection, asked: readonly Subject[]): Promise<Map<number, SubjectRecord>> {
  const values = [asked.map(({ sessionId }) => sessionId), asked.map(({ personId }) => personId), asked.map(({ enrolmentId }) => enrolmentId)];
  const { rows } = await db.query<SubjectRow>({ ...subjects, values });
  return new Map(rows.map((row) => [row.place, recordOf(row, asked[row.place]?.clientId ?? '')]));
}

function recordOf({ enrolmentId, belongs, sessionState, name, unitName, seen, markId, mark, markHours, markSource }: SubjectRow, clientId: string): SubjectRecord {
  const [came, went] = [seen?.find(({ kind }) => kind === 'in'), seen?.find(({ kind }) => kind === 'out')];
  return {
    enrolmentId, belongs, sessionState, name, unitName, inAt: came?.seenAt ?? null, outAt: went?.seenAt ?? null,
    stored: { in: came, out: went }, repeats: seen?.find((one) => one.clientId === clientId)?.kind ?? null,
    current: markId === null ? null : { id: markId, mark, lessonHours: markHours, source: markSource },
  };
}

/** A check-in ready to be stored, with what follows from it. */
export interface NewCheckIn {
  readonly id: string;
  readonly cohortId: string;
  readonly sessionId: string;
  readonly enrolmentId: string;
  readonly kind: CheckInKind;
  readonly way: CheckInWay;
  readonly at: number;
  readonly seenAt: number;
  readonly deviceHash: string | null;
  readonly position: Position | null;
  readonly distance: number | null;
  readonly clientId: string;
  readonly recordedBy: string | null;
  readonly source: MarkSource;
  readonly mark: MachineMark | null;
  readonly flags: readonly Flag[];
}

/**
 * Stores a round in one statement, which is one transaction: check-ins, their marks, their flags. A session that was
 * closed meanwhile takes none; what somebody else stored first stays. Rows in one order, so that two rounds wait for
 * each other rather than both at once.
 */
const storing = {
  name: 'check-in-store',
  text: `
    with w as materialized (
      select * from json_to_recordset($1::json) as x (id uuid, "cohortId" uuid, "sessionId" uuid, "enrolmentId" uuid, kind text, way text, at bigint, "seenAt" bigint, "deviceHash" text,
        position json, distance float8, "clientId" uuid, "recordedBy" uuid, source text, mark json, flags json)),
    held as materialized (select id from session where id in (select "sessionId" from w) and state = 'planned' order by id for share),
    came as (
      insert into check_in (id, cohort_id, session_id, enrolment_id, kind, way, at, seen_at, device_hash, latitude, longitude, accuracy_m, distance_m, client_id, recorded_by)
      select w.id, w."cohortId", w."sessionId", w."enrolmentId", w.kind, w.way, to_timestamp(w.at / 1000.0), to_timestamp(w."seenAt" / 1000.0), decode(w."deviceHash", 'hex'),
             (w.position ->> 'latitude')::float8, (w.position ->> 'longitude')::float8, (w.position ->> 'accuracy')::float8, w.distance, w."clientId", w."recordedBy"
      from w join held on held.id = w."sessionId" order by w."sessionId", w."enrolmentId" on conflict do nothing returning id),
    marked as (
      insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours, source, marked_by, supersedes)
      select w."cohortId", w."sessionId", w."enrolmentId", w.mark ->> 'mark', (w.mark ->> 'lessonHours')::numeric, w.source, w."recordedBy", (w.mark ->> 'supersedes')::uuid
      from w join came on came.id = w.id where w.mark is not null order by w."sessionId", w."enrolmentId" on conflict do nothing returning enrolment_id, session_id),
    flagged as (
      insert into attendance_flag (check_in_id, kind, facts)
      select w.id, f ->> 'kind', (f -> 'facts')::jsonb from w join came on came.id = w.id cross join json_array_elements(w.flags) f)
    select came.id, w.mark is null or marked.enrolment_id is not null as marked
    from came join w on w.id = came.id left join marked on marked.enrolment_id = w."enrolmentId" and marked.session_id = w."sessionId"`,
};

/** @returns of those that were stored, whether their mark was too. */
export async function storeCheckIns(db: Connection, rows: readonly NewCheckIn[]): Promise<Map<string, boolean>> {
  if (rows.length === 0) return new Map();
  const { rows: stored } = await db.query<{ id: string; marked: boolean }>({ ...storing, values: [JSON.stringify(rows)] });
  return new Map(stored.map(({ id, marked }) => [id, marked]));
}

/**
 * Flags check-ins whose device somebody else used in the same session, on both sides. Asked after the check-ins were
 * committed: of two that come at once, whoever looks last sees both.
 */
const sharing = {
  name: 'check-in-sharing',
  text: `
    select i.id, i.session_id as "sessionId", i.device_hash as "deviceHash" from check_in i
    where i.id = any($1::uuid[]) and exists (select from check_in o where o.session_id = i.session_id and o.device_hash = i.device_hash and o.enrolment_id <> i.enrolment_id)`,
};

export async function flagSharedDevices(db: Connection, checkInIds: readonly string[]): Promise<Set<string>> {
  if (checkInIds.length === 0) return new Set();
  const { rows } = await db.query<{ id: string; sessionId: string; deviceHash: Buffer }>({ ...sharing, values: [checkInIds] });
  if (rows.length === 0) return new Set();
  await db.query(
    `insert into attendance_flag (check_in_id, kind, facts)
     select i.id, 'shared_device', jsonb_build_object('people', (select count(distinct o.enrolment_id) from check_in o where o.session_id = i.session_id and o.device_hash = i.device_hash))
     from check_in i where (i.session_id, i.device_hash) in (select * from unnest($1::uuid[], $2::bytea[])) order by i.id on conflict do nothing`,
    [rows.map(({ sessionId }) => sessionId), rows.map(({ deviceHash }) => deviceHash)]);
  return new Set(rows.map(({ id }) => id));
}

/** The participant of the session's cohort with that NIP; null when there is none. */
export async function enrolmentOfNip(db: Database, sessionId: string, nip: string): Promise<string | null> {
  const [row] = await db.read<{ id: string }>(
    `select e.id from session s join enrolment e on e.cohort_id = s.cohort_id join employment em on em.id = e.employment_id where s.id = $1 and em.nip = $2 and e.state = 'accepted'`, [sessionId, nip]);
  return row?.id ?? null;
}

/** Whom a card of another cohort names, if it lies in the same agency; null otherwise. */
export async function nameOfCard(db: Database, agencyId: string, enrolmentId: string): Promise<string | null> {
  const [row] = await db.read<{ name: string }>(
    `select p.full_name as name from enrolment e join cohort c on c.id = e.cohort_id join person p on p.id = e.person_id where e.id = $1 and c.agency_id = $2`, [enrolmentId, agencyId]);
  return row?.name ?? null;
}

import type { KioskSessionChoice } from '@jenjang/shared';
import { isoOf, participantColumns, participantJoins, participantOrder } from '../attendance/index.js';
import { rowsOf, scopeCondition, type Actor, type Database, type Transaction } from '../platform/index.js';

/** A device as it is held while it speaks. */
export interface HeldDevice {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly publicKey: Buffer;
  readonly preparedAt: Date;
  readonly keepUntil: string;
  readonly revokedAt: string | null;
  readonly revokedReason: string | null;
}

const heldDevice = `
  select d.id, d.account_id as "accountId", d.name, d.public_key as "publicKey", d.prepared_at as "preparedAt", ${isoOf('d.keep_until')} as "keepUntil",
         ${isoOf('d.revoked_at')} as "revokedAt", d.revoked_reason as "revokedReason"
  from device d where d.id = $1`;

/** The device, held until the transaction ends: what it says at the same time in two ways is taken one after the other. */
export async function holdDevice(tx: Transaction, deviceId: string): Promise<HeldDevice | null> {
  const [row] = await rowsOf<HeldDevice>(tx, `${heldDevice} for update of d`, [deviceId]);
  return row ?? null;
}

export async function loadDevice(db: Database, deviceId: string): Promise<HeldDevice | null> {
  const [row] = await db.read<HeldDevice>(heldDevice, [deviceId]);
  return row ?? null;
}

/** Where the sessions of a device lie. */
export interface DevicePlace {
  readonly sessionId: string;
  readonly cohortId: string;
  readonly agencyId: string;
}

export async function loadPlaces(db: Pick<Database, 'read'>, deviceId: string): Promise<DevicePlace[]> {
  return db.read<DevicePlace>(
    `select ds.session_id as "sessionId", c.id as "cohortId", c.agency_id as "agencyId" from device_session ds join cohort c on c.id = ds.cohort_id where ds.device_id = $1`, [deviceId]);
}

/** A session as packed, with what decides whether it may be. */
export interface SessionToPack extends Omit<KioskSessionChoice, 'expected'> {
  readonly agencyId: string;
  readonly classId: string | null;
  readonly state: 'planned' | 'closed' | 'cancelled';
  readonly lessonHours: number;
  /** ISO instants of the opening for check-in; null when nobody opened the session. */
  readonly opensAt: string | null;
  readonly lateAfter: string | null;
  readonly closesAt: string | null;
}

/** Columns of SessionToPack from `session s`, `cohort c`, `cohort_class cc` and `check_in_opening o`. */
export const sessionColumns = `
  s.id, c.id as "cohortId", c.name as "cohortName", c.agency_id as "agencyId", s.title, ${isoOf('s.starts_at')} as "startsAt", ${isoOf('s.ends_at')} as "endsAt", s.zone, s.venue,
  s.class_id as "classId", cc.name as "className", s.state, s.lesson_hours as "lessonHours",
  ${isoOf('o.opens_at')} as "opensAt", ${isoOf('o.late_after')} as "lateAfter", ${isoOf('o.closes_at')} as "closesAt"`;

export const sessionJoins = `
  join cohort c on c.id = s.cohort_id left join cohort_class cc on cc.id = s.class_id left join check_in_opening o on o.session_id = s.id`;

export async function loadSessions(db: Pick<Database, 'read'>, sessionIds: readonly string[]): Promise<SessionToPack[]> {
  return db.read<SessionToPack>(`select ${sessionColumns} from session s ${sessionJoins} where s.id = any($1::uuid[]) order by s.starts_at, s.id`, [sessionIds]);
}

const expected = `
  (select count(*)::int from enrolment e where e.cohort_id = s.cohort_id and e.state = 'accepted' and (s.class_id is null or e.class_id = s.class_id))`;

/** Planned sessions of one local day within the caller's reach. */
export async function loadChoices(db: Database, actor: Actor, on: string, limit: number): Promise<KioskSessionChoice[]> {
  const values: unknown[] = [on, limit];
  const reach = scopeCondition(actor, 'attendance.mark', { agency: 'c.agency_id', cohort: 'c.id' }, values);
  return db.read<KioskSessionChoice>(
    `select s.id, c.id as "cohortId", c.name as "cohortName", s.title, ${isoOf('s.starts_at')} as "startsAt", ${isoOf('s.ends_at')} as "endsAt", s.zone, s.venue, cc.name as "className", ${expected} as expected
     from session s join cohort c on c.id = s.cohort_id left join cohort_class cc on cc.id = s.class_id
     where s.state = 'planned' and s.starts_at between $1::date - interval '1 day' and $1::date + interval '2 days' and (s.starts_at at time zone s.zone)::date = $1::date and ${reach}
     order by s.starts_at, c.name, cc.code, s.id limit $2`, values);
}

/** Somebody a device may have to find. */
export interface PersonToPack {
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly classId: string | null;
  readonly name: string;
  readonly unitName: string | null;
  readonly eselon: string | null;
}

/** Everyone accepted whom the sessions concern, once each, by name. */
export async function loadPeople(db: Database, sessionIds: readonly string[], limit: number): Promise<PersonToPack[]> {
  return db.read<PersonToPack>(
    `select x."enrolmentId", x."cohortId", x."classId", x.name, x."unitName", x.eselon from (
       select ${participantColumns}, e.cohort_id as "cohortId", e.class_id as "classId", row_number() over (order by ${participantOrder}) as place
       from enrolment e ${participantJoins}
       where e.state = 'accepted' and exists (
         select from session s where s.id = any($1::uuid[]) and s.cohort_id = e.cohort_id and (s.class_id is null or s.class_id = e.class_id))) x
     order by x.place limit $2`, [sessionIds, limit]);
}

/** What a device is made of. */
export interface NewDevice {
  readonly accountId: string;
  readonly name: string;
  readonly publicKey: Buffer;
  readonly keepUntil: string;
  readonly now: Date;
  readonly sessionIds: readonly string[];
}

export async function insertDevice(tx: Transaction, { accountId, name, publicKey, keepUntil, now, sessionIds }: NewDevice): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(tx,
    `insert into device (account_id, name, public_key, keep_until, prepared_at, seen_at) values ($1, $2, $3, $4, $5, $5) returning id`, [accountId, name, publicKey, keepUntil, now]);
  if (!row) throw new Error('an insert answers its row');
  await tx.query(`insert into device_session (device_id, cohort_id, session_id) select $1, cohort_id, id from session where id = any($2::uuid[])`, [row.id, sessionIds]);
  return row.id;
}

export async function revokeDevice(tx: Transaction, deviceId: string, actor: Actor, reason: string, now: Date): Promise<void> {
  await tx.query(`update device set revoked_at = $2, revoked_by = $3, revoked_reason = $4 where id = $1 and revoked_at is null`, [deviceId, now, actor.accountId, reason]);
}

export async function touchDevice(db: Pick<Database, 'execute'>, deviceId: string, now: Date): Promise<void> {
  await db.execute(`update device set seen_at = greatest(seen_at, $2) where id = $1`, [deviceId, now]);
}

/** Parts of the list of devices: one's own, and those prepared for sessions within reach; of one cohort when it is named. */
export function deviceList(actor: Actor, cohortId: string | undefined): { columns: string; from: string; values: unknown[]; sorts: Record<string, string>; tie: string } {
  const values: unknown[] = [actor.accountId, cohortId ?? null];
  const reach = scopeCondition(actor, 'attendance.mark', { agency: 'c.agency_id', cohort: 'c.id' }, values);
  return {
    columns: `d.id, d.name, a.display_name as "preparedBy", d.account_id = $1 as mine, ${isoOf('d.prepared_at')} as "preparedAt", ${isoOf('d.keep_until')} as "keepUntil", ${isoOf('d.seen_at')} as "seenAt",
      ${isoOf('d.revoked_at')} as "revokedAt", d.revoked_reason as "revokedReason",
      (select json_agg(json_build_object('title', s.title, 'startsAt', ${isoOf('s.starts_at')}, 'zone', s.zone) order by s.starts_at) from device_session ds join session s on s.id = ds.session_id where ds.device_id = d.id) as sessions,
      (select count(*)::int from device_mark m where m.device_id = d.id) as marks,
      (select count(*)::int from device_mark m where m.device_id = d.id and m.outcome in ('conflicting', 'correction') and not exists (select from device_judgement j where j.device_mark_id = m.id)) as questions,
      (select count(*)::int from device_batch b where b.device_id = d.id) as parcels`,
    from: `from device d join account a on a.id = d.account_id
      where exists (select from device_session ds join cohort c on c.id = ds.cohort_id where ds.device_id = d.id and ($2::uuid is null or c.id = $2) and (d.account_id = $1 or ${reach}))`,
    values,
    sorts: { preparedAt: 'd.prepared_at', name: 'd.name' },
    tie: 'd.id',
  };
}


import type { AttendanceMark, DeviceMarkAnswer, DeviceOutcome, HeldMark, KioskParticipant, MergedMark, ParcelAnswer, SignedMark } from '@jenjang/shared';
import { participantKey } from '@jenjang/shared';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';
import { sessionColumns, sessionJoins, type SessionToPack } from './device.queries.js';

/** The sessions of the device, held as they are: nobody closes one while its marks are written. */
export async function holdSessions(tx: Transaction, deviceId: string): Promise<Map<string, SessionToPack>> {
  const rows = await rowsOf<SessionToPack>(tx,
    `select ${sessionColumns} from session s ${sessionJoins} where s.id in (select session_id from device_session where device_id = $1) order by s.id for share of s`, [deviceId]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The answer that this sending got the first time, and of which device it was. */
export async function loadAnswer(tx: Transaction, parcelId: string): Promise<{ deviceId: string; answer: ParcelAnswer } | null> {
  const [row] = await rowsOf<{ deviceId: string; answer: ParcelAnswer }>(tx, `select device_id as "deviceId", answer from device_batch where id = $1`, [parcelId]);
  return row ?? null;
}

/** A word that was taken before. */
export interface KnownMark extends Pick<DeviceMarkAnswer, 'id' | 'code'> {
  readonly outcome: DeviceOutcome;
  readonly deviceId: string;
}

export async function loadKnownMarks(tx: Transaction, ids: readonly string[]): Promise<Map<string, KnownMark>> {
  const rows = await rowsOf<KnownMark>(tx, `select id, device_id as "deviceId", outcome, code from device_mark where id = any($1::uuid[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A participant of the sessions' cohorts by `participantKey`; nobody of another cohort is in it. */
export async function loadParticipants(tx: Transaction, marks: readonly Pick<SignedMark, 'sessionId' | 'enrolmentId'>[]): Promise<Map<string, KioskParticipant>> {
  const rows = await rowsOf<{ sessionId: string; enrolmentId: string; belongs: boolean; current: HeldMark | null }>(tx,
    `select s.id as "sessionId", e.id as "enrolmentId", e.state = 'accepted' and (s.class_id is null or coalesce(e.class_id = s.class_id, false)) as belongs,
            (select json_build_object('id', m.id, 'mark', m.mark, 'source', m.source) from attendance_mark m
             where m.enrolment_id = e.id and m.session_id = s.id and not exists (select from attendance_mark n where n.supersedes = m.id)) as current
     from (select distinct "sessionId", "enrolmentId" from jsonb_to_recordset($1::jsonb) as w("sessionId" uuid, "enrolmentId" uuid)) w
     join session s on s.id = w."sessionId" join enrolment e on e.id = w."enrolmentId" and e.cohort_id = s.cohort_id`,
    [JSON.stringify(marks.map(({ sessionId, enrolmentId }) => ({ sessionId, enrolmentId })))]);
  return new Map(rows.map(({ sessionId, enrolmentId, belongs, current }) => [participantKey(sessionId, enrolmentId), { belongs, current }]));
}

/** An attendance mark ready to be written. */
export interface NewMark {
  readonly cohortId: string;
  readonly sessionId: string;
  readonly enrolmentId: string;
  readonly mark: AttendanceMark;
  readonly lessonHours: number;
  readonly source: 'offline' | 'sheet';
  readonly reason: string;
  readonly supersedes: string | null;
}

/** Writes attendance marks in one statement. Where somebody else was first nothing is written. @returns ids by `participantKey`. */
export async function insertMarks(tx: Transaction, marks: readonly NewMark[], markedBy: string | null): Promise<Map<string, string>> {
  if (marks.length === 0) return new Map();
  // In the order of ids, so that two writers wait for each other rather than both at once.
  const rows = await rowsOf<{ id: string; sessionId: string; enrolmentId: string }>(tx,
    `insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours, source, reason, supersedes, marked_by)
     select w."cohortId", w."sessionId", w."enrolmentId", w.mark, w."lessonHours", w.source, w.reason, w.supersedes, $2
     from jsonb_to_recordset($1::jsonb) as w("cohortId" uuid, "sessionId" uuid, "enrolmentId" uuid, mark text, "lessonHours" numeric, source text, reason text, supersedes uuid)
     order by w."sessionId", w."enrolmentId" on conflict do nothing returning id, session_id as "sessionId", enrolment_id as "enrolmentId"`, [JSON.stringify(marks), markedBy]);
  return new Map(rows.map(({ id, sessionId, enrolmentId }) => [participantKey(sessionId, enrolmentId), id]));
}

/** One sending as it is kept. */
export interface NewParcel {
  readonly id: string;
  readonly deviceId: string;
  readonly sentAt: number;
  readonly drift: number;
  readonly receivedAt: Date;
  readonly answer: ParcelAnswer;
}

export async function insertParcel(tx: Transaction, { id, deviceId, sentAt, drift, receivedAt, answer }: NewParcel): Promise<void> {
  await tx.query(`insert into device_batch (id, device_id, sent_at, drift_ms, received_at, answer) values ($1, $2, $3, $4, $5, $6)`,
    [id, deviceId, new Date(sentAt), drift, receivedAt, JSON.stringify(answer)]);
  await tx.query(`update device set seen_at = greatest(seen_at, $2) where id = $1`, [deviceId, receivedAt]);
}

/** A word as it is kept: what was said, what became of it, and the mark that was written for it. */
export interface TakenMark extends MergedMark {
  readonly cohortId: string;
  readonly signature: string;
  readonly attendanceMarkId: string | null;
}

export async function insertDeviceMarks(tx: Transaction, parcel: Pick<NewParcel, 'id' | 'deviceId'>, taken: readonly TakenMark[]): Promise<void> {
  if (taken.length === 0) return;
  const rows = taken.map(({ said, mark, outcome, code, cohortId, signature, attendanceMarkId }) => ({
    ...said, mark, outcome, code, cohortId, attendanceMarkId, signature: Buffer.from(signature, 'base64').toString('hex'),
    deviceAt: new Date(said.deviceAt).toISOString(), seenAt: new Date(said.seenAt).toISOString(),
  }));
  await tx.query(
    `insert into device_mark (id, device_id, batch_id, cohort_id, session_id, enrolment_id, kind, how, note, device_at, drift_ms, seen_at, signature, mark, outcome, code, attendance_mark_id)
     select w.id, $1, $2, w."cohortId", w."sessionId", w."enrolmentId", w.kind, w.how, w.note, w."deviceAt", w.drift, w."seenAt", decode(w.signature, 'hex'), w.mark, w.outcome, w.code, w."attendanceMarkId"
     from jsonb_to_recordset($3::jsonb) as w(id uuid, "cohortId" uuid, "sessionId" uuid, "enrolmentId" uuid, kind text, how text, note text, "deviceAt" timestamptz, drift bigint, "seenAt" timestamptz,
       signature text, mark text, outcome text, code text, "attendanceMarkId" uuid)`, [parcel.deviceId, parcel.id, JSON.stringify(rows)]);
}

/** What was answered to a device so far, newest first. */
export async function loadAnswers(db: Database, deviceId: string, limit: number): Promise<ParcelAnswer[]> {
  const rows = await db.read<{ answer: ParcelAnswer }>(`select answer from device_batch where device_id = $1 order by received_at desc, id limit $2`, [deviceId, limit]);
  return rows.map(({ answer }) => answer);
}


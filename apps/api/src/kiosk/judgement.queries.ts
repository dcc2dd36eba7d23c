import type { DeviceMarkKind, DeviceOutcome, DeviceQuestionRow, DeviceSourceRow, DeviceWalkInRow } from '@jenjang/shared';
import { isoOf, participantColumns, participantJoins } from '../attendance/index.js';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

/** Where a cohort or session lies. */
export interface Ground {
  readonly agencyId: string;
  readonly cohortId: string;
}

export async function loadCohortPlace(db: Database, cohortId: string): Promise<Ground | null> {
  const [row] = await db.read<Ground>(`select agency_id as "agencyId", id as "cohortId" from cohort where id = $1`, [cohortId]);
  return row ?? null;
}

export async function loadSessionPlace(db: Database, sessionId: string): Promise<Ground | null> {
  const [row] = await db.read<Ground>(`select c.agency_id as "agencyId", c.id as "cohortId" from session s join cohort c on c.id = s.cohort_id where s.id = $1`, [sessionId]);
  return row ?? null;
}

/** Words of a cohort that still await a person: nobody judged them, and what holds now does not say the same. */
export async function loadQuestions(db: Database, cohortId: string, limit: number): Promise<DeviceQuestionRow[]> {
  return db.read<DeviceQuestionRow>(
    `select x.id, x."sessionId", x."sessionTitle", x."startsAt", x.zone, x."enrolmentId", x.name, x."unitName", x.kind, x.how, x.mark, x.code, x."seenAt", x."deviceName", x.current from (
       select m.id, s.id as "sessionId", s.title as "sessionTitle", ${isoOf('s.starts_at')} as "startsAt", s.zone, m.kind, m.how, m.mark, m.code, ${isoOf('m.seen_at')} as "seenAt", d.name as "deviceName",
              ${participantColumns}, s.starts_at as "from", m.seen_at as "at", c.mark as held,
              case when c.id is not null then json_build_object('mark', c.mark, 'markedBy', a.display_name, 'reason', c.reason) end as current
       from device_mark m join device d on d.id = m.device_id join session s on s.id = m.session_id join enrolment e on e.id = m.enrolment_id ${participantJoins}
       left join attendance_mark c on c.session_id = m.session_id and c.enrolment_id = m.enrolment_id and not exists (select from attendance_mark n where n.supersedes = c.id)
       left join account a on a.id = c.marked_by
       where m.cohort_id = $1 and m.outcome in ('conflicting', 'correction') and not exists (select from device_judgement j where j.device_mark_id = m.id)) x
     where case x.kind when 'seen' then x.held is distinct from x.mark else x.held in ('present', 'late') end
     order by x."from", x."at", x.id limit $2`, [cohortId, limit]);
}

/** Everything that devices said about a session, by person and time: every source of a mark. */
export async function loadSources(db: Database, sessionId: string): Promise<DeviceSourceRow[]> {
  return db.read<DeviceSourceRow>(
    `select m.id, m.enrolment_id as "enrolmentId", m.kind, m.how, m.note, m.mark, m.outcome, m.code, ${isoOf('m.seen_at')} as "seenAt", d.name as "deviceName", j.verdict
     from device_mark m join device d on d.id = m.device_id left join device_judgement j on j.device_mark_id = m.id
     where m.session_id = $1 order by m.enrolment_id nulls first, m.seen_at, m.id`, [sessionId]);
}

/** People whom devices noted at the doors of a cohort although no list names them, newest first. */
export async function loadWalkIns(db: Database, cohortId: string, limit: number): Promise<DeviceWalkInRow[]> {
  return db.read<DeviceWalkInRow>(
    `select m.id, m.note, s.title as "sessionTitle", s.zone, ${isoOf('m.seen_at')} as "seenAt", d.name as "deviceName"
     from device_mark m join device d on d.id = m.device_id join session s on s.id = m.session_id
     where m.cohort_id = $1 and m.kind = 'walk_in' order by m.seen_at desc, m.id limit $2`, [cohortId, limit]);
}

/** A word before a person, with its session. */
export interface MarkToJudge extends Ground {
  readonly id: string;
  readonly sessionId: string;
  readonly enrolmentId: string | null;
  readonly kind: DeviceMarkKind;
  readonly mark: 'present' | 'late' | null;
  readonly outcome: DeviceOutcome;
  readonly sessionState: 'planned' | 'closed' | 'cancelled';
  readonly lessonHours: number;
  readonly judged: boolean;
}

/** The word, its session held as it is, and the word itself held so that one person judges it. */
export async function holdMark(tx: Transaction, id: string): Promise<MarkToJudge | null> {
  const [row] = await rowsOf<MarkToJudge>(tx,
    `select m.id, m.session_id as "sessionId", m.enrolment_id as "enrolmentId", m.kind, m.mark, m.outcome, s.state as "sessionState", s.lesson_hours as "lessonHours",
            c.id as "cohortId", c.agency_id as "agencyId", false as judged
     from device_mark m join session s on s.id = m.session_id join cohort c on c.id = s.cohort_id where m.id = $1 for share of s for update of m`, [id]);
  if (!row) return null;
  const judged = await rowsOf(tx, `select from device_judgement where device_mark_id = $1`, [id]);
  return { ...row, judged: judged.length > 0 };
}

/** What a person decided. */
export interface NewJudgement {
  readonly deviceMarkId: string;
  readonly verdict: 'taken' | 'dismissed';
  readonly reason: string;
  readonly attendanceMarkId: string | null;
}

export async function insertJudgement(tx: Transaction, { deviceMarkId, verdict, reason, attendanceMarkId }: NewJudgement, judgedBy: string | null): Promise<void> {
  await tx.query(`insert into device_judgement (device_mark_id, verdict, reason, attendance_mark_id, judged_by) values ($1, $2, $3, $4, $5)`, [deviceMarkId, verdict, reason, attendanceMarkId, judgedBy]);
}


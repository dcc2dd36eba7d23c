import type { MarkInForce, MeetingWindow, ParticipantFacts, RosterPerson } from '@jenjang/shared';
import { isoOf, participantColumns, participantJoins, participantOrder } from '../attendance/index.js';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

/** A session as a report is read against. */
export interface ReportedSession extends Omit<MeetingWindow, 'offsetMinutes'> {
  readonly id: string;
  readonly cohortId: string;
  readonly agencyId: string;
  readonly classId: string | null;
  readonly zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
  readonly state: 'planned' | 'closed' | 'cancelled';
}

const sessionSql = `
  select s.id, s.cohort_id as "cohortId", c.agency_id as "agencyId", s.class_id as "classId", s.zone, s.state, s.lesson_hours as "lessonHours",
         (extract(epoch from s.starts_at) * 1000)::float8 as "startsMs", (extract(epoch from s.ends_at) * 1000)::float8 as "endsMs"
  from session s join cohort c on c.id = s.cohort_id where s.id = $1`;

export async function loadReportedSession(db: Pick<Database, 'read'>, id: string): Promise<ReportedSession | null> {
  const [row] = await db.read<ReportedSession>(sessionSql, [id]);
  return row ?? null;
}

/** The session, held open until the transaction ends. */
export async function holdReportedSession(tx: Transaction, id: string): Promise<ReportedSession | null> {
  const [row] = await rowsOf<ReportedSession>(tx, `${sessionSql} for share of s`, [id]);
  return row ?? null;
}

/** A participant whom the session concerns, as reports are matched and lists are drawn, with the mark in force. */
export type ReportedPerson = ParticipantFacts & RosterPerson & { readonly current: MarkInForce | null };

export const rosterSql = `
  select ${participantColumns}, p.full_name as "fullName", p.email,
         (select json_build_object('id', m.id, 'mark', m.mark, 'lessonHours', m.lesson_hours, 'reason', m.reason, 'source', m.source, 'markedAt', ${isoOf('m.marked_at')}, 'markedBy', a.display_name)
          from attendance_mark m left join account a on a.id = m.marked_by
          where m.enrolment_id = e.id and m.session_id = $1 and not exists (select from attendance_mark n where n.supersedes = m.id)) as current
  from enrolment e ${participantJoins} where e.cohort_id = $2 and e.state = 'accepted' and ($3::uuid is null or e.class_id = $3) order by ${participantOrder}`;

export const rosterValues = ({ id, cohortId, classId }: ReportedSession): unknown[] => [id, cohortId, classId];

/** A mark to be written from a report. */
export interface ReportMark {
  readonly enrolmentId: string;
  readonly mark: string;
  readonly lessonHours: number;
  readonly reason: string;
  readonly supersedes: string | null;
}

/** Writes marks in one statement. @returns how many; where somebody else was first nothing is written. */
export async function insertReportMarks(tx: Transaction, { id, cohortId }: ReportedSession, marks: readonly ReportMark[], accountId: string | null): Promise<number> {
  const rows = await rowsOf(tx,
    `insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours, source, reason, supersedes, marked_by)
     select $1, $2, w."enrolmentId", w.mark, w."lessonHours", 'report', w.reason, w.supersedes, $4
     from jsonb_to_recordset($3::jsonb) as w("enrolmentId" uuid, mark text, "lessonHours" numeric, reason text, supersedes uuid) order by w."enrolmentId"
     on conflict do nothing returning 1`, [cohortId, id, JSON.stringify(marks), accountId]);
  return rows.length;
}

export async function insertReport(tx: Transaction, report: { sessionId: string; fileId: string; kind: string; attendees: number; marked: number; accountId: string | null }): Promise<void> {
  await tx.query(`insert into attendance_report (session_id, file_id, kind, attendees, marked, taken_by) values ($1, $2, $3, $4, $5, $6)`,
    [report.sessionId, report.fileId, report.kind, report.attendees, report.marked, report.accountId]);
}

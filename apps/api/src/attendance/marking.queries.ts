import type { AttendanceSheet, MarkInForce, SheetRow } from '@jenjang/shared';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';
import { isoOf, participantColumns, participantJoins, participantOrder } from './participant.queries.js';

/** SQL of a mark `m` set by account `a` as MarkInForce. */
export const markJson = `json_build_object('id', m.id, 'mark', m.mark, 'lessonHours', m.lesson_hours, 'reason', m.reason, 'source', m.source,
  'markedAt', ${isoOf('m.marked_at')}, 'markedBy', a.display_name)`;

/** The mark in force of an enrolment `e` in the session given as the first parameter; null when nothing was said. */
const currentMark = `(select ${markJson} from attendance_mark m left join account a on a.id = m.marked_by
  where m.enrolment_id = e.id and m.session_id = $1 and not exists (select from attendance_mark n where n.supersedes = m.id))`;

/** A session as marking needs it. */
export type SessionToMark = AttendanceSheet['session'] & { readonly cohortId: string; readonly cohortName: string; readonly agencyId: string };

const sessionToMark = `
  select s.id, s.title, ${isoOf('s.starts_at')} as "startsAt", ${isoOf('s.ends_at')} as "endsAt", s.zone, s.venue, s.lesson_hours as "lessonHours", s.mandatory, s.state,
         s.class_id as "classId", cc.name as "className", c.id as "cohortId", c.name as "cohortName", c.agency_id as "agencyId"
  from session s join cohort c on c.id = s.cohort_id left join cohort_class cc on cc.id = s.class_id where s.id = $1`;

export async function loadSession(db: Database, sessionId: string): Promise<SessionToMark | null> {
  const [row] = await db.read<SessionToMark>(sessionToMark, [sessionId]);
  return row ?? null;
}

/** The session, held as it is until the transaction ends: nobody closes it while marks are written, and the other way round. */
export async function holdSession(tx: Transaction, sessionId: string, hold: 'share' | 'update'): Promise<SessionToMark | null> {
  const [row] = await rowsOf<SessionToMark>(tx, `${sessionToMark} for ${hold} of s`, [sessionId]);
  return row ?? null;
}

/** Everyone accepted whom the session concerns, with their mark in force. */
export async function loadSheetRows(db: Database, session: SessionToMark): Promise<SheetRow[]> {
  return db.read<SheetRow>(
    `select ${participantColumns}, ${currentMark} as current from enrolment e ${participantJoins}
     where e.cohort_id = $2 and e.state = 'accepted' and ($3::uuid is null or e.class_id = $3) order by ${participantOrder}`,
    [session.id, session.cohortId, session.classId]);
}

/** What is known of an enrolment before it is marked. */
export interface KnownParticipant {
  readonly enrolmentId: string;
  readonly belongs: boolean;
  readonly current: MarkInForce | null;
}

/** What is known of these enrolments; those of other cohorts are left out. */
export async function loadKnown(tx: Transaction, session: SessionToMark, enrolmentIds: readonly string[]): Promise<Map<string, KnownParticipant>> {
  const rows = await rowsOf<KnownParticipant>(tx,
    `select e.id as "enrolmentId", e.state = 'accepted' and ($3::uuid is null or coalesce(e.class_id = $3, false)) as belongs, ${currentMark} as current
     from enrolment e where e.cohort_id = $2 and e.id = any($4::uuid[])`, [session.id, session.cohortId, session.classId, enrolmentIds]);
  return new Map(rows.map((row) => [row.enrolmentId, row]));
}

/** A mark ready to be written. */
export interface NewMark {
  readonly enrolmentId: string;
  readonly mark: string;
  readonly lessonHours: number;
  readonly reason: string | null;
  readonly supersedes: string | null;
}

/** Writes marks in one statement. Where somebody else was first nothing is written. @returns the enrolments that were marked. */
export async function insertMarks(tx: Transaction, session: SessionToMark, marks: readonly NewMark[], markedBy: string | null): Promise<Set<string>> {
  if (marks.length === 0) return new Set();
  // In the order of ids, so that two markers wait for each other rather than both at once.
  const rows = await rowsOf<{ enrolmentId: string }>(tx,
    `insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours, reason, supersedes, marked_by)
     select $1, $2, w."enrolmentId", w.mark, w."lessonHours", w.reason, w.supersedes, $4
     from jsonb_to_recordset($3::jsonb) as w("enrolmentId" uuid, mark text, "lessonHours" numeric, reason text, supersedes uuid) order by w."enrolmentId"
     on conflict do nothing returning enrolment_id as "enrolmentId"`, [session.cohortId, session.id, JSON.stringify(marks), markedBy]);
  return new Set(rows.map(({ enrolmentId }) => enrolmentId));
}

const unmarked = `
  from enrolment e where e.cohort_id = $1 and e.state = 'accepted' and ($3::uuid is null or e.class_id = $3)
    and not exists (select from attendance_mark m where m.enrolment_id = e.id and m.session_id = $2)`;

export async function countUnmarked(tx: Transaction, { cohortId, id, classId }: SessionToMark): Promise<number> {
  const [row] = await rowsOf<{ unmarked: number }>(tx, `select count(*)::int as unmarked ${unmarked}`, [cohortId, id, classId]);
  return row?.unmarked ?? 0;
}

/** Marks everyone of whom nothing was said as absent. */
export async function markRestAbsent(tx: Transaction, { cohortId, id, classId }: SessionToMark, markedBy: string | null): Promise<void> {
  await tx.query(
    `insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours, marked_by)
     select $1, $2, e.id, 'absent', 0, $4 ${unmarked} order by e.id on conflict do nothing`, [cohortId, id, classId, markedBy]);
}

export async function saveSessionState(tx: Transaction, sessionId: string, state: 'planned' | 'closed'): Promise<void> {
  await tx.query(`update session set state = $2 where id = $1`, [sessionId, state]);
}

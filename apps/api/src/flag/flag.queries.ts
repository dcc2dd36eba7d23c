import type { FlagRow } from '@jenjang/shared';
import { isoOf, participantColumns, participantJoins } from '../attendance/index.js';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

/** Where a session lies, for the check of access. */
export interface SessionPlace {
  readonly agencyId: string;
  readonly cohortId: string;
}

export async function placeOfSession(db: Database, sessionId: string): Promise<SessionPlace | null> {
  const [row] = await db.read<SessionPlace>(`select c.agency_id as "agencyId", c.id as "cohortId" from session s join cohort c on c.id = s.cohort_id where s.id = $1`, [sessionId]);
  return row ?? null;
}

/** Flags of a session: those to be judged first, oldest first. */
export async function loadFlags(db: Database, sessionId: string): Promise<FlagRow[]> {
  return db.read<FlagRow>(
    `select f.id, i.id as "checkInId", ${participantColumns}, f.kind, f.facts, ${isoOf('i.at')} as at,
            (select n.note from attendance_flag_note n where n.check_in_id = i.id order by n.written_at desc limit 1) as note,
            v.verdict, coalesce(v.reason, '') as reason, a.display_name as "judgedBy", ${isoOf('v.judged_at')} as "judgedAt"
     from attendance_flag f join check_in i on i.id = f.check_in_id join enrolment e on e.id = i.enrolment_id ${participantJoins}
       left join attendance_flag_verdict v on v.flag_id = f.id left join account a on a.id = v.judged_by
     where i.session_id = $1 order by v.id is not null, i.at, f.kind, f.id limit 2000`, [sessionId]);
}

/** A flag as its judging needs it. */
export interface FlagToJudge extends SessionPlace {
  readonly sessionId: string;
  readonly enrolmentId: string;
  readonly judged: boolean;
  /** The mark in force that a device set; null when there is none or a person set it. */
  readonly machineMarkId: string | null;
}

export async function holdFlag(tx: Transaction, flagId: string): Promise<FlagToJudge | null> {
  const [row] = await rowsOf<FlagToJudge>(tx,
    `select i.session_id as "sessionId", i.enrolment_id as "enrolmentId", c.id as "cohortId", c.agency_id as "agencyId",
            exists (select from attendance_flag_verdict v where v.flag_id = f.id) as judged,
            (select m.id from attendance_mark m where m.session_id = i.session_id and m.enrolment_id = i.enrolment_id and m.source in ('check_in', 'card', 'kiosk')
              and not exists (select from attendance_mark n where n.supersedes = m.id)) as "machineMarkId"
     from attendance_flag f join check_in i on i.id = f.check_in_id join cohort c on c.id = i.cohort_id where f.id = $1 for update of f`, [flagId]);
  return row ?? null;
}

export async function saveVerdict(tx: Transaction, flagId: string, verdict: { verdict: string; reason: string }, judgedBy: string | null): Promise<void> {
  await tx.query(`insert into attendance_flag_verdict (flag_id, verdict, reason, judged_by) values ($1, $2, $3, $4)`, [flagId, verdict.verdict, verdict.reason, judgedBy]);
}

/** What a person says overrules what a device saw. */
export async function markAbsent(tx: Transaction, { cohortId, sessionId, enrolmentId, machineMarkId }: FlagToJudge, reason: string, markedBy: string | null): Promise<void> {
  await tx.query(
    `insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours, source, reason, supersedes, marked_by) values ($1, $2, $3, 'absent', 0, 'sheet', $4, $5, $6)`,
    [cohortId, sessionId, enrolmentId, reason, machineMarkId, markedBy]);
}

/** Whether the check-in is one of the person's own. */
export async function isOwnCheckIn(db: Database, checkInId: string, personId: string): Promise<boolean> {
  const rows = await db.read(`select from check_in i join enrolment e on e.id = i.enrolment_id where i.id = $1 and e.person_id = $2`, [checkInId, personId]);
  return rows.length > 0;
}

export async function saveNote(tx: Transaction, checkInId: string, note: string): Promise<void> {
  await tx.query(`insert into attendance_flag_note (check_in_id, note) values ($1, $2)`, [checkInId, note]);
}

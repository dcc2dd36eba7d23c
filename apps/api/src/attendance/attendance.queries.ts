import type { AttendanceRow, PlannedSession, SessionAttendance, SessionHistory, Zone } from '@jenjang/shared';
import type { Database } from '../platform/index.js';
import { isoOf, marksInForceOf, participantColumns, participantJoins, participantMatches } from './participant.queries.js';
import { markJson } from './marking.queries.js';

/** A cohort as its attendance needs it. */
export interface CohortOfAttendance {
  readonly id: string;
  readonly agencyId: string;
  readonly excusedLeavesDenominator: boolean;
}

export async function loadCohortOfAttendance(db: Database, cohortId: string): Promise<CohortOfAttendance | null> {
  const [row] = await db.read<CohortOfAttendance>(
    `select c.id, c.agency_id as "agencyId", coalesce((k.criteria ->> 'excusedLeavesDenominator')::boolean, false) as "excusedLeavesDenominator"
     from cohort c join curriculum k on k.id = c.curriculum_id where c.id = $1`, [cohortId]);
  return row ?? null;
}

/** Every session of a cohort with how many of those expected are marked as what. */
export async function loadSessionAttendance(db: Database, cohortId: string): Promise<SessionAttendance[]> {
  return db.read<SessionAttendance>(
    `with marked as (
       select m.session_id, m.mark, count(*) as people
       from enrolment e join attendance_mark m on m.enrolment_id = e.id join session s on s.id = m.session_id
       where e.cohort_id = $1 and e.state = 'accepted' and (s.class_id is null or s.class_id = e.class_id)
         and not exists (select from attendance_mark n where n.supersedes = m.id)
       group by m.session_id, m.mark),
     seats as (select class_id, count(*) as people from enrolment where cohort_id = $1 and state = 'accepted' group by class_id)
     select s.id, s.title, ${isoOf('s.starts_at')} as "startsAt", ${isoOf('s.ends_at')} as "endsAt", s.zone, s.venue, s.lesson_hours as "lessonHours", s.mandatory, s.state,
            s.class_id as "classId", cc.name as "className",
            coalesce((select sum(people) from seats where s.class_id is null or seats.class_id = s.class_id), 0)::int as expected,
            coalesce((select json_object_agg(mark, people) from marked where marked.session_id = s.id), '{}') as counts
     from session s left join cohort_class cc on cc.id = s.class_id where s.cohort_id = $1 order by s.starts_at, cc.code, s.id`, [cohortId]);
}

/** The sessions that the percentage is taken of: mandatory and not cancelled. */
export async function loadPlannedSessions(db: Pick<Database, 'read'>, cohortIds: readonly string[]): Promise<(PlannedSession & { readonly cohortId: string })[]> {
  return db.read(
    `select id as "sessionId", cohort_id as "cohortId", class_id as "classId", lesson_hours as "lessonHours", state = 'closed' as closed, ${isoOf('ends_at')} as "endsAt"
     from session where cohort_id = any($1::uuid[]) and mandatory and state <> 'cancelled' order by starts_at, id`, [cohortIds]);
}

/** A participant of the matrix before it is summed up. */
export type MatrixRow = Omit<AttendanceRow, 'summary'> & { readonly classId: string | null };

/** Parts of the list of a cohort's accepted participants with their marks in force. */
export const matrixList = {
  columns: `${participantColumns}, e.class_id as "classId", ${marksInForceOf('e.id')} as marks`,
  from: `from enrolment e ${participantJoins} where e.cohort_id = $1 and e.state = 'accepted' and ${participantMatches(2)}`,
  sorts: { name: 'fold_text(p.full_name)', unit: 'u.name', class: 'cc.code' },
  tie: 'e.id',
} as const;

/** Where an enrolment lies, for the check of access. */
export interface EnrolmentPlace {
  readonly enrolmentId: string;
  readonly agencyId: string;
  readonly cohortId: string;
  readonly unitPath: string | null;
  /** The agency that employed the participant when the cohort began; null for people without employment. */
  readonly employerId: string | null;
}

export async function placeOfEnrolment(db: Database, enrolmentId: string): Promise<EnrolmentPlace | null> {
  const [row] = await db.read<EnrolmentPlace>(
    `select e.id as "enrolmentId", c.agency_id as "agencyId", c.id as "cohortId", u.path as "unitPath", em.agency_id as "employerId"
     from enrolment e join cohort c on c.id = e.cohort_id left join employment em on em.id = e.employment_id left join unit u on u.id = em.unit_id
     where e.id = $1`, [enrolmentId]);
  return row ?? null;
}

/** Every session of a participant with everything ever said of them there. */
export async function loadHistory(db: Database, enrolmentId: string): Promise<SessionHistory[]> {
  return db.read<SessionHistory & { zone: Zone }>(
    `select s.id as "sessionId", s.title, ${isoOf('s.starts_at')} as "startsAt", s.zone, s.lesson_hours as "lessonHours", s.mandatory,
            coalesce((select json_agg(${markJson} order by m.marked_at, m.id) from attendance_mark m left join account a on a.id = m.marked_by
              where m.enrolment_id = e.id and m.session_id = s.id), '[]') as marks
     from enrolment e join session s on s.cohort_id = e.cohort_id and (s.class_id is null or s.class_id = e.class_id)
     where e.id = $1 and s.state <> 'cancelled' order by s.starts_at, s.id`, [enrolmentId]);
}

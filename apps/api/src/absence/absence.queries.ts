import type { AbsenceChoice, AbsenceGround, AbsenceRequestView, AbsenceRow, AttendanceRow } from '@jenjang/shared';
import { isoOf, loadPlannedSessions, marksInForceOf, participantColumns, participantJoins } from '../attendance/index.js';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

const sessionJson = `json_build_object('sessionId', s.id, 'title', s.title, 'startsAt', ${isoOf('s.starts_at')}, 'endsAt', ${isoOf('s.ends_at')},
  'zone', s.zone, 'lessonHours', s.lesson_hours, 'mandatory', s.mandatory)`;

/** `select` list of AbsenceRequestView over a request `r`; needs `requestJoins`. */
const requestColumns = `
  r.id, r.cohort_id as "cohortId", c.name as "cohortName", r.enrolment_id as "enrolmentId", r.kind, r.reason, r.late, ${isoOf('r.requested_at')} as "requestedAt",
  case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as letter,
  coalesce(d.outcome, 'open') as state, coalesce(d.note, '') as note, da.display_name as "decidedBy", ${isoOf('d.decided_at')} as "decidedAt",
  coalesce((select json_agg(${sessionJson} order by s.starts_at, s.id) from absence_session x join session s on s.id = x.session_id where x.request_id = r.id), '[]') as sessions`;

const requestJoins = `
  join cohort c on c.id = r.cohort_id left join stored_file f on f.id = r.letter_file_id
  left join absence_decision d on d.request_id = r.id left join account da on da.id = d.decided_by`;

/** Requests of one person, newest first. */
export function loadOwnRequests(db: Database, personId: string): Promise<AbsenceRequestView[]> {
  return db.read<AbsenceRequestView>(
    `select ${requestColumns} from absence_request r ${requestJoins} join enrolment e on e.id = r.enrolment_id
     where e.person_id = $1 order by r.requested_at desc, r.id limit 500`, [personId]);
}

/** Parts of the list of a cohort's requests; open ones first, then the newest. */
export const requestList = {
  columns: `${requestColumns}, json_build_object('personId', e.person_id, 'name', n.name, 'nip', n.nip, 'unitName', n."unitName", 'eselon', n.eselon, 'className', n."className") as participant`,
  from: `from absence_request r ${requestJoins} join enrolment e on e.id = r.enrolment_id
    cross join lateral (select ${participantColumns} from (select e.*) e ${participantJoins}) n
    where r.cohort_id = $1 and ($2::text is null or coalesce(d.outcome, 'open') = $2)`,
  sorts: { requestedAt: '(d.id is not null), r.requested_at' },
  defaultSort: '-requestedAt',
  tie: 'r.id',
} as const;

export type RequestRow = Omit<AbsenceRow, 'effect'>;

/** A request held until the transaction ends, with where it lies. */
export interface HeldRequest {
  readonly id: string;
  readonly cohortId: string;
  readonly agencyId: string;
  readonly enrolmentId: string;
  readonly personId: string;
  readonly kind: 'permitted' | 'sick' | 'on_duty';
  readonly reason: string;
  readonly sessionIds: readonly string[];
}

export async function holdRequest(tx: Transaction, id: string): Promise<HeldRequest | null> {
  const [row] = await rowsOf<HeldRequest>(tx,
    `select r.id, r.cohort_id as "cohortId", c.agency_id as "agencyId", r.enrolment_id as "enrolmentId", e.person_id as "personId", r.kind, r.reason,
            array(select session_id from absence_session where request_id = r.id) as "sessionIds"
     from absence_request r join cohort c on c.id = r.cohort_id join enrolment e on e.id = r.enrolment_id where r.id = $1 for update of r`, [id]);
  return row ?? null;
}

/** Who decided a request before, and when; null while it is open. */
export async function loadDecision(tx: Transaction, requestId: string): Promise<{ readonly by: string; readonly at: string } | null> {
  const [row] = await rowsOf<{ by: string; at: string }>(tx,
    `select a.display_name as by, ${isoOf('d.decided_at')} as at from absence_decision d join account a on a.id = d.decided_by where d.request_id = $1`, [requestId]);
  return row ?? null;
}

/** A session of the cohort as a request by this enrolment is judged. */
export interface JudgedSession {
  readonly sessionId: string;
  readonly title: string;
  readonly startsAtMs: number;
  readonly cancelled: boolean;
  readonly closed: boolean;
  readonly concerns: boolean;
  readonly asked: boolean;
}

/** An accepted participant by cohort and person, held so that two requests of one person come one after the other. */
export async function holdOwnEnrolment(tx: Transaction, cohortId: string, personId: string | null): Promise<string | null> {
  const [row] = await rowsOf<{ id: string }>(tx, `select id from enrolment where cohort_id = $1 and person_id = $2 and state = 'accepted' for no key update`, [cohortId, personId]);
  return row?.id ?? null;
}

export function loadJudgedSessions(tx: Transaction, enrolmentId: string, sessionIds: readonly string[]): Promise<JudgedSession[]> {
  return rowsOf<JudgedSession>(tx,
    `select w.id as "sessionId", coalesce(s.title, '') as title, coalesce(extract(epoch from s.starts_at) * 1000, 0)::float8 as "startsAtMs",
            coalesce(s.state = 'cancelled', false) as cancelled, coalesce(s.state = 'closed', false) as closed, s.id is not null as concerns,
            exists (select from absence_session x join absence_request r on r.id = x.request_id left join absence_decision d on d.request_id = r.id
              where x.session_id = s.id and r.enrolment_id = e.id and (d.id is null or d.outcome = 'approved')) as asked
     from enrolment e cross join unnest($2::uuid[]) w(id)
       left join session s on s.id = w.id and s.cohort_id = e.cohort_id and (s.class_id is null or s.class_id = e.class_id) where e.id = $1`, [enrolmentId, sessionIds]);
}

/** What a participant may ask for: sessions from a moment on, of every cohort in which they are accepted. */
export function loadChoices(db: Database, personId: string, since: Date, now: Date): Promise<AbsenceChoice[]> {
  return db.read<AbsenceChoice>(
    `select c.id as "cohortId", c.name as "cohortName", e.id as "enrolmentId",
            json_agg(${sessionJson}::jsonb || jsonb_build_object('late', s.starts_at <= $3,
              'asked', exists (select from absence_session x join absence_request r on r.id = x.request_id left join absence_decision d on d.request_id = r.id
                where x.session_id = s.id and r.enrolment_id = e.id and (d.id is null or d.outcome = 'approved'))) order by s.starts_at, s.id) as sessions
     from enrolment e join cohort c on c.id = e.cohort_id join session s on s.cohort_id = c.id and (s.class_id is null or s.class_id = e.class_id)
     where e.person_id = $1 and e.state = 'accepted' and c.state in ('enrolling', 'running') and s.state <> 'cancelled' and s.starts_at >= $2
     group by c.id, e.id order by min(s.starts_at)`, [personId, since, now]);
}

/** What the effect of requests is computed from, by enrolment. */
export async function loadGrounds(db: Pick<Database, 'read'>, cohortId: string, enrolmentIds: readonly string[]): Promise<Map<string, AbsenceGround>> {
  const planned = await loadPlannedSessions(db, [cohortId]);
  const rows = await db.read<{ id: string; classId: string | null; marks: AttendanceRow['marks']; excused: boolean; least: number | null }>(
    `select e.id, e.class_id as "classId", ${marksInForceOf('e.id')} as marks, coalesce((k.criteria ->> 'excusedLeavesDenominator')::boolean, false) as excused,
            (k.criteria ->> 'minAttendancePercent')::numeric as least
     from enrolment e join cohort c on c.id = e.cohort_id join curriculum k on k.id = c.curriculum_id where e.id = any($1::uuid[])`, [enrolmentIds]);
  return new Map(rows.map(({ id, classId, marks, excused, least }) => [id, { planned, classId, marks, excusedLeavesDenominator: excused, minAttendancePercent: least }]));
}

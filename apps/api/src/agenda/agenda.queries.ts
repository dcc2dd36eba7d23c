import type { AgendaSession, HomeCohort, NextActivity } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import { placeOfSession, placeTables } from '../cohort/index.js';
import type { Database } from '../platform/index.js';

/** At most so many sessions of one person: years of learning. */
const SESSIONS = 1_000;

/** An organiser with a mail address: of the cohort `c` itself, else of its agency. */
const contact = `(select json_build_object('name', o.full_name, 'email', o.email) from role_grant g join account a on a.id = g.account_id and a.disabled_at is null join person o on o.id = a.person_id and o.email is not null
  where g.role = 'organiser' and g.revoked_at is null and (g.cohort_id = c.id or (g.scope = 'agency' and g.agency_id = c.agency_id)) order by g.scope = 'agency', g.granted_at, g.id limit 1)`;

/** When the check-in window ends that is open at the instant given as the third parameter, for those who did not use it. */
const checkInUntil = `(select ${isoOf(`case when $3::timestamptz between o.opens_at and o.closes_at and ${notSeen('in')} then o.closes_at when $3 between o.out_opens_at and o.out_closes_at and ${notSeen('out')} then o.out_closes_at end`)}
  from check_in_opening o where o.session_id = s.id and s.state = 'planned')`;

function notSeen(kind: 'in' | 'out'): string {
  return `not exists (select from check_in i where i.session_id = s.id and i.enrolment_id = e.id and i.kind = '${kind}')`;
}

/** Sessions of every cohort in which a person is accepted, from a day on. */
export async function loadSessions(db: Database, personId: string, since: Date, now: Date): Promise<Omit<AgendaSession, 'clashes'>[]> {
  return db.read(
    `select s.id as "sessionId", e.id as "enrolmentId", c.id as "cohortId", c.name as "cohortName", pr.name as "programmeName", s.title,
            ${isoOf('s.starts_at')} as "startsAt", ${isoOf('s.ends_at')} as "endsAt", s.zone, s.venue, ${placeOfSession} as place, s.meeting_url as "meetingUrl", ${contact} as contact, s.lesson_hours as "lessonHours", s.mandatory, s.state,
            (select m.mark from attendance_mark m where m.enrolment_id = e.id and m.session_id = s.id and not exists (select from attendance_mark n where n.supersedes = m.id)) as mark,
            ${checkInUntil} as "checkInUntil"
     from enrolment e join cohort c on c.id = e.cohort_id join curriculum k on k.id = c.curriculum_id join programme pr on pr.id = k.programme_id
       join session s on s.cohort_id = c.id and (s.class_id is null or s.class_id = e.class_id) ${placeTables}
     where e.person_id = $1 and e.state = 'accepted' and c.state <> 'cancelled' and s.ends_at >= $2 order by s.starts_at, s.id limit ${SESSIONS}`, [personId, since, now]);
}

/** What the home page tells of a cohort besides the standing. */
export type CohortFacts = Pick<HomeCohort, 'enrolmentId' | 'state' | 'startsOn' | 'endsOn' | 'minAttendancePercent' | 'requiredActivities' | 'completedActivities' | 'certificateCode'> & {
  readonly nextActivity: NextActivity | null;
};

export async function loadCohortFacts(db: Database, personId: string): Promise<CohortFacts[]> {
  return db.read<CohortFacts>(
    `select e.id as "enrolmentId", c.state, c.starts_on as "startsOn", c.ends_on as "endsOn", (k.criteria ->> 'minAttendancePercent')::numeric as "minAttendancePercent",
            (select count(*) from activity a join module m on m.id = a.module_id where m.curriculum_id = k.id and a.required) as "requiredActivities",
            (select count(*) from activity a join module m on m.id = a.module_id join activity_progress g on g.activity_id = a.id
              where m.curriculum_id = k.id and a.required and g.enrolment_id = e.id and g.completed_at is not null) as "completedActivities",
            (select json_build_object('activityId', a.id, 'title', a.title, 'moduleTitle', m.title) from activity a join module m on m.id = a.module_id
              where m.curriculum_id = k.id and a.required and not exists (select from activity_progress g where g.activity_id = a.id and g.enrolment_id = e.id and g.completed_at is not null)
              order by m.position, a.position limit 1) as "nextActivity",
            (select f.code from certificate f join certificate_state t on t.certificate_id = f.id where f.enrolment_id = e.id and t.state = 'active' order by f.issued_at desc limit 1) as "certificateCode"
     from enrolment e join cohort c on c.id = e.cohort_id join curriculum k on k.id = c.curriculum_id where e.person_id = $1 and e.state = 'accepted'`, [personId]);
}

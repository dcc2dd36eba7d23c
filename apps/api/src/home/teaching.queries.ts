import { publishProblems, type CohortOnDesk, type CohortPlan, type RecentCohort, type SessionOfToday, type SessionOnDesk } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import { scopeCondition, type Actor, type Database } from '../platform/index.js';

type TeachingRole = 'organiser' | 'facilitator';

/** Enough to count what is open; the page shows a handful. */
const SESSIONS = 200;
const COHORTS = 60;
const TODAY = 12;
const RECENT = 4;

const sessionColumns = `s.id as "sessionId", c.id as "cohortId", c.name as "cohortName", s.title, ${isoOf('s.starts_at')} as "startsAt", ${isoOf('s.ends_at')} as "endsAt",
  s.zone, s.venue, coalesce(k.seats_taken, c.seats_taken) as expected, marks.marked`;

const sessionTables = `from session s join cohort c on c.id = s.cohort_id left join cohort_class k on k.id = s.class_id
  left join lateral (
    select count(*) as marked, count(*) filter (where m.mark in ('present', 'late')) as attended
    from attendance_mark m join enrolment e on e.id = m.enrolment_id and e.state = 'accepted'
    where m.session_id = s.id and not exists (select from attendance_mark later where later.supersedes = m.id)) marks on true`;

/** Sessions within reach; of facilitators those that they teach, and those that nobody is named for. */
function sessionReach(actor: Actor, role: TeachingRole, values: unknown[]): string {
  const reach = scopeCondition(actor, 'attendance.mark', { agency: 'c.agency_id', cohort: 'c.id' }, values);
  if (role === 'organiser') return reach;
  const mine = `exists (select from session_facilitator f where f.session_id = s.id and f.person_id = $${String(values.push(actor.personId))}::uuid)`;
  return `${reach} and (${mine} or not exists (select from session_facilitator f where f.session_id = s.id))`;
}

/** Sessions that have begun and are not closed: those that go on first, then the newest. */
export async function loadOpenSessions(db: Database, actor: Actor, role: TeachingRole, now: Date): Promise<SessionOnDesk[]> {
  const values: unknown[] = [now];
  return db.read<SessionOnDesk>(
    `select ${sessionColumns} ${sessionTables} where s.state = 'planned' and s.starts_at <= $1 and c.state = 'running' and ${sessionReach(actor, role, values)}
     order by s.ends_at <= $1, s.starts_at desc, s.id limit ${String(SESSIONS)}`, values);
}

/** The next session that the caller teaches, if any. */
export async function loadNextSession(db: Database, actor: Actor, now: Date): Promise<SessionOnDesk[]> {
  const values: unknown[] = [now];
  return db.read<SessionOnDesk>(
    `select ${sessionColumns} ${sessionTables} where s.state = 'planned' and s.starts_at > $1 and c.state in ('enrolling', 'running') and ${sessionReach(actor, 'facilitator', values)}
     order by s.starts_at, s.id limit 1`, values);
}

/** Sessions of the local day, each by its own zone. */
export async function loadSessionsOfToday(db: Database, actor: Actor, role: TeachingRole, now: Date): Promise<SessionOfToday[]> {
  const values: unknown[] = [now];
  return db.read<SessionOfToday>(
    `select ${sessionColumns}, marks.attended, s.state ${sessionTables}
     where s.starts_at between $1::timestamptz - interval '1 day' and $1::timestamptz + interval '1 day' and c.state in ('enrolling', 'running', 'completed')
       and (s.starts_at at time zone s.zone)::date = ($1::timestamptz at time zone s.zone)::date and ${sessionReach(actor, role, values)}
     order by s.starts_at, s.ends_at, s.id limit ${String(TODAY)}`, values);
}

const cohortColumns = `c.id as "cohortId", c.name as "cohortName", c.state, c.starts_on as "startsOn", c.ends_on as "endsOn", c.zone, c.capacity, c.seats_taken as accepted, 0 as "blockingProblems",
  (select count(*) from enrolment e where e.cohort_id = c.id and e.state in ('nominated', 'approved')) as undecided,
  (select count(*) from enrolment e where e.cohort_id = c.id and e.state = 'waitlisted') as waitlisted,
  (select count(*) from session s where s.cohort_id = c.id and s.state = 'planned' and s.ends_at > $1::timestamptz) as "sessionsAhead",
  (select count(*) from enrolment e where e.cohort_id = c.id and e.state = 'accepted'
     and exists (select from jsonb_array_elements(cu.criteria -> 'components') part where not exists (select from score x where x.enrolment_id = e.id and x.component = part ->> 'code'))) as "withoutScores",
  (select count(*) from enrolment e where e.cohort_id = c.id and e.state = 'accepted' and not exists (select from graduation_decision d where d.enrolment_id = e.id)) as "withoutDecision",
  (select count(*) from enrolment e join graduation_decision d on d.enrolment_id = e.id where e.cohort_id = c.id and e.state = 'accepted' and d.outcome in ('graduated', 'attended')
     and not exists (select from graduation_decision later where later.supersedes = d.id)
     and not exists (select from certificate f join certificate_state t on t.certificate_id = f.id
       where f.enrolment_id = e.id and (t.state in ('active', 'suspended') or f.decision_id = d.id))) as "withoutCertificate"`;

/** Cohorts that are not over, and those completed within half a year, which may still owe certificates. Running ones first. */
export async function loadCohortsToTend(db: Database, actor: Actor, now: Date): Promise<CohortOnDesk[]> {
  const values: unknown[] = [now];
  const reach = scopeCondition(actor, 'cohort.manage', { agency: 'c.agency_id', cohort: 'c.id' }, values);
  const cohorts = await db.read<CohortOnDesk>(
    `select ${cohortColumns} from cohort c join curriculum cu on cu.id = c.curriculum_id
     where (c.state in ('planned', 'enrolling', 'running') or (c.state = 'completed' and c.ends_on > $1::timestamptz::date - 180)) and ${reach}
     order by array_position(array['running', 'enrolling', 'planned', 'completed'], c.state), c.starts_on, c.id limit ${String(COHORTS)}`, values);
  const gaps = await loadGaps(db, cohorts.filter(({ state }) => state === 'planned').map(({ cohortId }) => cohortId));
  return cohorts.map((cohort) => ({ ...cohort, blockingProblems: gaps.get(cohort.cohortId) ?? 0 }));
}

/** Running cohorts whose participants the caller may score. */
export async function loadCohortsToScore(db: Database, actor: Actor, now: Date): Promise<CohortOnDesk[]> {
  const values: unknown[] = [now];
  const reach = scopeCondition(actor, 'assessment.score', { agency: 'c.agency_id', cohort: 'c.id' }, values);
  return db.read<CohortOnDesk>(
    `select ${cohortColumns} from cohort c join curriculum cu on cu.id = c.curriculum_id where c.state = 'running' and ${reach} order by c.starts_on, c.id limit ${String(COHORTS)}`, values);
}

/** How many problems keep each of the cohorts from being opened. */
async function loadGaps(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const plans = await db.read<CohortPlan & { readonly id: string }>(
    `select c.id, c.starts_on as "startsOn", c.ends_on as "endsOn", c.capacity, cu.lesson_hours as "curriculumLessonHours", c.signatories,
       coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'startsOn', p.starts_on, 'endsOn', p.ends_on) order by p.position) from phase p where p.cohort_id = c.id), '[]') as phases,
       coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'capacity', k.capacity)) from cohort_class k where k.cohort_id = c.id), '[]') as classes,
       coalesce((select json_agg(json_build_object('sessionId', s.id, 'cohortName', c.name, 'venueId', s.venue_id, 'roomId', s.room_id, 'venueZone', null, 'roomCapacity', null, 'expected', 0, 'facilitators', '[]'::json, 'title', s.title, 'phaseId', s.phase_id, 'classId', s.class_id, 'startsAt', ${isoOf('s.starts_at')}, 'endsAt', ${isoOf('s.ends_at')}, 'zone', s.zone,
           'venue', s.venue, 'lessonHours', s.lesson_hours, 'mandatory', s.mandatory, 'state', s.state) order by s.starts_at, s.ends_at, s.id) from session s where s.cohort_id = c.id), '[]') as sessions,
       '[]'::json as others, '[]'::json as holidays
     from cohort c join curriculum cu on cu.id = c.curriculum_id where c.id = any($1::uuid[])`, [ids]);
  return new Map(plans.map((plan) => [plan.id, publishProblems(plan).filter(({ blocking }) => blocking).length]));
}

/** A few cohorts within reach: those that run, those to come, those that ended last. */
export async function loadRecentCohorts(db: Database, actor: Actor, now: Date): Promise<RecentCohort[]> {
  const values: unknown[] = [now];
  const reach = scopeCondition(actor, 'cohort.read', { agency: 'c.agency_id', cohort: 'c.id' }, values);
  return db.read<RecentCohort>(
    `select c.id, c.name, p.name as "programmeName", c.state, c.starts_on as "startsOn", c.ends_on as "endsOn", c.capacity, c.seats_taken as "seatsTaken"
     from cohort c join curriculum cu on cu.id = c.curriculum_id join programme p on p.id = cu.programme_id where c.state <> 'cancelled' and ${reach}
     order by array_position(array['running', 'enrolling', 'planned', 'completed'], c.state), abs(c.starts_on - $1::timestamptz::date), c.id limit ${String(RECENT)}`, values);
}

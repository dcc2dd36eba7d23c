import { bookingProblems, publishProblems, type Booking, type CohortPlan, type OwnBooking, type PublishProblem } from '@jenjang/shared';
import { rowsFrom, type Source } from './cohort.queries.js';

interface PlanRow extends Omit<CohortPlan, 'sessions'> {
  readonly sessions: readonly (CohortPlan['sessions'][number] & Booking)[];
}

const facilitators = `coalesce((select json_agg(json_build_object('personId', p.id, 'name', p.full_name) order by p.full_name)
  from session_facilitator f join person p on p.id = f.person_id where f.session_id = s.id), '[]') as facilitators`;

async function loadPlan(source: Source, id: string): Promise<PlanRow> {
  const [row] = await rowsFrom<PlanRow>(source,
    `select c.starts_on as "startsOn", c.ends_on as "endsOn", c.capacity, cu.lesson_hours as "curriculumLessonHours", c.signatories,
       coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'startsOn', p.starts_on, 'endsOn', p.ends_on) order by p.position)
         from phase p where p.cohort_id = c.id), '[]') as phases,
       coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'capacity', k.capacity) order by k.code) from cohort_class k where k.cohort_id = c.id), '[]') as classes,
       coalesce((select json_agg(session) from (
         select s.id as "sessionId", c.name as "cohortName", s.title, s.phase_id as "phaseId", s.class_id as "classId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.zone, s.venue,
                s.lesson_hours as "lessonHours", s.mandatory, s.state, ${facilitators}
         from session s where s.cohort_id = c.id order by s.starts_at, s.ends_at, s.id) session), '[]') as sessions
     from cohort c join curriculum cu on cu.id = c.curriculum_id where c.id = $1`, [id]);
  if (!row) throw new Error('the cohort was loaded before its plan');
  return row;
}

/** Sessions of other cohorts at the same time as one of this cohort, with a facilitator in common or, within the agency, a venue. Those of other agencies stay nameless. */
async function loadRivals(source: Source, id: string): Promise<Booking[]> {
  return rowsFrom<Booking>(source,
    `select distinct on (s.id) s.id as "sessionId", case when c.agency_id = own.agency_id then s.title else a.short_name end as title,
            case when c.agency_id = own.agency_id then c.name else a.short_name end as "cohortName",
            to_json(s.starts_at) #>> '{}' as "startsAt", to_json(s.ends_at) #>> '{}' as "endsAt",
            case when c.agency_id = own.agency_id then s.venue else '' end as venue, ${facilitators}
     from cohort own join session mine on mine.cohort_id = own.id and mine.state <> 'cancelled'
     join session s on s.cohort_id <> own.id and s.state = 'planned' and s.starts_at < mine.ends_at and s.ends_at > mine.starts_at
     join cohort c on c.id = s.cohort_id and c.state not in ('cancelled', 'completed') join agency a on a.id = c.agency_id
     where own.id = $1 and (
       (c.agency_id = own.agency_id and btrim(s.venue) <> '' and lower(btrim(s.venue)) = lower(btrim(mine.venue)))
       or exists (select from session_facilitator f join session_facilitator g on g.person_id = f.person_id where f.session_id = s.id and g.session_id = mine.id))
     order by s.id limit 200`, [id]);
}

/** Everything that stands in the way of opening a cohort, blocking problems first. */
export async function loadPublishProblems(source: Source, id: string): Promise<readonly PublishProblem[]> {
  const plan = await loadPlan(source, id);
  const own: OwnBooking[] = plan.sessions.map((session, index) => ({ ...session, index })).filter((session) => session.state !== 'cancelled');
  return [...publishProblems(plan), ...bookingProblems(own, await loadRivals(source, id))];
}

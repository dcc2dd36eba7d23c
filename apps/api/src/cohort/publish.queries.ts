import { addDays, publishProblems, type CohortPlan, type HolidayMark, type OtherBooking, type PublishProblem } from '@jenjang/shared';
import { rowsFrom, type Source } from './cohort.queries.js';

type PlanRow = Omit<CohortPlan, 'others' | 'holidays'>;

const iso = (column: string): string => `to_json(${column}) #>> '{}'`;

const facilitators = `coalesce((select json_agg(json_build_object('personId', p.id, 'name', p.full_name) order by p.full_name)
  from session_facilitator f join person p on p.id = f.person_id where f.session_id = s.id), '[]') as facilitators`;

async function loadPlan(source: Source, id: string): Promise<PlanRow> {
  const [row] = await rowsFrom<PlanRow>(source,
    `select c.starts_on as "startsOn", c.ends_on as "endsOn", c.capacity, cu.lesson_hours as "curriculumLessonHours", c.signatories,
       coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'startsOn', p.starts_on, 'endsOn', p.ends_on) order by p.position)
         from phase p where p.cohort_id = c.id), '[]') as phases,
       coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'capacity', k.capacity) order by k.code) from cohort_class k where k.cohort_id = c.id), '[]') as classes,
       coalesce((select json_agg(session) from (
         select s.id as "sessionId", c.name as "cohortName", s.title, s.phase_id as "phaseId", s.class_id as "classId", ${iso('s.starts_at')} as "startsAt", ${iso('s.ends_at')} as "endsAt", s.zone,
                coalesce(nullif(btrim(s.venue), ''), concat_ws(', ', r.name, v.name)) as venue, s.venue_id as "venueId", s.room_id as "roomId", v.zone as "venueZone", r.capacity as "roomCapacity",
                coalesce(k.seats_taken, c.seats_taken) as expected, s.lesson_hours as "lessonHours", s.mandatory, s.state, ${facilitators}
         from session s left join cohort_class k on k.id = s.class_id left join venue v on v.id = s.venue_id left join venue_room r on r.id = s.room_id
         where s.cohort_id = c.id order by s.starts_at, s.ends_at, s.id) session), '[]') as sessions
     from cohort c join curriculum cu on cu.id = c.curriculum_id where c.id = $1`, [id]);
  if (!row) throw new Error('the cohort was loaded before its plan');
  return row;
}

/** Accepted participants of the cohort who take part in the session `s` too; a few names are enough to tell. */
const guests = `coalesce((select json_agg(json_build_object('personId', p.id, 'name', p.full_name, 'classId', mine.class_id) order by p.full_name)
  from enrolment theirs join enrolment mine on mine.person_id = theirs.person_id and mine.cohort_id = own.id and mine.state = 'accepted' join person p on p.id = mine.person_id
  where theirs.cohort_id = c.id and theirs.state = 'accepted' and (s.class_id is null or s.class_id = theirs.class_id)), '[]') as participants`;

/** A time to look for other sessions at, ISO instants. */
export interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

/**
 * Sessions of other cohorts at one of the times that share people or, within the agency, a place with this cohort. Those
 * of other agencies stay nameless.
 */
async function loadOthers(source: Source, id: string, spans: readonly Span[]): Promise<OtherBooking[]> {
  return rowsFrom<OtherBooking>(source,
    `select s.id as "sessionId", case when c.agency_id = own.agency_id then s.title else a.short_name end as title,
            case when c.agency_id = own.agency_id then c.name else a.short_name end as "cohortName", ${iso('s.starts_at')} as "startsAt", ${iso('s.ends_at')} as "endsAt",
            case when c.agency_id = own.agency_id then s.venue else '' end as venue, s.venue_id as "venueId", s.room_id as "roomId", ${facilitators}, ${guests}
     from cohort own
     join lateral (select distinct x.id from unnest($2::timestamptz[], $3::timestamptz[]) w (a, b) join session x on tstzrange(x.starts_at, x.ends_at) && tstzrange(w.a, w.b)
       where w.a < w.b and x.state <> 'cancelled' and x.cohort_id <> own.id) near on true
     join session s on s.id = near.id join cohort c on c.id = s.cohort_id and c.state not in ('cancelled', 'completed') join agency a on a.id = c.agency_id
     where own.id = $1 and (c.agency_id = own.agency_id and (s.venue_id is not null or btrim(s.venue) <> '')
       or exists (select from session_facilitator f join session_facilitator g on g.person_id = f.person_id join session t on t.id = g.session_id where f.session_id = s.id and t.cohort_id = own.id)
       or exists (select from enrolment e join enrolment m on m.person_id = e.person_id where e.cohort_id = c.id and e.state = 'accepted' and m.cohort_id = own.id and m.state = 'accepted'))
     order by s.starts_at, s.id limit 500`, [id, spans.map(({ startsAt }) => startsAt), spans.map(({ endsAt }) => endsAt)]);
}

/** National holidays and those of the cohort's agency between two days. */
async function loadHolidays(source: Source, id: string, from: string, to: string): Promise<HolidayMark[]> {
  return rowsFrom<HolidayMark>(source,
    `select h.falls_on as "fallsOn", h.name, h.kind from holiday h join cohort c on c.id = $1
     where (h.agency_id is null or h.agency_id = c.agency_id) and h.falls_on between $2 and $3 order by h.falls_on, h.agency_id nulls first, h.name`, [id, from, to]);
}

/** The plan of a cohort with what is around it: all that the clash rules look at, at the times of its sessions and at further ones. */
export async function loadCohortPlan(source: Source, id: string, further: readonly Span[] = []): Promise<CohortPlan> {
  const plan = await loadPlan(source, id);
  const spans = [...plan.sessions.filter(({ state }) => state !== 'cancelled'), ...further];
  const days = [plan.startsOn, plan.endsOn, ...spans.flatMap(({ startsAt, endsAt }) => [startsAt.slice(0, 10), endsAt.slice(0, 10)])].toSorted();
  // Zones are ahead of UTC: the last local day may be one later.
  const holidays = await loadHolidays(source, id, days[0] ?? plan.startsOn, addDays(days.at(-1) ?? plan.endsOn, 1));
  return { ...plan, holidays, others: spans.length === 0 ? [] : await loadOthers(source, id, spans) };
}

/** Everything that stands in the way of opening a cohort, blocking problems first. */
export async function loadPublishProblems(source: Source, id: string): Promise<readonly PublishProblem[]> {
  return publishProblems(await loadCohortPlan(source, id));
}

import type { CohortDay, DaySessionFacts, Zone } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import type { Database } from '../platform/index.js';

/** A cohort as its day needs it. */
export interface DayCohort {
  readonly agencyId: string;
  readonly zone: Zone;
}

export async function loadDayCohort(db: Database, id: string): Promise<DayCohort | null> {
  const [row] = await db.read<DayCohort>(`select agency_id as "agencyId", zone from cohort where id = $1`, [id]);
  return row ?? null;
}

/** SQL of the local day, in the cohort's zone, on which a session `s` of cohort `c` begins. */
const localDay = `(s.starts_at at time zone c.zone)::date`;

/** Sessions of a local day with all that stands between them and their closing. */
export async function loadDaySessions(db: Database, cohortId: string, date: string): Promise<DaySessionFacts[]> {
  return db.read<DaySessionFacts>(
    `with day as (select s.*, c.name as cohort_name from session s join cohort c on c.id = s.cohort_id where s.cohort_id = $1 and ${localDay} = $2::date),
     marked as (
       select m.session_id, m.mark, count(*)::int as people from day join attendance_mark m on m.session_id = day.id join enrolment e on e.id = m.enrolment_id
       where e.state = 'accepted' and (day.class_id is null or day.class_id = e.class_id) and not exists (select from attendance_mark n where n.supersedes = m.id)
       group by m.session_id, m.mark)
     select day.id, day.title, ${isoOf('day.starts_at')} as "startsAt", ${isoOf('day.ends_at')} as "endsAt", day.zone, day.venue, day.lesson_hours as "lessonHours", day.mandatory, day.state,
            day.class_id as "classId", k.name as "className",
            (select count(*) from enrolment e where e.cohort_id = $1 and e.state = 'accepted' and (day.class_id is null or e.class_id = day.class_id))::int as expected,
            coalesce((select json_object_agg(mark, people) from marked where marked.session_id = day.id), '{}') as counts,
            (select json_build_object('opensAt', ${isoOf('o.opens_at')}, 'closesAt', ${isoOf('o.closes_at')}) from check_in_opening o where o.session_id = day.id) as opening,
            (select count(*) from check_in i join attendance_flag f on f.check_in_id = i.id left join attendance_flag_verdict v on v.flag_id = f.id where i.session_id = day.id and v.id is null)::int as "openFlags",
            (select count(*) from device_mark d left join device_judgement j on j.device_mark_id = d.id where d.session_id = day.id and d.outcome in ('conflicting', 'correction') and j.id is null)::int as "deviceQuestions",
            (select count(*) from device_mark d where d.session_id = day.id and d.kind = 'walk_in')::int as "walkIns",
            (select count(*) from absence_session x left join absence_decision a on a.request_id = x.request_id where x.session_id = day.id and a.id is null)::int as "openAbsences"
     from day left join cohort_class k on k.id = day.class_id order by day.starts_at, k.code, day.id`, [cohortId, date]);
}

/** The nearest days with sessions around a day, and what was said and corrected on it. */
export async function loadAroundDay(db: Database, cohortId: string, date: string): Promise<Pick<CohortDay, 'previous' | 'next' | 'messages' | 'corrections'>> {
  const [row] = await db.read<Pick<CohortDay, 'previous' | 'next' | 'messages' | 'corrections'>>(
    `with days as (select ${localDay} as day from session s join cohort c on c.id = s.cohort_id where c.id = $1 and s.state <> 'cancelled')
     select to_char((select max(day) from days where day < $2::date), 'YYYY-MM-DD') as previous, to_char((select min(day) from days where day > $2::date), 'YYYY-MM-DD') as next,
            (select json_build_object('waiting', count(*) filter (where m.state in ('queued', 'sending')), 'sent', count(*) filter (where m.state in ('sent', 'delivered', 'opened')),
                                      'failed', count(*) filter (where m.state in ('bounced', 'failed', 'parked')))
             from message m where m.cohort_id = $1 and (m.created_at at time zone c.zone)::date = $2::date) as messages,
            (select count(*) from attendance_mark m join session s on s.id = m.session_id where m.cohort_id = $1 and m.supersedes is not null and s.state = 'closed'
              and (m.marked_at at time zone c.zone)::date = $2::date)::int as corrections
     from cohort c where c.id = $1`, [cohortId, date]);
  return row ?? { previous: null, next: null, messages: { waiting: 0, sent: 0, failed: 0 }, corrections: 0 };
}

import type { CohortSummary } from '@jenjang/shared';
import type { Database } from '../platform/index.js';

/** JP of the mandatory sessions per class; those of the whole cohort count for everybody. A session is held once it is over or closed. */
const lessonHours = `
  select coalesce(sum(lesson_hours) filter (where state = 'closed' or ends_at <= $2), 0) as held, coalesce(sum(lesson_hours), 0) as planned
  from session s where s.cohort_id = $1 and s.mandatory and s.state <> 'cancelled'`;

const figures = `
  with participant as (
    select e.id, e.class_id, held.held from enrolment e
    left join lateral (${lessonHours} and (s.class_id is null or s.class_id = e.class_id)) held on true
    where e.cohort_id = $1 and e.state = 'accepted'),
  attended as (
    select p.id, p.held, coalesce(sum(m.lesson_hours), 0) as hours from participant p
    left join (attendance_mark m join session s on s.id = m.session_id and s.mandatory and s.state <> 'cancelled' and (s.state = 'closed' or s.ends_at <= $2))
      on m.enrolment_id = p.id and not exists (select from attendance_mark later where later.supersedes = m.id)
    group by p.id, p.held),
  decision as (
    select d.outcome from graduation_decision d join participant p on p.id = d.enrolment_id
    where not exists (select from graduation_decision later where later.supersedes = d.id)),
  common as (${lessonHours} and s.class_id is null),
  own as (${lessonHours} and s.class_id is not null),
  threshold as (select (cu.criteria ->> 'minAttendancePercent')::numeric as percent from cohort c join curriculum cu on cu.id = c.curriculum_id where c.id = $1)
  select (select count(*) from participant) as accepted,
         (select count(*) from enrolment where cohort_id = $1 and state = 'waitlisted') as waitlisted,
         (select count(*) from enrolment where cohort_id = $1 and state in ('nominated', 'approved')) as undecided,
         common.held + own.held / classes.count as "heldLessonHours", common.planned + own.planned / classes.count as "plannedLessonHours",
         (select case when sum(held) > 0 then floor(sum(hours) * 1000 / sum(held)) / 10 end from attended) as "attendancePercent",
         (select count(*) from attended, threshold where held > 0 and hours * 100 < held * threshold.percent) as "belowThreshold",
         (select count(*) from decision) as decided,
         (select count(*) from decision where outcome in ('graduated', 'attended')) as passed,
         (select count(*) from certificate_state cs join participant p on p.id = cs.enrolment_id where cs.state in ('active', 'suspended')) as certificates
  from common, own, (select greatest(count(*), 1) as count from cohort_class where cohort_id = $1) classes`;

/** How far a cohort is at an instant. */
export async function loadSummary(db: Database, id: string, now: Date): Promise<CohortSummary> {
  const [row] = await db.read<CohortSummary>(figures, [id, now]);
  if (!row) throw new Error('a summary is always one row');
  return row;
}

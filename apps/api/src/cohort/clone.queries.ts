import type { CloneCohortRequest, DatedPlan } from '@jenjang/shared';
import { rowsOf, type Transaction } from '../platform/index.js';

/** What cloning takes over: dates move, the rest stays. */
export interface SourcePlan extends DatedPlan {
  /** The curriculum that the clone takes; null when the programme has none that is published. */
  readonly curriculumId: string | null;
  readonly phases: readonly { readonly id: string; readonly position: number; readonly name: string; readonly mode: string; readonly startsOn: string; readonly endsOn: string }[];
  readonly classes: readonly { readonly id: string; readonly code: string; readonly name: string; readonly capacity: number }[];
  readonly sessions: readonly SourceSession[];
}

interface SourceSession {
  readonly phaseId: string;
  readonly classId: string | null;
  readonly moduleId: string | null;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly venue: string;
  readonly venueId: string | null;
  readonly roomId: string | null;
  readonly lessonHours: number;
  readonly mandatory: boolean;
}

/** The plan of a cohort without its cancelled sessions; modules are those of the curriculum that the clone takes, found by code. */
export async function loadSourcePlan(tx: Transaction, id: string): Promise<SourcePlan> {
  const [row] = await rowsOf<SourcePlan>(tx,
    `select c.starts_on as "startsOn", c.ends_on as "endsOn", taken.id as "curriculumId",
       coalesce((select json_agg(json_build_object('id', p.id, 'position', p.position, 'name', p.name, 'mode', p.mode, 'startsOn', p.starts_on, 'endsOn', p.ends_on) order by p.position)
         from phase p where p.cohort_id = c.id), '[]') as phases,
       coalesce((select json_agg(json_build_object('id', k.id, 'code', k.code, 'name', k.name, 'capacity', k.capacity) order by k.code)
         from cohort_class k where k.cohort_id = c.id), '[]') as classes,
       coalesce((select json_agg(json_build_object('phaseId', s.phase_id, 'classId', s.class_id, 'moduleId', mine.id, 'title', s.title, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
           'zone', s.zone, 'venue', s.venue, 'venueId', s.venue_id, 'roomId', s.room_id, 'lessonHours', s.lesson_hours, 'mandatory', s.mandatory) order by s.starts_at, s.id)
         from session s left join module was on was.id = s.module_id left join module mine on mine.curriculum_id = taken.id and mine.code = was.code
         where s.cohort_id = c.id and s.state <> 'cancelled'), '[]') as sessions
     from cohort c join curriculum own on own.id = c.curriculum_id
     left join lateral (select cu.id from curriculum cu where cu.programme_id = own.programme_id and cu.state = 'published'
       order by cu.id = own.id desc, cu.number desc limit 1) taken on true
     where c.id = $1`, [id]);
  if (!row) throw new Error('the cohort was locked before its plan');
  return row;
}

/** The clone itself: planned, with the seats and signatories of its source. */
export async function insertCopy(tx: Transaction, sourceId: string, plan: SourcePlan, { code, name, ordinal }: CloneCohortRequest): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(tx,
    `insert into cohort (agency_id, curriculum_id, code, name, ordinal, mode, starts_on, ends_on, zone, venue_name, venue_city, capacity, signatories)
     select agency_id, $2, $3, $4, $5, mode, $6, $7, zone, venue_name, venue_city, capacity, signatories from cohort where id = $1 returning id`,
    [sourceId, plan.curriculumId, code, name, ordinal, plan.startsOn, plan.endsOn]);
  if (!row) throw new Error('a locked cohort is there to be copied');
  return row.id;
}

/** Partners, classes, phases and sessions of the clone. */
export async function copyParts(tx: Transaction, sourceId: string, cloneId: string, plan: SourcePlan): Promise<void> {
  await tx.query(`insert into cohort_partner (cohort_id, position, role, name) select $2, position, role, name from cohort_partner where cohort_id = $1`, [sourceId, cloneId]);
  await tx.query(
    `insert into cohort_class (id, cohort_id, code, name, capacity)
     select id, $1, code, name, capacity from jsonb_to_recordset($2::jsonb) as k (id uuid, code text, name text, capacity int)`, [cloneId, JSON.stringify(plan.classes)]);
  await tx.query(
    `insert into phase (id, cohort_id, position, name, mode, starts_on, ends_on)
     select id, $1, position, name, mode, "startsOn", "endsOn"
     from jsonb_to_recordset($2::jsonb) as p (id uuid, position int, name text, mode text, "startsOn" date, "endsOn" date)`, [cloneId, JSON.stringify(plan.phases)]);
  await tx.query(
    `insert into session (cohort_id, phase_id, class_id, module_id, title, starts_at, ends_at, zone, venue, venue_id, room_id, lesson_hours, mandatory)
     select $1, "phaseId", "classId", "moduleId", title, "startsAt", "endsAt", zone, venue, "venueId", "roomId", "lessonHours", mandatory
     from jsonb_to_recordset($2::jsonb) as s ("phaseId" uuid, "classId" uuid, "moduleId" uuid, title text, "startsAt" timestamptz, "endsAt" timestamptz,
       zone text, venue text, "venueId" uuid, "roomId" uuid, "lessonHours" numeric, mandatory boolean)`, [cloneId, JSON.stringify(plan.sessions)]);
}

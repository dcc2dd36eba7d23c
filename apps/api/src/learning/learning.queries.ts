import type { ActivityKind, CohortState, OpenedActivity, ResumePoint, Zone } from '@jenjang/shared';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

/** An activity with what one participant did in it. */
export interface ActivityRecord {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly required: boolean;
  readonly completed: boolean;
  readonly completedAt: string | null;
  /** When it was last opened: ISO instant, or null. */
  readonly openedAt: string | null;
}

/** A cohort that a participant takes, with everything that is learnt in it. */
export interface LearningRecord {
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly cohortState: CohortState;
  readonly programmeName: string;
  readonly academyCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: Zone;
  readonly lessonHours: number;
  readonly modules: readonly {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly summary: string;
    readonly lessonHours: number;
    readonly activities: readonly ActivityRecord[];
  }[];
}

const activitiesOfModule = `
  select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'required', a.required, 'completed', g.completed_at is not null,
    'completedAt', g.completed_at, 'openedAt', g.opened_at) order by a.position)
  from activity a left join activity_progress g on g.activity_id = a.id and g.enrolment_id = e.id where a.module_id = m.id`;

const learning = `
  select e.id as "enrolmentId", c.id as "cohortId", c.name as "cohortName", c.state as "cohortState", p.name as "programmeName", ac.code as "academyCode",
    c.starts_on as "startsOn", c.ends_on as "endsOn", c.zone, k.lesson_hours as "lessonHours",
    coalesce((select json_agg(json_build_object('id', m.id, 'code', m.code, 'title', m.title, 'summary', m.summary, 'lessonHours', m.lesson_hours,
        'activities', coalesce((${activitiesOfModule}), '[]')) order by m.position)
      from module m where m.curriculum_id = k.id), '[]') as modules
  from enrolment e join cohort c on c.id = e.cohort_id join curriculum k on k.id = c.curriculum_id
  join programme p on p.id = k.programme_id join academy ac on ac.id = p.academy_id
  where e.person_id = $1 and e.state = 'accepted'`;

/** The cohorts that a person takes; those that run come first, then the newest. */
export async function loadMyLearning(db: Database, personId: string): Promise<LearningRecord[]> {
  return db.read<LearningRecord>(`${learning} and c.state <> 'cancelled' order by c.state <> 'running', c.starts_on desc, c.id limit 100`, [personId]);
}

/** One of them, only when the enrolment is the person's own. */
export async function loadLearning(source: Database | Transaction, personId: string, enrolmentId: string): Promise<LearningRecord | null> {
  const sql = `${learning} and e.id = $2`;
  const [record] = 'read' in source ? await source.read<LearningRecord>(sql, [personId, enrolmentId]) : await rowsOf<LearningRecord>(source, sql, [personId, enrolmentId]);
  return record ?? null;
}

/** The text or file of an activity, and where the participant stopped. */
export interface ActivityContent extends Pick<OpenedActivity, 'file'> {
  readonly body: string | null;
  readonly resumeAt: ResumePoint;
}

export async function loadActivityContent(db: Database, enrolmentId: string, activityId: string): Promise<ActivityContent | null> {
  const [content] = await db.read<ActivityContent>(
    `select a.body, coalesce(g.resume_at, '{}') as "resumeAt",
       case when f.id is not null then json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes) end as file
     from activity a left join stored_file f on f.id = a.file_id left join activity_progress g on g.activity_id = a.id and g.enrolment_id = $1
     where a.id = $2`,
    [enrolmentId, activityId],
  );
  return content ?? null;
}

/** One step of a participant, as it is to be stored. */
export interface Step {
  readonly enrolmentId: string;
  readonly activityId: string;
  readonly resumeAt: ResumePoint | null;
  readonly completed: boolean;
  readonly now: Date;
}

/** Stores a step. What is completed stays so, also when two steps arrive at once. Positions alone are not audited. */
export async function storeStep(tx: Transaction, { enrolmentId, activityId, resumeAt, completed, now }: Step): Promise<{ resumeAt: ResumePoint; completedAt: Date | null }> {
  const completing = completed ? ', completed_at = coalesce(activity_progress.completed_at, excluded.completed_at)' : '';
  const [row] = await rowsOf<{ resumeAt: ResumePoint; completedAt: Date | null }>(
    tx,
    `insert into activity_progress (enrolment_id, activity_id, resume_at, opened_at, completed_at)
     values ($1, $2, coalesce($3::jsonb, '{}'), $4, $5)
     on conflict (enrolment_id, activity_id) do update
       set resume_at = coalesce($3::jsonb, activity_progress.resume_at), opened_at = excluded.opened_at ${completing}
     returning resume_at as "resumeAt", completed_at as "completedAt"`,
    [enrolmentId, activityId, resumeAt === null ? null : JSON.stringify(resumeAt), now, completed ? now : null],
  );
  if (!row) throw new Error('an upsert gave no row');
  return row;
}

/** Whether a file is taught in a cohort that the person takes. */
export async function learnsFile(db: Database, personId: string, fileId: string): Promise<boolean> {
  const found = await db.read(
    `select from enrolment e join cohort c on c.id = e.cohort_id join module m on m.curriculum_id = c.curriculum_id join activity a on a.module_id = m.id
     where e.person_id = $1 and e.state = 'accepted' and a.file_id = $2 limit 1`,
    [personId, fileId],
  );
  return found.length > 0;
}

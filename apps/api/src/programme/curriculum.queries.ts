import type { Activity, CertificateDesign, Curriculum, CurriculumState, GraduationCriteria, Module } from '@jenjang/shared';
import { rowsOf, type Actor, type Database, type Transaction } from '../platform/index.js';
import { readableProgrammes } from './programme.reach.js';

/** A curriculum as stored, with its content, and whether the caller may read it. */
export type CurriculumRecord = Omit<Curriculum, 'allowedOperations' | 'problems'> & { readonly readable: boolean };

/** Columns of an activity `a` with its file `f`, as JSON. */
const activityColumns = `'id', a.id, 'moduleId', a.module_id, 'position', a.position, 'kind', a.kind, 'title', a.title, 'required', a.required,
  'version', md5(jsonb_build_array(a.kind, a.title, a.body, a.file_id, a.required)::text),
  'file', case when f.id is not null then json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes) end`;

/** Columns of a module `m` without its activities, as JSON. */
const moduleColumns = `'id', m.id, 'position', m.position, 'code', m.code, 'title', m.title, 'summary', m.summary, 'lessonHours', m.lesson_hours,
  'version', md5(jsonb_build_array(m.code, m.title, m.summary, m.lesson_hours)::text)`;

const modulesOfCurriculum = `
  select json_agg(json_build_object(${moduleColumns}, 'activities', coalesce((
      select json_agg(json_build_object(${activityColumns}, 'body', null) order by a.position)
      from activity a left join stored_file f on f.id = a.file_id where a.module_id = m.id), '[]')) order by m.position)
  from module m where m.curriculum_id = k.id`;

/** A curriculum with its modules and activities; the bodies of pages are left out. */
export async function loadCurriculum(db: Database, actor: Actor, id: string): Promise<CurriculumRecord | null> {
  const values: unknown[] = [id];
  const [curriculum] = await db.read<CurriculumRecord>(
    `select k.id, k.programme_id as "programmeId", p.code as "programmeCode", p.name as "programmeName", ac.code as "academyCode", p.agency_id as "agencyId",
       ag.code as "agencyCode", k.number, k.state, k.lesson_hours as "lessonHours", k.criteria, k.certificate_design as "certificateDesign",
       k.published_at as "publishedAt", k.version, coalesce((${modulesOfCurriculum}), '[]') as modules, ${readableProgrammes(actor, values)} as readable
     from curriculum k join programme p on p.id = k.programme_id join academy ac on ac.id = p.academy_id left join agency ag on ag.id = p.agency_id
     where k.id = $1`,
    values,
  );
  return curriculum ?? null;
}

/** One activity with its body, and whether the caller may read it. */
export async function loadActivity(db: Database, actor: Actor, id: string): Promise<{ readonly activity: Activity; readonly readable: boolean } | null> {
  const values: unknown[] = [id];
  const [found] = await db.read<{ activity: Activity; readable: boolean }>(
    `select json_build_object(${activityColumns}, 'body', a.body) as activity, ${readableProgrammes(actor, values)} as readable
     from activity a left join stored_file f on f.id = a.file_id join module m on m.id = a.module_id join curriculum k on k.id = m.curriculum_id
     join programme p on p.id = k.programme_id where a.id = $1`,
    values,
  );
  return found ?? null;
}

/** Whether a file is taught in a curriculum that the caller may read. */
export async function teachesFile(db: Database, actor: Actor, fileId: string): Promise<boolean> {
  const values: unknown[] = [fileId];
  const found = await db.read(
    `select from activity a join module m on m.id = a.module_id join curriculum k on k.id = m.curriculum_id join programme p on p.id = k.programme_id
     where a.file_id = $1 and ${readableProgrammes(actor, values)} limit 1`,
    values,
  );
  return found.length > 0;
}

/** A curriculum locked for a change: its state and whose it is. */
export interface LockedCurriculum {
  readonly id: string;
  readonly programmeId: string;
  readonly agencyId: string | null;
  readonly number: number;
  readonly state: CurriculumState;
  readonly lessonHours: number;
  readonly criteria: GraduationCriteria;
  readonly certificateDesign: CertificateDesign;
  readonly version: number;
}

/** What a version teaches in hours, demands and prints. */
export type CurriculumFacts = Pick<LockedCurriculum, 'lessonHours' | 'criteria' | 'certificateDesign'>;

const locking = `
  select k.id, k.programme_id as "programmeId", p.agency_id as "agencyId", k.number, k.state, k.lesson_hours as "lessonHours", k.criteria,
    k.certificate_design as "certificateDesign", k.version
  from curriculum k join programme p on p.id = k.programme_id`;

/** Locks the curriculum that the id names, directly or through a module or activity of it. Changes of its content wait for each other. */
export async function lockCurriculum(tx: Transaction, by: { readonly curriculum?: string; readonly module?: string; readonly activity?: string }): Promise<LockedCurriculum | null> {
  const [locked] = await rowsOf<LockedCurriculum>(
    tx,
    `${locking} where k.id = coalesce($1::uuid, (select m.curriculum_id from module m where m.id = $2),
       (select m.curriculum_id from activity a join module m on m.id = a.module_id where a.id = $3)) for update of k`,
    [by.curriculum ?? null, by.module ?? null, by.activity ?? null],
  );
  return locked ?? null;
}

/** Modules as the check before publishing looks at them. */
export async function loadPlannedModules(tx: Transaction, curriculumId: string): Promise<(Pick<Module, 'title' | 'lessonHours'> & { activities: number; requiredActivities: number })[]> {
  return rowsOf(
    tx,
    `select m.title, m.lesson_hours as "lessonHours", count(a.id)::int as activities, (count(a.id) filter (where a.required))::int as "requiredActivities"
     from module m left join activity a on a.module_id = m.id where m.curriculum_id = $1 group by m.id order by m.position`,
    [curriculumId],
  );
}

/** What new versions of a programme start from, newest first. */
export async function loadVersions(tx: Transaction, programmeId: string): Promise<LockedCurriculum[]> {
  return rowsOf<LockedCurriculum>(tx, `${locking} where k.programme_id = $1 order by k.number desc`, [programmeId]);
}

/** A new draft. @returns its id. */
export async function insertDraft(tx: Transaction, programmeId: string, number: number, facts: CurriculumFacts): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    tx,
    `insert into curriculum (programme_id, number, lesson_hours, criteria, certificate_design) values ($1, $2, $3, $4, $5) returning id`,
    [programmeId, number, facts.lessonHours, JSON.stringify(facts.criteria), JSON.stringify(facts.certificateDesign)],
  );
  if (!row) throw new Error('an insert gave no row');
  return row.id;
}

/** Copies modules and activities; files are shared, not copied. */
export async function copyContent(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.query(
    `insert into module (curriculum_id, position, code, title, summary, lesson_hours)
     select $2, position, code, title, summary, lesson_hours from module where curriculum_id = $1`, [from, to]);
  await tx.query(
    `insert into activity (module_id, position, kind, title, body, file_id, required)
     select copy.id, a.position, a.kind, a.title, a.body, a.file_id, a.required
     from activity a join module m on m.id = a.module_id join module copy on copy.curriculum_id = $2 and copy.code = m.code
     where m.curriculum_id = $1`, [from, to]);
}

export async function updateDraft(tx: Transaction, id: string, { lessonHours, criteria, certificateDesign }: CurriculumFacts): Promise<void> {
  await tx.query(`update curriculum set lesson_hours = $2, criteria = $3, certificate_design = $4 where id = $1`, [
    id, lessonHours, JSON.stringify(criteria), JSON.stringify(certificateDesign),
  ]);
}

export async function moveCurriculum(tx: Transaction, id: string, state: CurriculumState, now: Date): Promise<void> {
  await tx.query(`update curriculum set state = $2, published_at = coalesce(published_at, $3) where id = $1`, [id, state, now]);
}

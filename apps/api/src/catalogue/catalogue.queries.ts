import { rowsOf, type Transaction } from '../platform/index.js';
import type { ProgrammeTemplate } from './catalogue.types.js';

/** An activity as it is stored, with the codes of where it belongs. */
export interface ActivityToStore {
  readonly programme: string;
  readonly module: string;
  readonly position: number;
  readonly kind: string;
  readonly title: string;
  readonly body: string | null;
  readonly fileId: string | null;
  readonly required: boolean;
}

/** Stores the academies that are not there yet. */
export async function insertAcademies(tx: Transaction, academies: readonly { code: string; name: string }[]): Promise<void> {
  await tx.query(`insert into academy (code, name) select code, name from jsonb_to_recordset($1) as t (code text, name text) on conflict (code) do nothing`, [JSON.stringify(academies)]);
}

/** Stores the programmes that are not there yet, each with an empty draft. @returns their codes. */
export async function insertProgrammes(tx: Transaction, templates: readonly ProgrammeTemplate[]): Promise<string[]> {
  const rows = await rowsOf<{ code: string }>(
    tx,
    `with wanted as (select * from jsonb_to_recordset($1) as t (academy text, code text, name text, description text, "ownerName" text, "diklatKind" int, "diklatForm" text,
       audience text, "lessonHours" numeric, criteria jsonb, "certificateDesign" jsonb)),
     made as (
       insert into programme (academy_id, code, name, description, owner_name, diklat_kind, diklat_form, audience)
       select a.id, w.code, w.name, w.description, w."ownerName", w."diklatKind", w."diklatForm", w.audience from wanted w join academy a on a.code = w.academy
       on conflict do nothing returning id, code),
     drafted as (
       insert into curriculum (programme_id, number, lesson_hours, criteria, certificate_design)
       select m.id, 1, w."lessonHours", w.criteria, w."certificateDesign" from made m join wanted w on w.code = m.code returning programme_id)
     select m.code from made m join drafted d on d.programme_id = m.id`,
    [JSON.stringify(templates.map(({ modules: _modules, ...template }) => template))],
  );
  return rows.map(({ code }) => code);
}

export async function insertModules(tx: Transaction, templates: readonly ProgrammeTemplate[]): Promise<void> {
  const modules = templates.flatMap(({ code: programme, modules: listed }) => listed.map(({ activities: _activities, ...module }, index) => ({ ...module, programme, position: index + 1 })));
  await tx.query(
    `insert into module (curriculum_id, position, code, title, summary, lesson_hours)
     select k.id, w.position, w.code, w.title, w.summary, w."lessonHours"
     from jsonb_to_recordset($1) as w (programme text, position int, code text, title text, summary text, "lessonHours" numeric)
     join programme p on p.code = w.programme and p.agency_id is null join curriculum k on k.programme_id = p.id and k.number = 1`,
    [JSON.stringify(modules)],
  );
}

export async function insertActivities(tx: Transaction, activities: readonly ActivityToStore[]): Promise<void> {
  await tx.query(
    `insert into activity (module_id, position, kind, title, body, file_id, required)
     select m.id, w.position, w.kind, w.title, w.body, w."fileId", w.required
     from jsonb_to_recordset($1) as w (programme text, module text, position int, kind text, title text, body text, "fileId" uuid, required boolean)
     join programme p on p.code = w.programme and p.agency_id is null join curriculum k on k.programme_id = p.id and k.number = 1
     join module m on m.curriculum_id = k.id and m.code = w.module`,
    [JSON.stringify(activities)],
  );
}

/** Notes a file of the whole country. @returns its id. */
export async function insertNationalFile(tx: Transaction, file: { name: string; mediaType: string; bytes: number; sha256: string }): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    tx, `insert into stored_file (name, media_type, bytes, sha256) values ($1, $2, $3, $4) returning id`, [file.name, file.mediaType, file.bytes, file.sha256]);
  if (!row) throw new Error('an insert gave no row');
  return row.id;
}

export async function publishDrafts(tx: Transaction, codes: readonly string[]): Promise<void> {
  await tx.query(
    `update curriculum k set state = 'published', published_at = now() from programme p
     where p.id = k.programme_id and p.agency_id is null and p.code = any($1) and k.number = 1 and k.state = 'draft'`, [codes]);
}

import type { Activity, ActivityRequest, ModuleRequest } from '@jenjang/shared';
import { rowsOf, type Transaction } from '../platform/index.js';

/** A module or activity as it may be changed, with the fingerprint that a change must name. */
export interface StoredModule extends ModuleRequest {
  readonly id: string;
  readonly version: string;
}
export interface StoredActivity {
  readonly id: string;
  readonly kind: Activity['kind'];
  readonly title: string;
  readonly body: string | null;
  readonly fileId: string | null;
  readonly required: boolean;
  readonly version: string;
}

export async function loadModule(tx: Transaction, id: string): Promise<StoredModule | null> {
  const [module] = await rowsOf<StoredModule>(
    tx,
    `select id, code, title, summary, lesson_hours as "lessonHours", md5(jsonb_build_array(code, title, summary, lesson_hours)::text) as version
     from module where id = $1`, [id]);
  return module ?? null;
}

/** Adds a module at the end. @returns its id. */
export async function insertModule(tx: Transaction, curriculumId: string, { code, title, summary, lessonHours }: ModuleRequest): Promise<string> {
  return idOf(await rowsOf(
    tx,
    `insert into module (curriculum_id, position, code, title, summary, lesson_hours)
     select $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5 from module where curriculum_id = $1 returning id`,
    [curriculumId, code, title, summary, lessonHours],
  ));
}

export async function updateModule(tx: Transaction, id: string, { code, title, summary, lessonHours }: ModuleRequest): Promise<void> {
  await tx.query(`update module set code = $2, title = $3, summary = $4, lesson_hours = $5 where id = $1`, [id, code, title, summary, lessonHours]);
}

export async function loadStoredActivity(tx: Transaction, id: string): Promise<StoredActivity | null> {
  const [activity] = await rowsOf<StoredActivity>(
    tx,
    `select id, kind, title, body, file_id as "fileId", required, md5(jsonb_build_array(kind, title, body, file_id, required)::text) as version
     from activity where id = $1`, [id]);
  return activity ?? null;
}

/** Adds an activity at the end of its module. @returns its id. */
export async function insertActivity(tx: Transaction, moduleId: string, facts: ActivityRequest): Promise<string> {
  return idOf(await rowsOf(
    tx,
    `insert into activity (module_id, position, kind, title, body, file_id, required)
     select $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5, $6 from activity where module_id = $1 returning id`,
    [moduleId, ...contentOf(facts)],
  ));
}

export async function updateActivity(tx: Transaction, id: string, facts: ActivityRequest): Promise<void> {
  await tx.query(`update activity set kind = $2, title = $3, body = $4, file_id = $5, required = $6 where id = $1`, [id, ...contentOf(facts)]);
}

/** Tables whose rows stand in an order under a parent. */
const orders = { module: 'curriculum_id', activity: 'module_id' } as const;
export type Ordered = keyof typeof orders;

export async function loadOrder(tx: Transaction, kind: Ordered, parentId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(tx, `select id from ${kind} where ${orders[kind]} = $1 order by position`, [parentId]);
  return rows.map(({ id }) => id);
}

/** Puts rows in the order of their ids; only those that move are touched. */
export async function storeOrder(tx: Transaction, kind: Ordered, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update ${kind} set position = wanted.place from unnest($1::uuid[]) with ordinality wanted(id, place)
     where ${kind}.id = wanted.id and position <> wanted.place`, [ids]);
}

export async function removeContent(tx: Transaction, kind: Ordered, id: string): Promise<void> {
  await tx.query(`delete from ${kind} where id = $1`, [id]);
}

function contentOf({ kind, title, body, fileId, required }: ActivityRequest): unknown[] {
  return kind === 'page' ? [kind, title, body ?? '', null, required] : [kind, title, null, fileId, required];
}

function idOf([row]: { id: string }[]): string {
  if (!row) throw new Error('an insert gave no row');
  return row.id;
}

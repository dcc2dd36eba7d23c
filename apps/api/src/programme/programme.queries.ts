import type { Academy, CurriculumRow, Page, Programme, ProgrammeQuery, ProgrammeRequest, ProgrammeRow } from '@jenjang/shared';
import { pageOf, rowsOf, scopeCondition, type Actor, type Database, type Transaction } from '../platform/index.js';
import { readableProgrammes } from './programme.reach.js';

/** A programme as stored, and whether the caller may read it. */
export interface ProgrammeRecord extends Omit<Programme, 'allowedOperations' | 'curricula'> {
  readonly readable: boolean;
  readonly curricula: readonly Omit<CurriculumRow, 'allowedOperations'>[];
}

export async function loadAcademies(db: Database): Promise<Academy[]> {
  return db.read<Academy>('select id, code, name from academy order by code');
}

const newestPublished = `(select k.number, k.lesson_hours from curriculum k where k.programme_id = p.id and k.state = 'published' order by k.number desc limit 1)`;

/** One page of the programmes that the caller may read. `q` looks at code and name. */
export async function loadProgrammes(db: Database, actor: Actor, query: ProgrammeQuery): Promise<Page<ProgrammeRow>> {
  const values: unknown[] = [];
  const conditions = [readableProgrammes(actor, values), 'p.archived_at is null'];
  const add = (value: unknown, sql: (place: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(sql(`$${String(values.length)}`));
  };
  add(query.academy, (place) => `ac.code = ${place}`);
  add(query.q?.trim(), (place) => `fold_text(p.code || ' ' || p.name) like '%' || fold_text(${place}) || '%'`);
  if (query.owner) conditions.push(`p.agency_id is ${query.owner === 'own' ? 'not ' : ''}null`);
  const cohorts = scopeCondition(actor, 'cohort.read', { agency: 'co.agency_id', cohort: 'co.id' }, values);
  return pageOf<ProgrammeRow>(db, query, {
    columns: `p.id, p.code, p.name, ac.code as "academyCode", ac.name as "academyName", p.agency_id as "agencyId", ag.short_name as "agencyName",
      p.audience, p.diklat_kind as "diklatKind", newest.lesson_hours as "lessonHours", newest.number as "publishedNumber",
      (select k.number from curriculum k where k.programme_id = p.id and k.state = 'draft') as "draftNumber",
      (select count(*)::int from cohort co join curriculum k on k.id = co.curriculum_id where k.programme_id = p.id and ${cohorts}) as cohorts`,
    from: `from programme p join academy ac on ac.id = p.academy_id left join agency ag on ag.id = p.agency_id
      left join lateral ${newestPublished} newest on true where ${conditions.join(' and ')}`,
    values,
    sorts: { academy: 'ac.code', code: 'p.code', name: 'fold_text(p.name)', lessonHours: 'newest.lesson_hours' },
    tie: 'fold_text(p.name), p.id',
  });
}

/** A programme with its curricula, newest first, or null. */
export async function loadProgramme(db: Database, actor: Actor, id: string): Promise<ProgrammeRecord | null> {
  const values: unknown[] = [id];
  const [programme] = await db.read<ProgrammeRecord>(
    `select p.id, p.academy_id as "academyId", ac.code as "academyCode", ac.name as "academyName", p.agency_id as "agencyId", ag.short_name as "agencyName",
       p.code, p.name, p.description, p.owner_name as "ownerName", p.diklat_kind as "diklatKind", p.diklat_form as "diklatForm", p.audience,
       p.archived_at is not null as archived, p.version, ${readableProgrammes(actor, values)} as readable,
       coalesce((select json_agg(json_build_object('id', k.id, 'number', k.number, 'state', k.state, 'lessonHours', k.lesson_hours, 'publishedAt', k.published_at,
           'modules', (select count(*) from module m where m.curriculum_id = k.id),
           'activities', (select count(*) from activity a join module m on m.id = a.module_id where m.curriculum_id = k.id),
           'cohorts', (select count(*) from cohort co where co.curriculum_id = k.id)) order by k.number desc)
         from curriculum k where k.programme_id = p.id), '[]') as curricula
     from programme p join academy ac on ac.id = p.academy_id left join agency ag on ag.id = p.agency_id where p.id = $1`,
    values,
  );
  return programme ?? null;
}

/** What of a programme may be changed, as stored. */
export type ProgrammeFacts = Pick<ProgrammeRequest, keyof ProgrammeRequest> & { readonly id: string; readonly archived: boolean; readonly version: number };

/** A programme locked for a change, or null. */
export async function lockProgramme(tx: Transaction, id: string): Promise<ProgrammeFacts | null> {
  const [programme] = await rowsOf<ProgrammeFacts>(
    tx,
    `select id, academy_id as "academyId", agency_id as "agencyId", code, name, description, owner_name as "ownerName", diklat_kind as "diklatKind",
       diklat_form as "diklatForm", audience, archived_at is not null as archived, version from programme where id = $1 for update`,
    [id],
  );
  return programme ?? null;
}

/** @returns the id of the new programme. */
export async function insertProgramme(tx: Transaction, facts: ProgrammeRequest): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    tx,
    `insert into programme (academy_id, agency_id, code, name, description, owner_name, diklat_kind, diklat_form, audience)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [facts.academyId, facts.agencyId ?? null, ...describing(facts)],
  );
  if (!row) throw new Error('an insert gave no row');
  return row.id;
}

export async function updateProgramme(tx: Transaction, facts: ProgrammeFacts, now: Date): Promise<void> {
  await tx.query(
    `update programme set academy_id = $2, code = $3, name = $4, description = $5, owner_name = $6, diklat_kind = $7, diklat_form = $8, audience = $9,
       archived_at = case when $10 then coalesce(archived_at, $11) end where id = $1`,
    [facts.id, facts.academyId, ...describing(facts), facts.archived, now],
  );
}

function describing({ code, name, description, ownerName, diklatKind, diklatForm, audience }: ProgrammeRequest): unknown[] {
  return [code, name, description, ownerName, diklatKind, diklatForm, audience];
}

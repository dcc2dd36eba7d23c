import type { AgencyDetail, AgencyQuery, AgencyRow, Page, Region } from '@jenjang/shared';
import { likeText, pageOf, scopeCondition, type Actor, type Database } from '../platform/index.js';

const columns = `
  a.id, a.code, a.name, a.short_name as "shortName", a.kind, a.region_code as "regionCode", r.name as "regionName", a.zone,
  (select count(*) from unit u where u.agency_id = a.id and (u.active_to is null or u.active_to > current_date)) as units,
  (select count(*) from person p where p.agency_id = a.id) as people`;
const tables = 'from agency a left join region r on r.code = a.region_code';

/** Agencies within reach: those named by a scope, and those whose unit or cohort a scope names. */
function reachOf(actor: Actor, values: unknown[]): string {
  const direct = scopeCondition(actor, 'agency.read', { agency: 'a.id' }, values);
  const byUnit = scopeCondition(actor, 'agency.read', { unitPath: 's.path' }, values);
  return direct === 'true' ? direct : `(${direct} or exists (select from unit s where s.agency_id = a.id and ${byUnit}))`;
}

/** One page of the agencies within the caller's reach. */
export async function loadAgencies(db: Database, actor: Actor, query: AgencyQuery): Promise<Page<AgencyRow>> {
  const values: unknown[] = [];
  const conditions = [reachOf(actor, values)];
  if (query.kind) conditions.push(`a.kind = $${String(values.push(query.kind))}`);
  const words = query.q?.trim();
  if (words) conditions.push(`fold_text(a.name || ' ' || a.short_name || ' ' || a.code) like '%' || fold_text($${String(values.push(likeText(words)))}) || '%'`);
  return pageOf<AgencyRow>(db, query, {
    columns, from: `${tables} where ${conditions.join(' and ')}`, values, tie: 'a.id',
    sorts: { name: 'fold_text(a.name)', code: 'a.code', people: '(select count(*) from person p where p.agency_id = a.id)' },
  });
}

/** An agency, and whether it lies within the caller's reach; null when there is none. */
export async function loadAgency(db: Database, actor: Actor, id: string): Promise<(Omit<AgencyDetail, 'allowedOperations'> & { readonly reachable: boolean }) | null> {
  const values: unknown[] = [id];
  const reach = reachOf(actor, values);
  const [row] = await db.read<Omit<AgencyDetail, 'allowedOperations'> & { readonly reachable: boolean }>(
    `select ${columns}, a.minutes_per_lesson_hour as "minutesPerLessonHour", a.siasn_instansi_id as "siasnInstansiId", a.version, ${reach} as reachable ${tables} where a.id = $1`, values);
  return row ?? null;
}

export async function isRegion(db: Database, code: string): Promise<boolean> {
  return (await db.read(`select from region where code = $1`, [code])).length > 0;
}

/** At most 20 regions by words in the name or by the start of the code, the wider ones first. */
export async function findRegions(db: Database, words: string): Promise<Region[]> {
  return db.read<Region>(
    `select code, name from region where code like $1 || '%' or fold_text(name) like '%' || fold_text($1) || '%' order by length(code), code limit 20`, [likeText(words.trim())]);
}

import type { CandidateQuery, CandidateRow, Page, PageQuery, ParticipantQuery, ParticipantRow } from '@jenjang/shared';
import { likeText } from '../cohort/index.js';
import { HttpProblem, pageOf, scopeCondition, type Actor, type Database } from '../platform/index.js';

/** SQL order of each sort, and whether it needs the person or the unit. */
const sorts = {
  name: { order: 'fold_text(p.full_name)', needs: 'person' },
  unit: { order: 'u.name', needs: 'unit' },
  state: { order: 'e.state', needs: 'none' },
} as const;

const joins = {
  person: 'join person p on p.id = e.person_id',
  employment: 'left join employment m on m.id = e.employment_id',
  unit: 'left join unit u on u.id = m.unit_id',
} as const;

/** The order asked for. @throws HttpProblem 400 for a column that is not offered. */
function orderOf(sort: string | undefined): { by: string; needs: 'person' | 'unit' | 'none' } {
  const name = sort?.replace(/^-/, '') ?? 'name';
  const found = Object.entries(sorts).find(([known]) => known === name)?.[1];
  if (!found) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'sort', code: 'field.isIn', value: sort }]);
  const downwards = sort?.startsWith('-') ?? false;
  // Names are never null and their tie goes the same way, so that the index on names can be walked in either direction.
  if (name === 'name') return { by: downwards ? 'fold_text(p.full_name) desc, p.id desc' : 'fold_text(p.full_name), p.id', needs: found.needs };
  return { by: `${found.order} ${downwards ? 'desc' : 'asc'} nulls last, e.person_id`, needs: found.needs };
}

/** Conditions on enrolment `e` and the tables that they need. */
function filterOf(query: ParticipantQuery, values: unknown[]): { where: string; needsPerson: boolean; needsUnit: boolean } {
  const conditions = ['e.cohort_id = $1'];
  const place = (value: unknown): string => `$${String(values.push(value))}`;
  if (query.state) conditions.push(`e.state = ${place(query.state)}`);
  if (query.classId) conditions.push(`e.class_id = ${place(query.classId)}`);
  if (query.unitId) conditions.push(`u.path like (select path from unit where id = ${place(query.unitId)}) || '%'`);
  const words = query.q?.trim() ?? '';
  const digits = words.replace(/\s/g, '');
  const byNip = /^\d{3,18}$/.test(digits);
  if (byNip) conditions.push(`m.nip like ${place(`${digits}%`)}`);
  else if (words) conditions.push(`fold_text(p.full_name) like '%' || fold_text(${place(likeText(words))}) || '%'`);
  return { where: conditions.join(' and '), needsPerson: words !== '' && !byNip, needsUnit: Boolean(query.unitId) || byNip };
}

const shown = `
  select e.id, e.person_id as "personId", p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", m.nip, m.kind as "employmentKind",
         m.position_kind as "positionKind", m.position_name as "positionName", m.eselon, u.name as "unitName", o.name as "opdName", a.short_name as "agencyName",
         e.class_id as "classId", k.name as "className", e.state, e.state_reason as "stateReason",
         (select coalesce(sum(t.lesson_hours), 0) from attendance_mark t join session s on s.id = t.session_id and s.mandatory and s.state <> 'cancelled'
          where t.enrolment_id = e.id and not exists (select from attendance_mark later where later.supersedes = t.id)) as "attendedLessonHours"
  from page join enrolment e on e.id = page.id join person p on p.id = e.person_id join agency a on a.id = p.agency_id
  left join employment m on m.id = e.employment_id left join unit u on u.id = m.unit_id
  left join unit o on o.id = coalesce(nullif(split_part(u.path, '/', 3), ''), u.id::text)::uuid
  left join cohort_class k on k.id = e.class_id order by page.place`;

/**
 * One page of a cohort's participants in one round trip, access included; null when the cohort is not within reach.
 * The order is found on as few tables as it needs; only the rows shown are dressed with the rest.
 */
export async function loadParticipants(db: Database, actor: Actor, cohortId: string, query: ParticipantQuery): Promise<Page<ParticipantRow> | null> {
  const { sql, values } = participantsSql(actor, cohortId, query);
  const [found] = await db.read<{ reachable: boolean; total: number; rows: ParticipantRow[] }>(sql, values);
  return found?.reachable ? { rows: found.rows, total: found.total, page: query.page, size: query.size } : null;
}

/** The seats taken are the accepted participants, kept by trigger: nothing to count when only these are asked for. */
function totalOf(query: ParticipantQuery, counting: string): string {
  const seated = query.state === 'accepted' && !query.q?.trim() && !query.classId && !query.unitId;
  return seated ? '(select seats_taken from cohort where id = $1 and exists (select from reach))' : `(${counting})`;
}

/** The statement behind the list. Exported so that it can be measured on its own. */
export function participantsSql(actor: Actor, cohortId: string, query: ParticipantQuery): { sql: string; values: unknown[] } {
  const values: unknown[] = [cohortId];
  const reach = scopeCondition(actor, 'enrolment.read', { agency: 'c.agency_id', cohort: 'c.id' }, values);
  const filter = filterOf(query, values);
  const order = orderOf(query.sort);
  const unitTables = `${joins.employment} ${joins.unit}`;
  const counted = `${filter.needsPerson ? joins.person : ''} ${filter.needsUnit ? unitTables : ''}`;
  const sorted = `${filter.needsPerson || order.needs === 'person' ? joins.person : ''} ${filter.needsUnit || order.needs === 'unit' ? unitTables : ''}`;
  const size = values.push(query.size);
  const offset = values.push((query.page - 1) * query.size);
  const sql = `
    with reach as materialized (select c.id from cohort c where c.id = $1 and ${reach}),
    page as materialized (
      select e.id, row_number() over () as place from (
        select e.id from enrolment e ${sorted} where exists (select from reach) and ${filter.where}
        order by ${order.by} limit $${String(size)} offset $${String(offset)}) e)
    select exists (select from reach) as reachable, ${totalOf(query, `select count(*) from enrolment e ${counted} where exists (select from reach) and ${filter.where}`)} as total,
           coalesce((select json_agg(shown) from (${shown}) shown), '[]') as rows`;
  return { sql, values };
}

/** People within the caller's reach who hold no seat in the cohort, with what speaks against taking them. */
export async function loadCandidates(db: Database, actor: Actor, cohortId: string, query: CandidateQuery): Promise<Page<CandidateRow>> {
  const values: unknown[] = [cohortId];
  const conditions = ['c.id = $1', `(e.id is null or e.state in ('nominated', 'approved', 'waitlisted', 'withdrawn'))`];
  conditions.push(scopeCondition(actor, 'person.read', { agency: 'p.agency_id', unitPath: 'u.path' }, values));
  const words = query.q?.trim() ?? '';
  const digits = words.replace(/\s/g, '');
  if (query.unitId) conditions.push(`u.path like (select path from unit where id = $${String(values.push(query.unitId))}) || '%'`);
  if (/^\d{3,18}$/.test(digits)) conditions.push(`m.nip like $${String(values.push(`${digits}%`))}`);
  else if (words) conditions.push(`fold_text(p.full_name) like '%' || fold_text($${String(values.push(likeText(words)))}) || '%'`);
  const from = `
    from cohort c cross join person p join agency a on a.id = p.agency_id left join enrolment e on e.cohort_id = c.id and e.person_id = p.id
    left join employment m on m.person_id = p.id and daterange(m.valid_from, m.valid_to) @> c.starts_on left join unit u on u.id = m.unit_id
    where ${conditions.join(' and ')}`;
  return pageOf<CandidateRow>(db, pageQuery(query), { columns: candidateColumns, from, values, sorts: { name: 'fold_text(p.full_name)' }, tie: 'p.id' });
}

const candidateColumns = `
  p.id as "personId", p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", m.nip, m.kind as "employmentKind",
  m.position_name as "positionName", m.eselon, u.name as "unitName", a.short_name as "agencyName", e.state, m.duty_status as "dutyStatus",
  (select o.name from unit o where o.id = coalesce(nullif(split_part(u.path, '/', 3), ''), u.id::text)::uuid) as "opdName",
  array(select other.name from enrolment x join cohort other on other.id = x.cohort_id where x.person_id = p.id and x.state = 'accepted' and other.id <> c.id
    and other.state <> 'cancelled' and daterange(other.starts_on, other.ends_on, '[]') && daterange(c.starts_on, c.ends_on, '[]') order by other.name) as "otherCohorts"`;

function pageQuery({ sort, page, size }: PageQuery): PageQuery {
  return { sort, page, size };
}

import type { Page, PersonDetail, PersonQuery, PersonRow } from '@jenjang/shared';
import { likeText, HttpProblem, scopeCondition, type Actor, type Database } from '../platform/index.js';

/** SQL order of each sort, and whether it needs the employment and its unit. */
const sorts: Readonly<Record<string, { readonly by: string; readonly employed: boolean }>> = {
  name: { by: 'fold_text(p.full_name)', employed: false },
  unit: { by: 'u.name', employed: true },
  position: { by: 'm.position_name', employed: true },
};

const employed = 'left join employment m on m.person_id = p.id and m.valid_to is null left join unit u on u.id = m.unit_id';

/** The order asked for. @throws HttpProblem 400 for a column that is not offered. */
function orderOf(sort: string | undefined): { by: string; employed: boolean } {
  const found = sorts[sort?.replace(/^-/, '') ?? 'name'];
  if (!found) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'sort', code: 'field.isIn', value: sort }]);
  return { by: `${found.by} ${sort?.startsWith('-') ? 'desc nulls last' : 'asc nulls last'}, p.id`, employed: found.employed };
}

/** Conditions on person `p`, employment `m` and unit `u`, and whether the last two are needed. */
function filterOf(actor: Actor, query: PersonQuery, values: unknown[]): { where: string; employed: boolean } {
  const place = (value: unknown): string => `$${String(values.push(value))}`;
  const reach = scopeCondition(actor, 'person.read', { agency: 'p.agency_id', unitPath: 'u.path' }, values);
  const conditions = [reach];
  if (query.agencyId) conditions.push(`p.agency_id = ${place(query.agencyId)}`);
  const words = query.q?.trim() ?? '';
  const digits = words.replace(/[\s.]/g, '');
  const byNip = /^\d{3,18}$/.test(digits);
  if (words && !byNip) conditions.push(`fold_text(p.full_name) like '%' || fold_text(${place(likeText(words))}) || '%'`);
  const facts = [...(byNip ? [`m.nip like ${place(`${digits}%`)}`] : []), ...employmentConditions(query, place)];
  return { where: [...conditions, ...facts].join(' and '), employed: facts.length > 0 || reach.includes('u.path') };
}

function employmentConditions(query: PersonQuery, place: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  if (query.unitId) conditions.push(`u.path like (select path from unit where id = ${place(query.unitId)}) || '%'`);
  if (query.kind) conditions.push(`m.kind = ${place(query.kind)}`);
  if (query.positionKind) conditions.push(`m.position_kind = ${place(query.positionKind)}`);
  if (query.eselon) conditions.push(`m.eselon = ${place(query.eselon)}`);
  if (query.warnings) conditions.push(`m.nip_warnings <> '{}'`);
  return conditions;
}

/**
 * One page of the people within the caller's reach in one round trip. The order is found on as few tables as it needs;
 * only the rows shown are dressed with the rest.
 */
export async function loadPeople(db: Database, actor: Actor, query: PersonQuery): Promise<Page<PersonRow>> {
  const { sql, values } = peopleSql(actor, query);
  const [found] = await db.read<{ total: number; rows: PersonRow[] }>(sql, values);
  return { rows: found?.rows ?? [], total: found?.total ?? 0, page: query.page, size: query.size };
}

/** The statement behind the list. */
function peopleSql(actor: Actor, query: PersonQuery): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const filter = filterOf(actor, query, values);
  const order = orderOf(query.sort);
  const counted = `from person p ${filter.employed ? employed : ''} where ${filter.where}`;
  const sorted = `from person p ${filter.employed || order.employed ? employed : ''} where ${filter.where}`;
  const sql = `
    with page as materialized (select p.id, row_number() over (order by ${order.by}) as place ${sorted} order by ${order.by}
      limit $${String(values.push(query.size))} offset $${String(values.push((query.page - 1) * query.size))}),
    shown as (
      select page.place, p.id, p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", m.nip, coalesce(m.nip_warnings, '{}') as "nipWarnings",
             m.kind, m.golongan, m.position_kind as "positionKind", m.position_name as "positionName", m.eselon, m.duty_status as "dutyStatus",
             u.name as "unitName", o.name as "opdName", a.short_name as "agencyName"
      from page join person p on p.id = page.id join agency a on a.id = p.agency_id ${employed}
      left join unit o on o.id = coalesce(nullif(split_part(u.path, '/', 3), ''), u.id::text)::uuid)
    select (select count(*) ${counted}) as total, coalesce((select json_agg(to_jsonb(shown) - 'place' order by place) from shown), '[]') as rows`;
  return { sql, values };
}

/** A person with where the record lies. */
export type PersonRecord = Omit<PersonDetail, 'allowedOperations'> & { readonly unitPath: string | null };

const employments = `
  select m.id, m.unit_id as "unitId", u.name as "unitName", o.name as "opdName", m.kind, m.nip, m.nip_warnings as "nipWarnings", m.golongan,
         m.position_kind as "positionKind", m.position_name as "positionName", m.eselon, m.duty_status as "dutyStatus", m.valid_from as "validFrom", m.valid_to as "validTo"
  from employment m join unit u on u.id = m.unit_id join unit o on o.id = coalesce(nullif(split_part(u.path, '/', 3), ''), u.id::text)::uuid
  where m.person_id = p.id order by m.valid_from desc`;

const certificates = `
  select c.id, c.number, c.code, g.name as "programmeName", c.kind, s.state, c.lesson_hours as "lessonHours", c.issued_on as "issuedOn"
  from certificate c join certificate_state s on s.certificate_id = c.id join programme g on g.id = c.programme_id
  where c.person_id = p.id order by c.issued_on desc, c.number limit 200`;

const yearly = `select year, sum(lesson_hours) as "lessonHours" from lesson_hour_entry where person_id = p.id group by year order by year desc`;

/** Everything on record about a person, or null. */
export async function loadPerson(db: Database, id: string): Promise<PersonRecord | null> {
  const [row] = await db.read<PersonRecord>(
    `select p.id, p.agency_id as "agencyId", a.name as "agencyName", p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", p.gender,
            p.birth_date as "birthDate", p.birth_place as "birthPlace", p.email, p.phone, p.version,
            (select u.path from employment m join unit u on u.id = m.unit_id where m.person_id = p.id and m.valid_to is null) as "unitPath",
            coalesce((select json_agg(x) from (${employments}) x), '[]') as employments,
            coalesce((select json_agg(x) from (${certificates}) x), '[]') as certificates,
            coalesce((select json_agg(x) from (${yearly}) x), '[]') as "lessonHours",
            case when t.id is null then 'none' when t.disabled_at is not null then 'disabled' when t.password_hash is null then 'invited' else 'active' end as account
     from person p join agency a on a.id = p.agency_id left join account t on t.person_id = p.id where p.id = $1`, [id]);
  return row ?? null;
}

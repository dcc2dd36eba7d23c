import { enrolmentStates, type CandidateQuery, type CandidateRow, type EnrolmentState, type MoveLine, type Page, type PageQuery, type ParticipantQuery, type ParticipantRow } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import { likeText, HttpProblem, pageOf, scopeCondition, type Actor, type Database } from '../platform/index.js';

const unseated = enrolmentStates.filter((state) => state !== 'accepted');

/** What each sort orders by, and the tables it needs. Only units can be missing. */
const sorts = {
  name: { key: 'fold_text(p.full_name)', needs: ['person'] },
  unit: { key: 'u.name', needs: ['employment', 'unit'] },
  state: { key: 'e.state', needs: [] },
} as const satisfies Record<string, { key: string; needs: readonly Table[] }>;

const joins = {
  person: 'join person p on p.id = e.person_id',
  employment: 'left join employment m on m.id = e.employment_id',
  unit: 'left join unit u on u.id = m.unit_id',
} as const;
type Table = keyof typeof joins;

function joined(...needs: readonly Table[]): string {
  return Object.entries(joins).flatMap(([table, join]) => (needs.includes(table as Table) ? [join] : [])).join(' ');
}

interface Order {
  readonly sort: keyof typeof sorts;
  readonly direction: 'asc' | 'desc';
}

/** The order asked for. @throws HttpProblem 400 for a column that is not offered. */
function orderOf(asked = 'name'): Order {
  const name = asked.replace(/^-/, '');
  if (!Object.hasOwn(sorts, name)) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'sort', code: 'field.isIn', value: asked }]);
  return { sort: name as Order['sort'], direction: asked.startsWith('-') ? 'desc' : 'asc' };
}

interface Filter {
  readonly where: string;
  readonly needs: readonly Table[];
  readonly narrow: boolean;
}

/** Conditions on enrolment `e`, the tables they need, and whether they keep so few that finding them all at once is best. */
function filterOf(query: ParticipantQuery, values: unknown[]): Filter {
  const conditions = ['exists (select from reach)', 'e.cohort_id = $1'];
  const needs: Table[] = [];
  const place = (value: unknown): string => `$${String(values.push(value))}`;
  if (query.state) conditions.push(`e.state = ${place(query.state)}`);
  if (query.classId) conditions.push(`e.class_id = ${place(query.classId)}`);
  if (query.unitId) {
    // A range instead of a pattern: only that finds the units below by the index on paths when the path is looked up first.
    const id = place(query.unitId);
    conditions.push(`u.path ~>=~ (select path from unit where id = ${id})`, `u.path ~<~ (select path || '~' from unit where id = ${id})`);
    needs.push('employment', 'unit');
  }
  const words = query.q?.trim() ?? '';
  const digits = words.replace(/\s/g, '');
  if (/^\d{3,18}$/.test(digits)) {
    conditions.push(`m.nip like ${place(`${digits}%`)}`);
    needs.push('employment');
  } else if (words) {
    conditions.push(`fold_text(p.full_name) like '%' || fold_text(${place(likeText(words))}) || '%'`);
    needs.push('person');
  }
  return { where: conditions.join(' and '), needs, narrow: Boolean(query.classId) || needs.length > 0 };
}

const shown = `
  select e.id, e.person_id as "personId", p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", m.nip, m.kind as "employmentKind",
         m.position_kind as "positionKind", m.position_name as "positionName", m.eselon, u.name as "unitName", o.name as "opdName", a.short_name as "agencyName",
         e.class_id as "classId", k.name as "className", e.state, e.state_reason as "stateReason", e.state_code as "stateCode",
         (select json_build_object('unitName', coalesce(v.short_name, v.name), 'band', q.band) from quota q left join unit v on v.id = q.unit_id where q.id = e.quota_id) as quota,
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

/** The statement behind the list. Exported so that it can be measured on its own. */
export function participantsSql(actor: Actor, cohortId: string, query: ParticipantQuery): { sql: string; values: unknown[] } {
  const values: unknown[] = [cohortId];
  const reach = scopeCondition(actor, 'enrolment.read', { agency: 'c.agency_id', cohort: 'c.id' }, values);
  const filter = filterOf(query, values);
  const order = orderOf(query.sort);
  const limits = { size: `$${String(values.push(query.size))}`, offset: `$${String(values.push((query.page - 1) * query.size))}` };
  const { found, page, total } = filter.narrow ? foundAtOnce(filter, order) : walked(filter.where, query.state, order, limits);
  const sql = `
    with reach as materialized (select c.id, c.seats_taken from cohort c where c.id = $1 and ${reach}), ${found}
    page as materialized (select id, row_number() over () as place from (${page} limit ${limits.size} offset ${limits.offset}) ordered)
    select exists (select from reach) as reachable, (${total}) as total, coalesce((select json_agg(shown) from (${shown}) shown), '[]') as rows`;
  return { sql, values };
}

interface Limits {
  readonly size: string;
  readonly offset: string;
}

/** How a page and its total are come by; `found` is a common table of its own or empty. */
interface Way {
  readonly found: string;
  readonly page: string;
  readonly total: string;
}

/** Few match: they are found once, then counted and sorted. */
function foundAtOnce({ where, needs }: Filter, { sort, direction }: Order): Way {
  const { key, needs: more } = sorts[sort];
  return {
    found: `found as materialized (select e.id, e.person_id, ${key} as key from enrolment e ${joined(...needs, ...more)} where ${where}),`,
    page: `select id from found order by key ${direction} nulls last, person_id ${direction}`,
    total: 'select count(*) from found',
  };
}

/** All of a cohort, or of a state: an index is walked in the order asked for. */
function walked(where: string, state: EnrolmentState | undefined, order: Order, limits: Limits): Way {
  const { sort, direction } = order;
  const tie = sort === 'name' ? 'p.id' : 'e.person_id';
  const page = `select e.id from enrolment e ${joined(...sorts[sort].needs)} where ${where} order by ${sorts[sort].key} ${direction}, ${tie} ${direction}`;
  return { found: '', page: sort === 'unit' ? walkedByUnit(where, direction, limits) : page, total: totalOf(where, state) };
}

/** The seats taken are the accepted participants, kept by trigger: only the others are counted. */
function totalOf(where: string, state: EnrolmentState | undefined): string {
  const seated = '(select seats_taken from reach)';
  if (state === 'accepted') return `select ${seated}`;
  const counted = `(select count(*) from enrolment e where ${where} and e.state = any ('{${unseated.join()}}'))`;
  return `select ${state ? counted : `${seated} + ${counted}`}`;
}

/** Those in units by the units' names, then those in none: apart, so that the units can be walked. */
function walkedByUnit(where: string, direction: 'asc' | 'desc', { size, offset }: Limits): string {
  const most = `limit ${size}::bigint + ${offset}::bigint`;
  return `select id from (
      (select e.id, 1 as part, u.name, e.person_id from enrolment e join employment m on m.id = e.employment_id join unit u on u.id = m.unit_id
       where ${where} order by u.name ${direction}, e.person_id ${direction} ${most})
      union all
      (select e.id, 2, null, e.person_id from enrolment e where ${where} and e.employment_id is null order by e.person_id ${direction} ${most})) apart
    order by part, name ${direction}, person_id ${direction}`;
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

/** Every move of a participant, newest first. */
export function loadMoves(db: Database, enrolmentId: string): Promise<MoveLine[]> {
  return db.read<MoveLine>(
    `select v.id, v.from_state as "from", v.to_state as "to", v.code, v.reason, ${isoOf('v.moved_at')} as at, a.display_name as by, b.display_name as "onBehalfOf"
     from enrolment_move v left join account a on a.id = v.moved_by left join account b on b.id = v.on_behalf_of
     where v.enrolment_id = $1 order by v.moved_at desc, v.id limit 200`, [enrolmentId]);
}

import type { EnrolmentState, Page, ReplacementCandidate, ReplacementQuery } from '@jenjang/shared';
import { likeText, pageOf, rowsOf, scopeCondition, type Actor, type Database, type Transaction } from '../platform/index.js';

/** A participant who leaves, and where the person works. */
export interface Leaver {
  readonly id: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly cohortAgencyId: string;
  readonly personId: string;
  readonly person: { readonly frontTitle: string | null; readonly fullName: string; readonly backTitle: string | null };
  readonly agencyId: string;
  readonly unitPath: string | null;
  readonly state: EnrolmentState;
  readonly quotaId: string | null;
}

const leaverSql = `
  select e.id, e.cohort_id as "cohortId", c.name as "cohortName", c.agency_id as "cohortAgencyId", e.person_id as "personId",
         json_build_object('frontTitle', p.front_title, 'fullName', p.full_name, 'backTitle', p.back_title) as person,
         coalesce(m.agency_id, p.agency_id) as "agencyId", u.path as "unitPath", e.state, e.quota_id as "quotaId"
  from enrolment e join cohort c on c.id = e.cohort_id join person p on p.id = e.person_id left join employment m on m.id = e.employment_id left join unit u on u.id = m.unit_id where e.id = $1`;

export async function loadLeaver(tx: Transaction, id: string): Promise<Leaver | null> {
  const [row] = await rowsOf<Leaver>(tx, leaverSql, [id]);
  return row ?? null;
}

/** Where a person works now; null when there is no such person. */
export async function loadPlace(tx: Transaction, personId: string): Promise<{ agencyId: string; unitPath: string | null } | null> {
  const [row] = await rowsOf<{ agencyId: string; unitPath: string | null }>(tx,
    `select p.agency_id as "agencyId", u.path as "unitPath" from person p left join employment m on m.person_id = p.id and m.valid_to is null left join unit u on u.id = m.unit_id where p.id = $1`, [personId]);
  return row ?? null;
}

/** The enrolment of a person in a cohort; null when there is none. */
export async function loadEnrolmentId(tx: Transaction, cohortId: string, personId: string): Promise<string | null> {
  const [row] = await rowsOf<{ id: string }>(tx, `select id from enrolment where cohort_id = $1 and person_id = $2`, [cohortId, personId]);
  return row?.id ?? null;
}

/** Adds a seat to the reserve, which is made when there is none; the sum of the matrix is checked when the transaction ends. */
export async function growReserve(tx: Transaction, cohortId: string): Promise<void> {
  await tx.query(`insert into quota (cohort_id, unit_id, band, seats) values ($1, null, null, 1) on conflict on constraint quota_cell_once do update set seats = quota.seats + 1`, [cohortId]);
}

/** Takes an empty seat out of a cell. */
export async function shrinkCell(tx: Transaction, cellId: string): Promise<void> {
  await tx.query(`update quota set seats = seats - 1 where id = $1`, [cellId]);
}

/** Whom to look for: within the caller's reach by this permission, and below a unit when the seat is the unit's. */
export interface CandidateSearch {
  readonly leaver: Leaver;
  readonly permission: 'person.read' | 'nomination.submit';
  readonly unitPath: string | null;
}

const columns = `
  p.id as "personId", p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", m.nip, m.position_name as "positionName", m.eselon,
  (select o.name from unit o where o.id = coalesce(nullif(split_part(u.path, '/', 3), ''), u.id::text)::uuid) as "opdName",
  exists (select from enrolment x join cohort o on o.id = x.cohort_id join curriculum k on k.id = o.curriculum_id where x.person_id = p.id and x.state = 'accepted' and o.id <> c.id and o.state <> 'cancelled'
    and k.programme_id = (select programme_id from curriculum where id = c.curriculum_id)) as trained,
  exists (select from leave l where l.person_id = p.id and daterange(l.starts_on, l.ends_on, '[]') && daterange(c.starts_on, c.ends_on, '[]')) as "onLeave",
  (select o.name from enrolment x join cohort o on o.id = x.cohort_id where x.person_id = p.id and x.state in ('accepted', 'offered') and o.id <> c.id and o.state <> 'cancelled'
    and daterange(o.starts_on, o.ends_on, '[]') && daterange(c.starts_on, c.ends_on, '[]') order by o.name limit 1) as "otherCohort"`;

type CandidateRow = Omit<ReplacementCandidate, 'name'> & { readonly frontTitle: string | null; readonly fullName: string; readonly backTitle: string | null };

/** People who hold no seat in the cohort and could take over; those of the same OPD first. */
export function loadReplacements(db: Database, actor: Actor, { leaver, permission, unitPath }: CandidateSearch, { q, sort, page, size }: ReplacementQuery): Promise<Page<CandidateRow>> {
  const values: unknown[] = [leaver.cohortId, leaver.personId];
  const conditions = [`c.id = $1`, `p.id <> $2`, `coalesce(e.state, 'nominated') not in ('accepted', 'offered', 'rejected')`];
  conditions.push(scopeCondition(actor, permission, { agency: 'p.agency_id', unitPath: 'u.path' }, values));
  if (unitPath !== null) conditions.push(`u.path like $${String(values.push(`${unitPath}%`))}`);
  const words = q?.trim() ?? '';
  const digits = words.replace(/\s/g, '');
  if (/^\d{3,18}$/.test(digits)) conditions.push(`m.nip like $${String(values.push(`${digits}%`))}`);
  else if (words) conditions.push(`fold_text(p.full_name) like '%' || fold_text($${String(values.push(likeText(words)))}) || '%'`);
  const from = `from cohort c cross join person p left join enrolment e on e.cohort_id = c.id and e.person_id = p.id
    left join employment m on m.person_id = p.id and m.valid_to is null left join unit u on u.id = m.unit_id where ${conditions.join(' and ')}`;
  const near = `$${String(values.push(`${leaver.unitPath?.split('/').slice(0, 3).join('/') ?? '-'}/%`))}`;
  const sorts = { near: `(case when u.path like ${near} then '0' else '1' end) || fold_text(p.full_name)`, name: 'fold_text(p.full_name)' };
  return pageOf<CandidateRow>(db, { sort, page, size }, { columns, from, values, sorts, tie: 'p.id' });
}

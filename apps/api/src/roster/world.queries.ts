import type { KnownClass, KnownPerson, KnownUnit } from '@jenjang/shared';
import { rowsOf, type Transaction } from '../platform/index.js';

/** By what the people of a file are looked for. */
export interface PeopleKeys {
  readonly nips: readonly string[];
  readonly emails: readonly string[];
  readonly names: readonly string[];
}

/** People on record in the agency whom the rows of a file may mean, with their standing in the cohort. */
export async function loadKnownPeople(tx: Transaction, agencyId: string, cohortId: string | null, { nips, emails, names }: PeopleKeys): Promise<KnownPerson[]> {
  return rowsOf<KnownPerson>(tx,
    `with ids as (
       select m.person_id as id from employment m where m.agency_id = $1 and m.valid_to is null and m.nip = any($3::text[])
       union select p.id from person p where p.agency_id = $1 and p.email is not null and lower(p.email) = any($4::text[])
       union select p.id from (select distinct fold_text(x) as name from unnest($5::text[]) x) n join person p on p.agency_id = $1 and fold_text(p.full_name) = n.name)
     select p.id, p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", p.gender, p.birth_date as "birthDate", p.birth_place as "birthPlace", p.email, p.phone,
            case when m.id is null then (select max(o.valid_to) from employment o where o.person_id = p.id) end as "lastEndedOn",
            case when m.id is not null then json_build_object('id', m.id, 'unitId', m.unit_id, 'unitName', u.name, 'kind', m.kind, 'nip', m.nip, 'golongan', m.golongan, 'positionKind', m.position_kind,
              'positionName', m.position_name, 'eselon', m.eselon, 'validFrom', m.valid_from) end as employment,
            case when e.id is not null then json_build_object('state', e.state, 'classId', e.class_id) end as enrolment
     from ids join person p on p.id = ids.id left join employment m on m.person_id = p.id and m.valid_to is null left join unit u on u.id = m.unit_id
     left join enrolment e on e.cohort_id = $2 and e.person_id = p.id`, [agencyId, cohortId, nips, emails, names]);
}

/** Units of the agency that are open on the day. */
export async function loadKnownUnits(tx: Transaction, agencyId: string, today: string): Promise<KnownUnit[]> {
  return rowsOf<KnownUnit>(tx,
    `select id, parent_id as "parentId", kind, code, name, short_name as "shortName", region_code as "regionCode", path
     from unit where agency_id = $1 and (active_to is null or active_to > $2::date) order by length(path), id`, [agencyId, today]);
}

/** The cohort that participants are imported to. */
export async function loadKnownCohort(tx: Transaction, cohortId: string): Promise<{ startsOn: string; classes: readonly KnownClass[] } | null> {
  const [row] = await rowsOf<{ startsOn: string; classes: readonly KnownClass[] }>(tx,
    `select starts_on as "startsOn", coalesce((select json_agg(json_build_object('id', k.id, 'code', k.code, 'name', k.name) order by k.code) from cohort_class k where k.cohort_id = c.id), '[]') as classes
     from cohort c where id = $1`, [cohortId]);
  return row ?? null;
}

/** Which of these region codes exist. */
export async function loadRegionCodes(tx: Transaction, codes: readonly string[]): Promise<string[]> {
  return (await rowsOf<{ code: string }>(tx, `select code from region where code = any($1::text[])`, [codes])).map(({ code }) => code);
}

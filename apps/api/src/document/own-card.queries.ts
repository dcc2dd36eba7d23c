import type { Database } from '../platform/index.js';

/** A seat in a cohort, as its card names it. */
export interface OwnPlace {
  readonly enrolmentId: string;
  readonly cohortName: string;
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
  /** Where the person works in this cohort; the agency for those without a unit. */
  readonly unitName: string;
}

export function loadOwnPlaces(db: Database, personId: string): Promise<OwnPlace[]> {
  return db.read<OwnPlace>(
    `select e.id as "enrolmentId", c.name as "cohortName", p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", coalesce(u.name, a.name) as "unitName"
     from enrolment e join cohort c on c.id = e.cohort_id join person p on p.id = e.person_id left join employment m on m.id = e.employment_id
       left join unit u on u.id = m.unit_id join agency a on a.id = coalesce(m.agency_id, p.agency_id)
     where e.person_id = $1 and e.state = 'accepted' and c.state in ('enrolling', 'running') order by c.starts_on, c.name, e.id`, [personId]);
}

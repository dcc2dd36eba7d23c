import { rowsOf, type Transaction } from '../platform/index.js';

/** A unit as an employment sees it. */
export interface WorkPlace {
  readonly path: string;
  readonly activeTo: string | null;
}

/** A unit of the agency, held so that nobody closes it meanwhile; null when there is none. */
export async function holdUnit(tx: Transaction, agencyId: string, unitId: string): Promise<WorkPlace | null> {
  const [row] = await rowsOf<WorkPlace>(tx, `select path, active_to as "activeTo" from unit where id = $1 and agency_id = $2 for share`, [unitId, agencyId]);
  return row ?? null;
}

/** A person whose record is in the way, with where it lies. */
export interface Holder {
  readonly id: string;
  readonly fullName: string;
  readonly agencyId: string;
  readonly unitPath: string | null;
}

const holder = `select p.id, p.full_name as "fullName", p.agency_id as "agencyId", u.path as "unitPath" from person p
  left join employment m on m.person_id = p.id and m.valid_to is null left join unit u on u.id = m.unit_id`;

/** Who else in the agency has the NIP at present. */
export async function findNipHolder(tx: Transaction, agencyId: string, nip: string, except: string | null): Promise<Holder | null> {
  const [row] = await rowsOf<Holder>(tx, `${holder} where m.agency_id = $1 and m.nip = $2 and ($3::uuid is null or p.id <> $3)`, [agencyId, nip, except]);
  return row ?? null;
}

/** Who else in the agency has the e-mail address. */
export async function findEmailHolder(tx: Transaction, agencyId: string, email: string, except: string | null): Promise<Holder | null> {
  const [row] = await rowsOf<Holder>(tx, `${holder} where p.agency_id = $1 and lower(p.email) = lower($2) and ($3::uuid is null or p.id <> $3)`, [agencyId, email, except]);
  return row ?? null;
}

/** Closes the employment that holds, on the day on which the next begins. */
export async function closeEmployment(tx: Transaction, personId: string, day: string): Promise<void> {
  await tx.query(`update employment set valid_to = $2 where person_id = $1 and valid_to is null`, [personId, day]);
}

/** Path of the unit in which a person works at present, and the day on which that began. */
export async function loadStanding(tx: Transaction, personId: string): Promise<{ unitPath: string | null; validFrom: string | null }> {
  const [row] = await rowsOf<{ unitPath: string; validFrom: string }>(tx,
    `select u.path as "unitPath", m.valid_from as "validFrom" from employment m join unit u on u.id = m.unit_id where m.person_id = $1 and m.valid_to is null`, [personId]);
  return row ?? { unitPath: null, validFrom: null };
}

/** Lets the participants among these people carry the employment that held when their cohort began, after employments have changed. */
export async function followEmployments(tx: Transaction, personIds: readonly string[]): Promise<void> {
  await tx.query(
    `update enrolment e set employment_id = held.id
     from enrolment x join cohort c on c.id = x.cohort_id left join employment held on held.person_id = x.person_id and daterange(held.valid_from, held.valid_to) @> c.starts_on
     where x.person_id = any($1::uuid[]) and e.id = x.id and e.employment_id is distinct from held.id`, [personIds]);
}

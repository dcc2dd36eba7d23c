import type { EnrolmentState } from '@jenjang/shared';
import { rowsOf, scopeCondition, type Actor, type Transaction } from '../platform/index.js';

/** A participant as locked for a change; its cohort is locked before. */
export interface LockedEnrolment {
  readonly id: string;
  readonly cohortId: string;
  readonly personId: string;
  readonly classId: string | null;
  readonly state: EnrolmentState;
}

/** The cohort that a participant belongs to; null when there is no such participant. */
export async function cohortOfEnrolment(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await rowsOf<{ cohortId: string }>(tx, `select cohort_id as "cohortId" from enrolment where id = $1`, [id]);
  return row?.cohortId ?? null;
}

export async function lockEnrolment(tx: Transaction, id: string): Promise<LockedEnrolment | null> {
  const [row] = await rowsOf<LockedEnrolment>(tx,
    `select e.id, e.cohort_id as "cohortId", e.person_id as "personId", e.class_id as "classId", e.state
     from enrolment e where e.id = $1 for update of e`, [id]);
  return row ?? null;
}

/** Which of these people the caller may name: those within reach, and whoever is in the cohort already. */
export async function loadKnownPeople(tx: Transaction, actor: Actor, cohortId: string, personIds: readonly string[]): Promise<readonly string[]> {
  const values: unknown[] = [cohortId, personIds];
  const reach = scopeCondition(actor, 'person.read', { agency: 'p.agency_id', unitPath: 'u.path' }, values);
  const rows = await rowsOf<{ id: string }>(tx,
    `select p.id from person p left join enrolment e on e.cohort_id = $1 and e.person_id = p.id
     left join employment m on m.person_id = p.id and m.valid_to is null left join unit u on u.id = m.unit_id
     where p.id = any($2::uuid[]) and (e.id is not null or ${reach})`, values);
  return rows.map(({ id }) => id);
}

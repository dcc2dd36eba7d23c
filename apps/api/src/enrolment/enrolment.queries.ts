import type { EnrolmentState } from '@jenjang/shared';
import { rowsOf, scopeCondition, type Actor, type Transaction } from '../platform/index.js';

/** A participant as locked for a change; its cohort is locked before. */
export interface LockedEnrolment {
  readonly id: string;
  readonly cohortId: string;
  readonly personId: string;
  readonly classId: string | null;
  readonly state: EnrolmentState;
  /** Whether a certificate of this participant is in force. */
  readonly certified: boolean;
}

/** The cohort that a participant belongs to; null when there is no such participant. */
export async function cohortOfEnrolment(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await rowsOf<{ cohortId: string }>(tx, `select cohort_id as "cohortId" from enrolment where id = $1`, [id]);
  return row?.cohortId ?? null;
}

export async function lockEnrolment(tx: Transaction, id: string): Promise<LockedEnrolment | null> {
  const [row] = await rowsOf<LockedEnrolment>(tx,
    `select e.id, e.cohort_id as "cohortId", e.person_id as "personId", e.class_id as "classId", e.state,
            exists (select from certificate_state s where s.enrolment_id = e.id and s.state in ('active', 'suspended')) as certified
     from enrolment e where e.id = $1 for update of e`, [id]);
  return row ?? null;
}

/** Free seats per class, locked until the transaction ends. */
export async function lockClassSeats(tx: Transaction, cohortId: string): Promise<Record<string, number>> {
  const rows = await rowsOf<{ id: string; free: number }>(tx, `select id, capacity - seats_taken as free from cohort_class where cohort_id = $1 order by id for no key update`, [cohortId]);
  return Object.fromEntries(rows.map(({ id, free }) => [id, free]));
}

/** Which of these people exist within the caller's reach, and their standing in the cohort. Whoever is in the cohort already is known. */
export async function loadKnownPeople(tx: Transaction, actor: Actor, cohortId: string, personIds: readonly string[]): Promise<Map<string, EnrolmentState | null>> {
  const values: unknown[] = [cohortId, personIds];
  const reach = scopeCondition(actor, 'person.read', { agency: 'p.agency_id', unitPath: 'u.path' }, values);
  const rows = await rowsOf<{ id: string; state: EnrolmentState | null }>(tx,
    `select p.id, e.state from person p left join enrolment e on e.cohort_id = $1 and e.person_id = p.id
     left join employment m on m.person_id = p.id and m.valid_to is null left join unit u on u.id = m.unit_id
     where p.id = any($2::uuid[]) and (e.id is not null or ${reach})`, values);
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** What one person becomes in the cohort. */
export interface Placement {
  readonly personId: string;
  readonly classId: string | null;
  readonly state: 'accepted' | 'waitlisted';
}

/** Writes participants with the employment that held on the first day; those who were in the cohort before come back. Answers their ids by person. */
export async function savePlacements(tx: Transaction, cohortId: string, placements: readonly Placement[]): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; personId: string }>(tx,
    `insert into enrolment (cohort_id, person_id, class_id, state, employment_id)
     select $1, x."personId", x."classId", x.state,
            (select m.id from employment m where m.person_id = x."personId" and daterange(m.valid_from, m.valid_to) @> c.starts_on)
     from jsonb_to_recordset($2::jsonb) as x ("personId" uuid, "classId" uuid, state text) join cohort c on c.id = $1
     on conflict (cohort_id, person_id) do update set state = excluded.state, class_id = coalesce(excluded.class_id, enrolment.class_id),
       employment_id = excluded.employment_id, state_reason = null
     returning id, person_id as "personId"`, [cohortId, JSON.stringify(placements)]);
  return new Map(rows.map(({ id, personId }) => [personId, id]));
}

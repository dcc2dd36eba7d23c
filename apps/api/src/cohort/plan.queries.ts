import { firstPhaseName, type CohortMode, type Locale, type PartnerItem, type PhaseItem, type ClassItem } from '@jenjang/shared';
import { rowsOf, type Transaction } from '../platform/index.js';
import type { Cohort } from './cohort.entity.js';
import type { CohortGround } from './cohort.queries.js';

const firstMode: Readonly<Record<CohortMode, string>> = { onsite: 'onsite', online: 'online', hybrid: 'onsite' };

/** What a new cohort begins with: one phase over all its days, its host, and the owner of its programme. */
export async function addFirstParts(tx: Transaction, cohort: Cohort, { agencyName, ownerName }: CohortGround, locale: Locale): Promise<void> {
  await tx.query(`insert into phase (cohort_id, position, name, mode, starts_on, ends_on) values ($1, 1, $2, $3, $4, $5)`,
    [cohort.id, firstPhaseName[locale], firstMode[cohort.mode], cohort.startsOn, cohort.endsOn]);
  const owner: PartnerItem[] = ownerName && ownerName !== agencyName ? [{ role: 'owner', name: ownerName }] : [];
  await replacePartners(tx, cohort.id, [{ role: 'host', name: agencyName }, ...owner]);
}

/** Puts a whole list of organisers in place of the present one. */
export async function replacePartners(tx: Transaction, cohortId: string, partners: readonly PartnerItem[]): Promise<void> {
  await tx.query(`delete from cohort_partner where cohort_id = $1`, [cohortId]);
  await tx.query(
    `insert into cohort_partner (cohort_id, position, role, name)
     select $1, position, role, name from jsonb_to_recordset($2::jsonb) as p (position int, role text, name text)`, [cohortId, JSON.stringify(numbered(partners))]);
}

/** Changes the phases that have an id, adds those without, in this order. */
export async function savePhases(tx: Transaction, cohortId: string, phases: readonly PhaseItem[]): Promise<void> {
  const kept = phases.flatMap(({ id }) => (id ? [id] : []));
  await tx.query(`delete from phase where cohort_id = $1 and id <> all($2::uuid[])`, [cohortId, kept]);
  await tx.query(
    `insert into phase (id, cohort_id, position, name, mode, starts_on, ends_on)
     select coalesce(id, gen_random_uuid()), $1, position, name, mode, "startsOn", "endsOn"
     from jsonb_to_recordset($2::jsonb) as p (id uuid, position int, name text, mode text, "startsOn" date, "endsOn" date)
     on conflict (id) do update set position = excluded.position, name = excluded.name, mode = excluded.mode, starts_on = excluded.starts_on, ends_on = excluded.ends_on`,
    [cohortId, JSON.stringify(numbered(phases))]);
}

/** Changes the classes that have an id, adds those without. */
export async function saveClasses(tx: Transaction, cohortId: string, classes: readonly ClassItem[]): Promise<void> {
  const kept = classes.flatMap(({ id }) => (id ? [id] : []));
  await tx.query(`delete from cohort_class where cohort_id = $1 and id <> all($2::uuid[])`, [cohortId, kept]);
  await tx.query(
    `insert into cohort_class (id, cohort_id, code, name, capacity)
     select coalesce(id, gen_random_uuid()), $1, code, name, capacity from jsonb_to_recordset($2::jsonb) as k (id uuid, code text, name text, capacity int)
     on conflict (id) do update set code = excluded.code, name = excluded.name, capacity = excluded.capacity`, [cohortId, JSON.stringify(classes)]);
}

/** A phase or class that exists, with what hangs on it. */
export interface UsedPart {
  readonly id: string;
  readonly name: string;
  /** Sessions of a phase; sessions and participants of a class. */
  readonly uses: number;
  /** Seats taken in a class, 0 for a phase. */
  readonly taken: number;
}

export async function loadPhases(tx: Transaction, cohortId: string): Promise<UsedPart[]> {
  return rowsOf<UsedPart>(tx, `select p.id, p.name, (select count(*) from session s where s.phase_id = p.id) as uses, 0 as taken from phase p where p.cohort_id = $1`, [cohortId]);
}

export async function loadClasses(tx: Transaction, cohortId: string): Promise<UsedPart[]> {
  return rowsOf<UsedPart>(tx,
    `select k.id, k.name, k.seats_taken as taken,
            (select count(*) from session s where s.class_id = k.id) + (select count(*) from enrolment e where e.cohort_id = k.cohort_id and e.class_id = k.id) as uses
     from cohort_class k where k.cohort_id = $1`, [cohortId]);
}

/** Counts a change to a list of the cohort as a change of the cohort. */
export async function countChange(tx: Transaction, cohortId: string): Promise<void> {
  await tx.query(`update cohort set version = version where id = $1`, [cohortId]);
}

function numbered<Item extends object>(items: readonly Item[]): (Item & { position: number })[] {
  return items.map((item, index) => ({ ...item, position: index + 1 }));
}

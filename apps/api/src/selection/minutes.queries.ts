import type { MinutesChoice, MinutesRow, MinutesSnapshot, MoveReason } from '@jenjang/shared';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What the head of the minutes says of cohort and agency. */
export interface MinutesGround {
  readonly agencyId: string;
  readonly agency: MinutesSnapshot['agency'];
  readonly cohort: Omit<MinutesSnapshot['cohort'], 'zone'>;
}

export async function loadGround(tx: Transaction, cohortId: string): Promise<MinutesGround> {
  const [row] = await rowsOf<MinutesGround>(tx,
    `select c.agency_id as "agencyId", json_build_object('name', a.name, 'shortName', a.short_name) as agency,
            json_build_object('name', c.name, 'code', c.code, 'programmeName', p.name, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'capacity', c.capacity) as cohort
     from cohort c join agency a on a.id = c.agency_id join curriculum k on k.id = c.curriculum_id join programme p on p.id = k.programme_id where c.id = $1`, [cohortId]);
  if (!row) throw new Error(`no cohort ${cohortId}`);
  return row;
}

/** The next number of an agency's year. The agency is locked, so that two cohorts never take the same one. */
export async function nextSequence(tx: Transaction, agencyId: string, year: number): Promise<number> {
  await tx.query(`select 1 from agency where id = $1 for no key update`, [agencyId]);
  const [row] = await rowsOf<{ next: number }>(tx, `select coalesce(max(sequence), 0)::int + 1 as next from selection_minutes where agency_id = $1 and year = $2`, [agencyId, year]);
  return row?.next ?? 1;
}

/** Choices out of order of people who hold a seat; the last word of each. Names of those passed over come with their ids. */
export async function loadChoices(tx: Transaction, cohortId: string): Promise<readonly (MinutesChoice & { readonly enrolmentId: string })[]> {
  return rowsOf<MinutesChoice & { enrolmentId: string }>(tx,
    `select distinct on (s.rank, s.enrolment_id) s.enrolment_id as "enrolmentId", p.full_name as name, s.rank, s.reason, a.display_name as "chosenBy", ${iso('s.chosen_at')} as "chosenAt",
            array(select q.full_name from unnest(s.passed_over) with ordinality as over (id, at) join enrolment x on x.id = over.id join person q on q.id = x.person_id order by over.at) as "passedOver"
     from selection_choice s join enrolment e on e.id = s.enrolment_id and e.state in ('accepted', 'offered') join person p on p.id = e.person_id left join account a on a.id = s.chosen_by
     where s.cohort_id = $1 order by s.rank, s.enrolment_id, s.chosen_at desc`, [cohortId]);
}

/** Reasons of the last moves, by enrolment. */
export async function loadReasons(tx: Transaction, cohortId: string): Promise<ReadonlyMap<string, { readonly code: MoveReason | null; readonly reason: string | null; readonly positionName: string | null }>> {
  const rows = await rowsOf<{ id: string; code: MoveReason | null; reason: string | null; positionName: string | null }>(tx,
    `select e.id, e.state_code as code, e.state_reason as reason, m.position_name as "positionName" from enrolment e left join employment m on m.id = e.employment_id where e.cohort_id = $1`, [cohortId]);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function insertMinutes(tx: Transaction, minutes: { cohortId: string; agencyId: string; year: number; sequence: number; snapshot: MinutesSnapshot; sha256: string; createdBy: string | null }): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(tx,
    `insert into selection_minutes (cohort_id, agency_id, year, sequence, number, snapshot, snapshot_sha256, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [minutes.cohortId, minutes.agencyId, minutes.year, minutes.sequence, minutes.snapshot.number, JSON.stringify(minutes.snapshot), minutes.sha256, minutes.createdBy]);
  if (!row) throw new Error('no minutes were written');
  return row.id;
}

export async function loadMinutesRows(db: Database, cohortId: string): Promise<readonly MinutesRow[]> {
  return db.read<MinutesRow>(
    `select m.id, m.number, ${iso('m.created_at')} as "createdAt", a.display_name as "createdByName", jsonb_array_length(m.snapshot -> 'lines') as candidates,
            jsonb_array_length(m.snapshot -> 'choices') as "outOfOrder" from selection_minutes m left join account a on a.id = m.created_by where m.cohort_id = $1 order by m.created_at desc limit 50`, [cohortId]);
}

export async function loadMinutes(db: Database, id: string): Promise<{ readonly cohortId: string; readonly agencyId: string; readonly snapshot: MinutesSnapshot } | null> {
  const [row] = await db.read<{ cohortId: string; agencyId: string; snapshot: MinutesSnapshot }>(
    `select m.cohort_id as "cohortId", c.agency_id as "agencyId", m.snapshot from selection_minutes m join cohort c on c.id = m.cohort_id where m.id = $1`, [id]);
  return row ?? null;
}

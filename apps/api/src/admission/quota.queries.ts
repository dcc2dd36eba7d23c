import { bandOf, cellKey, type DraftCell, type MatrixFacts, type Placement, type QuotaBand, type QuotaCellView, type QuotaUnit, type SeatHolder } from '@jenjang/shared';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

/** Cells of a cohort with the names of their units, in the order of a matrix. */
export function loadCells(db: Database, cohortId: string): Promise<QuotaCellView[]> {
  return db.read<QuotaCellView>(
    `select q.id, q.unit_id as "unitId", u.name as "unitName", q.band, q.seats, q.taken from quota q left join unit u on u.id = q.unit_id
     where q.cohort_id = $1 order by u.name nulls last, q.unit_id, q.band nulls last`, [cohortId]);
}

/** Seats of a cohort that are held, by accepted people and by offers. */
export async function loadHeld(db: Database, cohortId: string): Promise<{ capacity: number; held: number }> {
  const [row] = await db.read<{ capacity: number; held: number }>(`select capacity, seats_taken + seats_offered as held from cohort where id = $1`, [cohortId]);
  return row ?? { capacity: 0, held: 0 };
}

interface UnitRow extends Omit<QuotaUnit, 'people'> {
  readonly path: string;
}

/** Units that may have a row: those of the agency down to two steps below its root, and those that have a cell already. */
export async function loadUnits(db: Database, cohort: { readonly id: string; readonly agencyId: string; readonly startsOn: string }): Promise<QuotaUnit[]> {
  const units = await db.read<UnitRow>(
    `select u.id, u.name, u.kind, u.path, u.parent_id as "parentId", array_length(string_to_array(trim('/' from u.path), '/'), 1) - 1 as depth from unit u
     where u.agency_id = $2 and u.active_from <= $3::date and (u.active_to is null or u.active_to > $3::date) and array_length(string_to_array(trim('/' from u.path), '/'), 1) <= 3
       or u.id in (select unit_id from quota where cohort_id = $1) order by u.path`, [cohort.id, cohort.agencyId, cohort.startsOn]);
  const people = await db.read<{ path: string; eselon: string | null; people: number }>(
    `select u.path, m.eselon, count(*) as people from employment m join unit u on u.id = m.unit_id
     where m.agency_id = $1 and daterange(m.valid_from, m.valid_to) @> $2::date and m.duty_status in ('active', 'leave') group by 1, 2`, [cohort.agencyId, cohort.startsOn]);
  return units.map(({ path, ...unit }) => ({ ...unit, people: peopleBelow(people.filter((one) => one.path.startsWith(path))) }));
}

function peopleBelow(rows: readonly { readonly eselon: string | null; readonly people: number }[]): Partial<Record<QuotaBand, number>> {
  const counts: Partial<Record<QuotaBand, number>> = {};
  for (const { eselon, people } of rows) counts[bandOf(eselon)] = (counts[bandOf(eselon)] ?? 0) + people;
  return counts;
}

/** All that a decision about a matrix looks at. The cohort is locked before when the matrix is to be saved. */
export async function loadMatrixFacts(tx: Transaction, cohort: { readonly id: string; readonly agencyId: string; readonly capacity: number }, draft: readonly DraftCell[]): Promise<MatrixFacts> {
  const stored = await rowsOf<DraftCell>(tx, `select unit_id as "unitId", band, seats from quota where cohort_id = $1`, [cohort.id]);
  const holders = await rowsOf<{ enrolmentId: string; unitPath: string; eselon: string | null; cell: SeatHolder['cell'] }>(tx,
    `select e.id as "enrolmentId", coalesce(u.path, '') as "unitPath", m.eselon, case when q.id is not null then json_build_object('unitId', q.unit_id, 'band', q.band) end as cell
     from enrolment e left join employment m on m.id = e.employment_id left join unit u on u.id = m.unit_id left join quota q on q.id = e.quota_id
     where e.cohort_id = $1 and e.state in ('accepted', 'offered') order by e.state_at, e.id`, [cohort.id]);
  // Another agency takes part as a whole: by its root.
  const units = await rowsOf<{ id: string; path: string }>(tx, `select id, path from unit where id = any($1::uuid[]) and (agency_id = $2 or parent_id is null)`, [draft.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])), cohort.agencyId]);
  return {
    capacity: cohort.capacity, stored, unitPaths: Object.fromEntries(units.map(({ id, path }) => [id, path])),
    holders: holders.map(({ eselon, ...holder }) => ({ ...holder, band: bandOf(eselon) })),
  };
}

const cells = `jsonb_to_recordset($2::jsonb) as x ("unitId" uuid, band text, seats int)`;
const isCell = `q.cohort_id = $1 and q.unit_id is not distinct from x."unitId" and q.band is not distinct from x.band`;

/** Stores a matrix and where everybody who holds a seat is put; the constraints look at the whole when the transaction ends. */
export async function saveMatrix(tx: Transaction, cohortId: string, draft: readonly DraftCell[], placements: readonly Placement[]): Promise<void> {
  await tx.query(`set constraints enrolment_quota_in_cohort deferred`);
  await tx.query(`update admission set version = version where cohort_id = $1`, [cohortId]);
  const values = [cohortId, JSON.stringify(draft)];
  if (draft.length === 0) {
    await tx.query(`delete from quota where cohort_id = $1`, [cohortId]);
    await tx.query(`update enrolment set quota_id = null where cohort_id = $1 and quota_id is not null`, [cohortId]);
    return;
  }
  await tx.query(
    `insert into quota (cohort_id, unit_id, band, seats) select $1, x."unitId", x.band, x.seats from ${cells}
     on conflict on constraint quota_cell_once do update set seats = excluded.seats where quota.seats < excluded.seats`, values);
  await placeHolders(tx, cohortId, placements);
  await tx.query(`update quota q set seats = x.seats from ${cells} where ${isCell} and q.seats <> x.seats`, values);
  await tx.query(`delete from quota q where q.cohort_id = $1 and not exists (select from ${cells} where ${isCell})`, values);
}

async function placeHolders(tx: Transaction, cohortId: string, placements: readonly Placement[]): Promise<void> {
  const stored = await rowsOf<{ id: string; unitId: string | null; band: QuotaBand | null }>(tx, `select id, unit_id as "unitId", band from quota where cohort_id = $1`, [cohortId]);
  const ids = new Map(stored.map((cell) => [cellKey(cell), cell.id]));
  const moved = placements.filter((placement) => placement.moved).map(({ enrolmentId, cell }) => ({ enrolmentId, quotaId: ids.get(cell) ?? null }));
  if (moved.length === 0) return;
  await tx.query(`update enrolment e set quota_id = x."quotaId" from jsonb_to_recordset($1::jsonb) as x ("enrolmentId" uuid, "quotaId" uuid) where e.id = x."enrolmentId"`, [JSON.stringify(moved)]);
}

/** Cohorts whose unused quota is due on their local day. */
export async function cohortsWithDueQuota(db: Database, now: Date): Promise<string[]> {
  return (await db.read<{ id: string }>(
    `select c.id from admission a join cohort c on c.id = a.cohort_id
     where a.quota_returned_at is null and a.quota_returns_on <= ($1::timestamptz at time zone c.zone)::date and c.state in ('planned', 'enrolling', 'running') order by a.quota_returns_on, c.id`, [now])).map(({ id }) => id);
}

/** Puts all unused seats into the reserve and notes it; nothing when another process was first. @returns the reserve and how many seats came back. */
export async function returnQuota(tx: Transaction, cohortId: string, now: Date): Promise<{ reserveId: string; seats: number } | null> {
  const noted = await rowsOf(tx, `update admission set quota_returned_at = $2 where cohort_id = $1 and quota_returned_at is null returning 1`, [cohortId, now]);
  if (noted.length === 0) return null;
  const back = await rowsOf<{ seats: number }>(tx,
    `update quota q set seats = q.taken from quota before where before.id = q.id and q.cohort_id = $1 and q.seats > q.taken and (q.unit_id is not null or q.band is not null) returning before.seats - q.seats as seats`, [cohortId]);
  const seats = back.reduce((sum, row) => sum + row.seats, 0);
  if (seats === 0) return null;
  const [reserve] = await rowsOf<{ id: string }>(tx,
    `insert into quota (cohort_id, seats) values ($1, $2) on conflict on constraint quota_cell_once do update set seats = quota.seats + excluded.seats returning id`, [cohortId, seats]);
  return reserve ? { reserveId: reserve.id, seats } : null;
}

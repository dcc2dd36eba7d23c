import type { AllocationQuery, AllocationRequest, AllocationRow, Page } from '@jenjang/shared';
import { likeText, pageOf, rowsOf, scopeCondition, type Actor, type Database, type Transaction } from '../platform/index.js';

const columns = `
  l.id, l.academy_id as "academyId", y.code as "academyCode", y.name as "academyName", l.programme_id as "programmeId", p.name as "programmeName", l.agency_id as "agencyId", a.short_name as "agencyName",
  l.year, l.seats, l.taken, l.ceiling, l.version,
  (select coalesce(sum(s.seats), 0) from allocation s where l.agency_id is null and s.agency_id is not null and s.academy_id = l.academy_id and s.year = l.year and s.programme_id is not distinct from l.programme_id) as shared`;

/** Allocations within the caller's reach: an agency sees its own share, a national reader all. */
export async function loadAllocations(db: Database, actor: Actor, { year, academyId, q, sort, page, size }: AllocationQuery, mayChange: boolean): Promise<Page<AllocationRow>> {
  const values: unknown[] = [];
  const conditions = [scopeCondition(actor, 'cohort.read', { agency: 'l.agency_id' }, values)];
  if (year !== undefined) conditions.push(`l.year = $${String(values.push(year))}`);
  if (academyId !== undefined) conditions.push(`l.academy_id = $${String(values.push(academyId))}`);
  if (q?.trim()) conditions.push(`fold_text(concat_ws(' ', y.code, y.name, p.name, a.name)) like '%' || fold_text($${String(values.push(likeText(q.trim())))}) || '%'`);
  const from = `from allocation l join academy y on y.id = l.academy_id left join programme p on p.id = l.programme_id left join agency a on a.id = l.agency_id where ${conditions.join(' and ')}`;
  const sorts = { agency: 'a.short_name', seats: 'l.seats', taken: 'l.taken', year: 'l.year' };
  const found = await pageOf<Omit<AllocationRow, 'mayChange'>>(db, { sort: sort ?? '-seats', page, size }, { columns, from, values, sorts, tie: 'l.id' });
  return { ...found, rows: found.rows.map((row) => ({ ...row, mayChange })) };
}

/** An allocation as locked for a change. */
export type LockedAllocation = Pick<AllocationRow, 'id' | 'academyId' | 'programmeId' | 'agencyId' | 'year' | 'seats' | 'taken' | 'ceiling' | 'version'>;

export async function lockAllocation(tx: Transaction, id: string): Promise<LockedAllocation | null> {
  const [row] = await rowsOf<LockedAllocation>(tx,
    `select id, academy_id as "academyId", programme_id as "programmeId", agency_id as "agencyId", year, seats, taken, ceiling, version from allocation where id = $1 for no key update`, [id]);
  return row ?? null;
}

type Place = Pick<LockedAllocation, 'academyId' | 'programmeId' | 'agencyId' | 'year'>;

/** Seats of the smallest allocation that covers this one and more; null when there is none. */
export async function loadWhole(tx: Transaction, { academyId, programmeId, agencyId, year }: Place): Promise<number | null> {
  const [row] = await rowsOf<{ whole: number | null }>(tx,
    `select min(seats) as whole from allocation where academy_id = $1 and year = $4 and (programme_id is null or programme_id = $2) and (agency_id is null or agency_id = $3)
       and (programme_id, agency_id) is distinct from ($2::uuid, $3::uuid)`, [academyId, programmeId, agencyId, year]);
  return row?.whole ?? null;
}

/** Writes an allocation; how much of it is taken is counted by trigger. */
export async function insertAllocation(tx: Transaction, { academyId, programmeId, agencyId, year, seats, ceiling }: AllocationRequest): Promise<LockedAllocation> {
  const [row] = await rowsOf<LockedAllocation>(tx,
    `insert into allocation (academy_id, programme_id, agency_id, year, seats, ceiling) values ($1, $2, $3, $4, $5, false) returning id, taken`, [academyId, programmeId, agencyId, year, seats]);
  if (!row) throw new Error('an insert that returned nothing');
  return { ...row, academyId, programmeId, agencyId, year, seats, ceiling, version: 1 };
}

export async function updateAllocation(tx: Transaction, id: string, { seats, ceiling }: { readonly seats: number; readonly ceiling: boolean }): Promise<void> {
  await tx.query(`update allocation set seats = $2, ceiling = $3 where id = $1 and (seats, ceiling) is distinct from ($2, $3)`, [id, seats, ceiling]);
}

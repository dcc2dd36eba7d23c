import type { HolidayKind, HolidayQuery, HolidayRequest, HolidayRow } from '@jenjang/shared';
import { rowsOf, scopeCondition, type Actor, type Database, type Transaction } from '../platform/index.js';

/** Holidays of all, and of the agencies within the caller's reach. A list of a few years; bounded all the same. */
export async function loadHolidays(db: Database, actor: Actor, { from, to }: HolidayQuery): Promise<Omit<HolidayRow, 'editable'>[]> {
  const values: unknown[] = [from, to];
  const direct = scopeCondition(actor, 'cohort.read', { agency: 'h.agency_id' }, values);
  const byCohort = scopeCondition(actor, 'cohort.read', { cohort: 'c.id' }, values);
  return db.read(
    `select h.id, h.agency_id as "agencyId", coalesce(a.short_name, '') as "agencyName", h.falls_on as "fallsOn", h.name, h.kind, h.source, h.verified, h.version
     from holiday h left join agency a on a.id = h.agency_id
     where h.falls_on between $1 and $2 and (h.agency_id is null or ${direct} or exists (select from cohort c where c.agency_id = h.agency_id and ${byCohort}))
     order by h.falls_on, h.agency_id nulls first, h.name limit 1000`, values);
}

/** A holiday as locked for a change. */
export interface LockedHoliday {
  readonly id: string;
  readonly agencyId: string | null;
  readonly kind: HolidayKind;
  readonly fallsOn: string;
  readonly name: string;
  readonly version: number;
}

export async function lockHoliday(tx: Transaction, id: string): Promise<LockedHoliday | null> {
  const [row] = await rowsOf<LockedHoliday>(tx, `select id, agency_id as "agencyId", kind, falls_on as "fallsOn", name, version from holiday where id = $1 for update`, [id]);
  return row ?? null;
}

const facts = ({ agencyId, kind, fallsOn, name, source, verified }: HolidayRequest): unknown[] => [agencyId, kind, fallsOn, name, source, verified];

export async function insertHoliday(tx: Transaction, request: HolidayRequest): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(tx, `insert into holiday (agency_id, kind, falls_on, name, source, verified) values ($1, $2, $3, $4, $5, $6) returning id`, facts(request));
  if (!row) throw new Error('an insert answers its row');
  return row.id;
}

export async function updateHoliday(tx: Transaction, id: string, request: HolidayRequest): Promise<void> {
  await tx.query(`update holiday set agency_id = $2, kind = $3, falls_on = $4, name = $5, source = $6, verified = $7 where id = $1`, [id, ...facts(request)]);
}

export async function deleteHoliday(tx: Transaction, id: string): Promise<void> {
  await tx.query(`delete from holiday where id = $1`, [id]);
}

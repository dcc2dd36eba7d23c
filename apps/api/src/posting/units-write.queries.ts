import { rowsOf, type Transaction } from '../platform/index.js';

const unit = `jsonb_to_record(r.record) as u (code text, name text, "shortName" text, kind text, "regionCode" text, "activeFrom" date, "parentId" uuid, "parentRow" int, level int)`;
const taken = `r.import_id = $1 and r.outcome in ('new', 'updated')`;
/** SQL: the parent of row `r`: on record, or made by another row of the file. */
const parent = `coalesce((select o.target_id from import_row o where o.import_id = r.import_id and o.row_number = u."parentRow"), u."parentId")`;
const fingerprint = `(select md5(t::text) from unit t where t.id = r.target_id)`;

/** Writes the units of an import, parents first, and keeps what was on record so that it can be undone. */
export async function writeUnits(tx: Transaction, importId: string, agencyId: string): Promise<void> {
  await tx.query(
    `update import_row r set target_id = coalesce(r.target_id, gen_random_uuid()), undo = jsonb_build_object('unit', (select to_jsonb(t) from unit t where t.id = r.target_id)) where ${taken}`, [importId]);
  const levels = await rowsOf<{ level: number }>(tx, `select distinct (r.record ->> 'level')::int as level from import_row r where ${taken} and r.outcome = 'new' order by 1`, [importId]);
  for (const { level } of levels) {
    await tx.query(
      `insert into unit (id, agency_id, parent_id, kind, code, name, short_name, region_code, active_from)
       select r.target_id, $2, ${parent}, u.kind, u.code, u.name, u."shortName", u."regionCode", u."activeFrom" from import_row r, ${unit} where ${taken} and r.outcome = 'new' and u.level = $3`, [importId, agencyId, level]);
  }
  // One by one from the top: then no unit ever passes below itself on the way.
  const moved = await rowsOf<{ rowNumber: number }>(tx, `select r.row_number as "rowNumber" from import_row r where ${taken} and r.outcome = 'updated' order by (r.record ->> 'level')::int, r.row_number`, [importId]);
  for (const { rowNumber } of moved) {
    await tx.query(
      `update unit t set name = u.name, short_name = u."shortName", kind = u.kind, region_code = u."regionCode", parent_id = ${parent}
       from import_row r, ${unit} where r.import_id = $1 and r.row_number = $2 and t.id = r.target_id`, [importId, rowNumber]);
  }
  await tx.query(`update import_row r set undo = r.undo || jsonb_build_object('after', ${fingerprint}) where ${taken}`, [importId]);
}

/** Rows that cannot be undone, because somebody has changed or used the unit. */
export async function changedUnits(tx: Transaction, importId: string): Promise<{ rowNumber: number; name: string }[]> {
  return rowsOf(tx,
    `select r.row_number as "rowNumber", r.record ->> 'name' as name from import_row r
     where ${taken} and (r.undo ->> 'after' is distinct from ${fingerprint} or r.outcome = 'new' and (
       exists (select from employment m where m.unit_id = r.target_id) or exists (select from role_grant g where g.unit_id = r.target_id) or exists (select from certificate c where c.holder_unit_id = r.target_id)
       or exists (select from unit b where b.parent_id = r.target_id and not exists (select from import_row o where o.import_id = r.import_id and o.outcome = 'new' and o.target_id = b.id))))
     order by r.row_number`, [importId]);
}

/** Brings the tree back to what it was: moved units first and from the top, then those that the import made, deepest first. */
export async function undoUnits(tx: Transaction, importId: string, except: readonly number[]): Promise<void> {
  const rows = await rowsOf<{ rowNumber: number; outcome: string }>(tx,
    `select r.row_number as "rowNumber", r.outcome from import_row r where ${taken} and r.row_number <> all($2::int[])
     order by r.outcome desc, length(r.undo #>> '{unit,path}'), (r.record ->> 'level')::int desc, r.row_number desc`, [importId, except]);
  for (const { rowNumber, outcome } of rows) {
    await tx.query(outcome === 'new'
      ? `delete from unit t using import_row r where r.import_id = $1 and r.row_number = $2 and t.id = r.target_id`
      : `update unit t set name = b.name, short_name = b.short_name, kind = b.kind, region_code = b.region_code, parent_id = b.parent_id
         from import_row r cross join lateral jsonb_populate_record(null::unit, r.undo -> 'unit') b where r.import_id = $1 and r.row_number = $2 and t.id = r.target_id`, [importId, rowNumber]);
  }
}

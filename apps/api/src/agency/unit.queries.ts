import type { MoveEffects, UnitNode, UnitPlace } from '@jenjang/shared';
import { rowsOf, scopeCondition, type Actor, type Database, type Transaction } from '../platform/index.js';

/**
 * The units of an agency that are in force on a day, as far as the caller reaches, parents first, with the people who
 * work there on that day. One pass over the employments; every unit then sums those below it.
 */
export async function loadTree(db: Database, actor: Actor, agencyId: string, on: string): Promise<UnitNode[]> {
  const values: unknown[] = [agencyId, on];
  const reach = scopeCondition(actor, 'agency.read', { agency: 'u.agency_id', unitPath: 'u.path' }, values);
  return db.read<UnitNode>(
    `with own as materialized (
       select m.unit_id, count(*) as people from employment m
       where m.agency_id = $1 and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to > $2::date) and m.duty_status not in ('retired', 'ended') group by m.unit_id),
     sums as materialized (
       select x.ancestor::uuid as unit_id, sum(own.people) as people
       from own join unit u on u.id = own.unit_id cross join lateral unnest(string_to_array(trim(both '/' from u.path), '/')) x (ancestor) group by x.ancestor)
     select u.id, u.parent_id as "parentId", u.kind, u.code, u.name, u.short_name as "shortName", u.region_code as "regionCode", u.active_from as "activeFrom",
            u.active_to as "activeTo", u.path, coalesce(own.people, 0) as people, coalesce(sums.people, 0) as "peopleBelow", u.version
     from unit u left join own on own.unit_id = u.id left join sums on sums.unit_id = u.id
     where u.agency_id = $1 and u.active_from <= $2::date and (u.active_to is null or u.active_to > $2::date) and ${reach}
     order by length(u.path), u.name, u.id`, values);
}

/** A unit with what decisions on the tree need. */
export interface UnitRecord extends UnitPlace {
  readonly agencyId: string;
  readonly version: number;
}

const place = `id, agency_id as "agencyId", parent_id as "parentId", path, active_to as "activeTo", version`;

export async function loadUnit(db: Database, id: string): Promise<UnitRecord | null> {
  const [row] = await db.read<UnitRecord>(`select ${place} from unit where id = $1`, [id]);
  return row ?? null;
}

/** Locks the whole tree of the unit's agency, so that two moves never make a cycle together. */
export async function lockTree(tx: Transaction, agencyId: string): Promise<Map<string, UnitRecord>> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('unit-tree'), hashtext($1::text))`, [agencyId]);
  const rows = await rowsOf<UnitRecord>(tx, `select ${place} from unit where agency_id = $1`, [agencyId]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who and what would still be in a unit and below it on a day. */
export async function countInside(tx: Transaction, unit: UnitRecord, day: string): Promise<{ people: number; units: number }> {
  const [row] = await rowsOf<{ people: number; units: number }>(tx,
    `select (select count(distinct m.person_id) from employment m join unit u on u.id = m.unit_id
             where u.path like $1 || '%' and (m.valid_to is null or m.valid_to > $2::date) and m.duty_status not in ('retired', 'ended')) as people,
            (select count(*) from unit u where u.path like $1 || '%' and u.path <> $1 and (u.active_to is null or u.active_to > $2::date)) as units`, [unit.path, day]);
  return row ?? { people: 0, units: 0 };
}

/** What a move would touch. */
export async function loadMoveEffects(db: Database, unit: UnitRecord, parent: UnitRecord): Promise<Omit<MoveEffects, 'unitId' | 'parentId' | 'refusal'>> {
  const [row] = await db.read<Omit<MoveEffects, 'unitId' | 'parentId' | 'refusal'>>(
    `with moved as materialized (select * from unit where path like $1 || '%'),
     staff as materialized (select distinct m.person_id from employment m join moved on moved.id = m.unit_id where m.valid_to is null)
     select ${namesOf('$1')} as "from", ${namesOf(`$2 || $3 || '/'`)} as "to", (select count(*) from moved) as units, (select count(*) from staff) as people,
       case when split_part($1, '/', 3) = split_part($2 || $3 || '/', '/', 3) then 0 else (select count(*) from staff) end as "peopleChangingOpd",
       (select count(*) from role_grant g join unit u on u.id = g.unit_id where g.scope = 'unit' and g.revoked_at is null
          and u.path not like $1 || '%' and ($1 like u.path || '%') <> ($2 like u.path || '%')) as grants`, [unit.path, parent.path, unit.id]);
  if (!row) throw new Error('a select without from gives one row');
  return row;
}

/** SQL: names of the units on a path, from the root down. */
function namesOf(path: string): string {
  return `array(select n.name from unnest(string_to_array(trim(both '/' from ${path}), '/')) with ordinality x (id, place) join unit n on n.id = x.id::uuid order by x.place)`;
}

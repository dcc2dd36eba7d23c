import type { ChangeVenueRequest, Page, RoomItem, VenueQuery, VenueRequest, VenueView, Zone } from '@jenjang/shared';
import { likeText, pageOf, rowsOf, scopeCondition, type Actor, type Database, type Transaction } from '../platform/index.js';

const columns = `
  v.id, v.agency_id as "agencyId", a.short_name as "agencyName", v.name, v.address, v.city, v.zone, v.latitude, v.longitude, v.radius_m as "radiusM", v.active, v.version,
  coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name, 'capacity', r.capacity) order by r.position) from venue_room r where r.venue_id = v.id), '[]') as rooms,
  (select count(*) from session s where s.venue_id = v.id) as sessions`;

/** One page of the venues within the caller's reach: those of agencies, and of the agency of a cohort that a scope names. */
export async function loadVenues(db: Database, actor: Actor, query: VenueQuery): Promise<Page<VenueView>> {
  const values: unknown[] = [];
  const direct = scopeCondition(actor, 'cohort.read', { agency: 'v.agency_id' }, values);
  const byCohort = scopeCondition(actor, 'cohort.read', { cohort: 'c.id' }, values);
  const editable = scopeCondition(actor, 'cohort.manage', { agency: 'v.agency_id' }, values);
  const conditions = [direct === 'true' ? direct : `(${direct} or exists (select from cohort c where c.agency_id = v.agency_id and ${byCohort}))`];
  if (query.agencyId) conditions.push(`v.agency_id = $${String(values.push(query.agencyId))}`);
  if (query.active) conditions.push('v.active');
  const words = query.q?.trim();
  if (words) conditions.push(`fold_text(v.name || ' ' || v.address || ' ' || v.city) like '%' || fold_text($${String(values.push(likeText(words)))}) || '%'`);
  return pageOf<VenueView>(db, { page: query.page, size: query.size, sort: query.sort ?? 'name' }, {
    columns: `${columns}, ${editable} as editable`, from: `from venue v join agency a on a.id = v.agency_id where ${conditions.join(' and ')}`, values, tie: 'v.id',
    sorts: { name: 'fold_text(v.name)', city: 'fold_text(v.city)' },
  });
}

/** A venue as locked for a change. */
export interface LockedVenue {
  readonly id: string;
  readonly agencyId: string;
  readonly name: string;
  readonly zone: Zone;
  readonly version: number;
  readonly sessions: number;
}

export async function lockVenue(tx: Transaction, id: string): Promise<LockedVenue | null> {
  const [row] = await rowsOf<LockedVenue>(tx,
    `select id, agency_id as "agencyId", name, zone, version, (select count(*) from session s where s.venue_id = v.id) as sessions from venue v where id = $1 for no key update`, [id]);
  return row ?? null;
}

export async function isAgency(tx: Transaction, id: string): Promise<boolean> {
  return (await rowsOf(tx, `select from agency where id = $1`, [id])).length > 0;
}

type Facts = Omit<VenueRequest, 'rooms'>;
const factsOf = ({ name, address, city, zone, latitude, longitude, radiusM, active }: Facts): unknown[] => [name, address, city, zone, latitude, longitude, radiusM, active];

export async function insertVenue(tx: Transaction, request: VenueRequest): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(tx,
    `insert into venue (agency_id, name, address, city, zone, latitude, longitude, radius_m, active) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`, [request.agencyId, ...factsOf(request)]);
  if (!row) throw new Error('an insert answers its row');
  return row.id;
}

export async function updateVenue(tx: Transaction, id: string, request: ChangeVenueRequest): Promise<void> {
  await tx.query(`update venue set name = $2, address = $3, city = $4, zone = $5, latitude = $6, longitude = $7, radius_m = $8, active = $9 where id = $1`, [id, ...factsOf(request)]);
}

/** Rooms of a venue that would go although sessions are held in them. */
export async function roomsInUse(tx: Transaction, id: string, kept: readonly string[]): Promise<{ name: string; count: number }[]> {
  return rowsOf(tx,
    `select r.name, count(*) from venue_room r join session s on s.room_id = r.id where r.venue_id = $1 and r.id <> all($2::uuid[]) group by r.name order by r.name`, [id, kept]);
}

/** Makes these and no others the rooms of a venue, in this order. Ids of other venues are made new rooms. */
export async function replaceRooms(tx: Transaction, id: string, rooms: readonly RoomItem[]): Promise<void> {
  const items = JSON.stringify(rooms.map(({ id: roomId, name, capacity }, index) => ({ id: roomId, name, capacity, position: index + 1 })));
  await tx.query(`delete from venue_room where venue_id = $1 and id <> all(array(select (x ->> 'id')::uuid from jsonb_array_elements($2::jsonb) x where x ->> 'id' is not null))`, [id, items]);
  await tx.query(
    `with given as (select * from jsonb_to_recordset($2::jsonb) as r (id uuid, name text, capacity int, position int)),
          kept as (update venue_room o set name = g.name, capacity = g.capacity, position = g.position from given g where o.id = g.id and o.venue_id = $1 returning o.id)
     insert into venue_room (venue_id, name, capacity, position) select $1, name, capacity, position from given where id is null or id not in (select id from kept)`, [id, items]);
}

export async function deleteVenue(tx: Transaction, id: string): Promise<void> {
  await tx.query(`delete from venue where id = $1`, [id]);
}

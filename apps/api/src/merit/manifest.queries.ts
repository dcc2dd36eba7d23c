import type { FilterNames, HrEvent, MeritFilter, MeritFormat, MeritManifest, PersonLessonHours } from '@jenjang/shared';
import { scopeCondition, type Actor, type Database } from '../platform/index.js';

const columns = `x.id, x.format, x.filter_text as "filterText", x.rows, x.bytes, x.sha256, x.created_at as "createdAt",
  coalesce(a.display_name, c.name, 'Jenjang') as "requestedBy", x.file_id is not null as kept`;
const tables = `merit_export x left join account a on a.id = x.account_id left join api_client c on c.id = x.client_id`;
/** An export belongs to its asker alone, person or machine. */
const own = `(x.account_id = $1::uuid or x.client_id = $2::uuid)`;

type StoredManifest = Omit<MeritManifest, 'createdAt'> & { readonly createdAt: Date; readonly format: MeritFormat };

/** The newest exports of the caller. */
export async function loadManifests(db: Database, actor: Actor): Promise<MeritManifest[]> {
  const rows = await db.read<StoredManifest>(`select ${columns} from ${tables} where ${own} order by x.created_at desc limit 50`, [actor.accountId, actor.clientId]);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

export async function loadManifest(db: Database, actor: Actor, id: string): Promise<{ readonly manifest: MeritManifest } | null> {
  const [row] = await db.read<StoredManifest>(`select ${columns} from ${tables} where ${own} and x.id = $3`, [actor.accountId, actor.clientId, id]);
  return row ? { manifest: { ...row, createdAt: row.createdAt.toISOString() } } : null;
}

/** Names behind the ids of a filter, for its wording. */
export async function loadFilterNames(db: Database, filter: MeritFilter): Promise<FilterNames> {
  const [names] = await db.read<Record<keyof FilterNames, string | null>>(
    `select (select name from agency where id = $1::uuid) as agency, (select name from unit where id = $2::uuid) as unit,
            (select name from programme where id = $3::uuid) as programme, (select full_name from person where id = $4::uuid) as person`,
    [filter.agencyId ?? null, filter.unitId ?? null, filter.programmeId ?? null, filter.personId ?? null]);
  return Object.fromEntries(Object.entries(names ?? {}).flatMap(([key, name]) => (name === null ? [] : [[key, name]])));
}

/** JP of a person per year as the ledger has them, when the person is within reach. */
export async function loadLessonHours(db: Database, actor: Actor, personId: string): Promise<PersonLessonHours[]> {
  const values: unknown[] = [personId];
  const reach = scopeCondition(actor, 'merit.read', { agency: 'p.agency_id', unitPath: 'u.path' }, values);
  return db.read<PersonLessonHours>(
    `select l.year, sum(l.lesson_hours) as "lessonHours", (count(*) filter (where l.kind = 'earned') - count(*) filter (where l.kind = 'reversed'))::int as certificates
     from lesson_hour_entry l join person p on p.id = l.person_id
     left join employment e on e.person_id = p.id and e.valid_to is null left join unit u on u.id = e.unit_id
     where l.person_id = $1 and ${reach} group by l.year order by l.year desc`, values);
}

/** The next events after a position, within reach. Positions are given at commit, so none can appear later below one that was read. */
export async function loadEvents(db: Database, actor: Actor, after: number, limit: number): Promise<HrEvent[]> {
  const values: unknown[] = [after, limit];
  const reach = scopeCondition(actor, 'merit.read', { agency: 'e.agency_id' }, values);
  const rows = await db.read<Omit<HrEvent, 'at'> & { at: Date }>(
    `select f.position, e.kind, e.at, e.subject from hr_feed f join hr_event e on e.id = f.event_id where f.position > $1 and ${reach} order by f.position limit $2`, values);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

import { summariseQuota, nominationWindow, type NominationDesk, type OpenCohort } from '@jenjang/shared';
import { scopeCondition, scopesOf, type Actor, type Database } from '../platform/index.js';

const mostShown = 100;

/** Agencies that the caller acts for when sending people; null for all of them. */
export function sendingAgencies(actor: Actor): readonly string[] | null {
  const scopes = scopesOf(actor, 'nomination.submit');
  return scopes.some(({ kind }) => kind === 'national') ? null : [...new Set(scopes.flatMap(({ agencyId }) => agencyId ?? []))];
}

/** SQL: whether cohort `c` of programme `p` takes people of these agencies: its own, those named in its matrix, and those with an allocation. */
export function takesFrom(agencies: readonly string[] | null, values: unknown[]): string {
  if (agencies === null) return 'true';
  const given = `$${String(values.push(agencies))}::uuid[]`;
  return `(c.agency_id = any(${given})
    or exists (select from quota q join unit qu on qu.id = q.unit_id where q.cohort_id = c.id and qu.agency_id = any(${given}))
    or exists (select from allocation x where x.agency_id = any(${given}) and x.academy_id = p.academy_id and x.year = extract(year from c.starts_on) and (x.programme_id is null or x.programme_id = p.id)))`;
}

/** SQL: cell `q` with unit `qu` reaches the caller's units: it names one of them, one above, or none. */
function reachesMine(actor: Actor, values: unknown[]): string {
  const paths = scopesOf(actor, 'nomination.submit').flatMap(({ unitPath }) => unitPath ?? []);
  const below = scopeCondition(actor, 'nomination.submit', { agency: 'qu.agency_id', unitPath: 'qu.path' }, values);
  return `(q.unit_id is null or ${below} or exists (select from unnest($${String(values.push(paths))}::text[]) mine where starts_with(mine, qu.path)))`;
}

type StoredCohort = Omit<OpenCohort, 'quota' | 'window'>;

/** A cohort that takes people of the caller's units, as it stands: one when an id is given, else those in which somebody may be sent now or soon. */
export async function loadOpenCohorts(db: Database, actor: Actor, now: Date, id: string | null = null): Promise<OpenCohort[]> {
  const values: unknown[] = [id];
  const takes = takesFrom(sendingAgencies(actor), values);
  const mine = reachesMine(actor, values);
  const staff = scopeCondition(actor, 'nomination.submit', { agency: 'm.agency_id', unitPath: 'u.path' }, values);
  const counted = (states: string): string => `(select count(*) from enrolment e join employment m on m.id = e.employment_id join unit u on u.id = m.unit_id where e.cohort_id = c.id and e.state in (${states}) and ${staff})`;
  const rows = await db.read<StoredCohort>(
    `select c.id, c.name, p.name as "programmeName", o.name as "agencyName", c.state, c.mode, a.route, c.starts_on as "startsOn", c.ends_on as "endsOn", c.zone, c.venue_name as "venueName",
            c.venue_city as "venueCity", a.opens_on as "opensOn", a.closes_on as "closesOn", a.cut_off_on as "cutOffOn", c.capacity, c.capacity - c.seats_taken - c.seats_offered as free,
            exists (select from quota q where q.cohort_id = c.id) as "hasMatrix",
            coalesce((select json_agg(json_build_object('id', q.id, 'unitId', q.unit_id, 'unitPath', qu.path, 'unitName', qu.name, 'band', q.band, 'seats', q.seats, 'taken', q.taken) order by qu.path nulls last, q.band nulls last)
              from quota q left join unit qu on qu.id = q.unit_id where q.cohort_id = c.id and ${mine}), '[]') as cells,
            ${counted(`'nominated', 'approved', 'waitlisted'`)} as undecided, ${counted(`'accepted', 'offered'`)} as seated
     from cohort c join admission a on a.cohort_id = c.id join agency o on o.id = c.agency_id join curriculum k on k.id = c.curriculum_id join programme p on p.id = k.programme_id
     where ($1::uuid is null and c.state = 'enrolling' and a.route <> 'self' or c.id = $1) and ${takes}
     order by a.closes_on nulls last, c.starts_on, c.id limit ${String(mostShown)}`, values);
  return rows.map((row) => ({ ...row, quota: summariseQuota(row.cells, row), window: nominationWindow(row, now.getTime()) }));
}

const mostUnits = 1000;

/** Units out of which the caller may send people, by name. */
export async function loadOwnUnits(db: Database, actor: Actor): Promise<NominationDesk['units'][number][]> {
  const values: unknown[] = [];
  const reach = scopeCondition(actor, 'nomination.submit', { agency: 'u.agency_id', unitPath: 'u.path' }, values);
  return db.read(`select u.id, u.name from unit u where u.active_to is null and ${reach} order by u.name, u.id limit ${String(mostUnits)}`, values);
}

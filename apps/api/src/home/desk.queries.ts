import { countedUpTo, type AdminDesk, type HeadDesk, type MeritDesk } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import { loadOpenCohorts } from '../nomination/index.js';
import { scopeCondition, type Actor, type Database } from '../platform/index.js';

/** A person `p` with the employment `m` that holds and its unit `u`. */
const people = `person p join employment m on m.person_id = p.id and m.valid_to is null join unit u on u.id = m.unit_id`;

/** A certificate `c` in state `t`, of a holder who had a NIP at the training: others have no merit record. */
const records = `certificate c join certificate_state t on t.certificate_id = c.id join enrolment e on e.id = c.enrolment_id
  join employment held on held.id = e.employment_id and held.nip is not null left join unit u on u.id = c.holder_unit_id`;

/** The zone of the agency in which the caller acts; the capital's for those who act nationally. */
function zoneOf(actor: Actor, values: unknown[]): string {
  const agencyId = actor.grants.map(({ scope }) => scope.agencyId).find((id) => id !== null) ?? null;
  return `coalesce((select zone from agency where id = $${String(values.push(agencyId))}::uuid), 'Asia/Jakarta')`;
}

/** What changed in the merit record since the caller's last export, and the NIPs in doubt. */
export async function loadMeritDesk(db: Database, actor: Actor): Promise<MeritDesk> {
  const values: unknown[] = [actor.accountId];
  const exported = scopeCondition(actor, 'merit.export', { agency: 'c.holder_agency_id', unitPath: 'u.path' }, values);
  const staff = scopeCondition(actor, 'person.read', { agency: 'p.agency_id', unitPath: 'u.path' }, values);
  const [row] = await db.read<Omit<MeritDesk, 'role'>>(
    `with last as materialized (select max(created_at) as at from merit_export where account_id = $1)
     select ${zoneOf(actor, values)} as zone, ${isoOf('last.at')} as "lastExportAt",
       (select count(*) from (select from ${records} where t.state = 'active' and (last.at is null or c.issued_at > last.at) and ${exported} limit ${String(countedUpTo + 1)}) counted) as issued,
       (select count(*) from ${records} where t.state = 'revoked' and t.changed_at > last.at and c.issued_at <= last.at and ${exported}) as revoked,
       (select count(*) from ${people} where m.nip_warnings <> '{}' and ${staff}) as "doubtfulNips"
     from last`, values);
  return { role: 'hr_analyst', ...only(row) };
}

/** How the people of the caller's units are being trained, and what they reached this year. */
export async function loadHeadDesk(db: Database, actor: Actor, now: Date): Promise<HeadDesk> {
  const values: unknown[] = [now];
  const staff = scopeCondition(actor, 'person.read', { agency: 'p.agency_id', unitPath: 'u.path' }, values);
  const holders = scopeCondition(actor, 'merit.read', { agency: 'c.holder_agency_id', unitPath: 'u.path' }, values);
  const [row] = await db.read<Omit<HeadDesk, 'role' | 'toFill'>>(
    `with today as materialized (select ($1::timestamptz at time zone ${zoneOf(actor, values)})::date as day),
     training as materialized (select e.person_id, e.cohort_id, co.name, co.ends_on from ${people} join enrolment e on e.person_id = p.id and e.state = 'accepted'
       join cohort co on co.id = e.cohort_id and co.state = 'running' cross join today where today.day between co.starts_on and co.ends_on and ${staff}),
     graduate as materialized (select c.person_id, c.lesson_hours from certificate c join certificate_state t on t.certificate_id = c.id and t.state = 'active'
       left join unit u on u.id = c.holder_unit_id cross join today where c.kind = 'graduation' and date_trunc('year', c.issued_on) = date_trunc('year', today.day) and ${holders})
     select (select count(distinct person_id) from training) as "inTraining", (select count(distinct cohort_id) from training) as cohorts, (select min(ends_on) from training) as "firstEndsOn",
       (select name from training order by ends_on, name limit 1) as "firstCohortName",
       extract(year from today.day)::int as year, (select count(distinct person_id) from graduate) as graduates, (select coalesce(sum(lesson_hours), 0) from graduate) as "lessonHours"
     from today`, values);
  const open = await loadOpenCohorts(db, actor, now);
  const toFill = open.filter(({ window }) => window.open).map(({ id, name, quota, undecided, closesOn, window, zone }) => ({ cohortId: id, cohortName: name, left: quota.left, undecided, closesOn, closesAt: window.closesAt, zone }));
  return { role: 'agency_head', ...only(row), toFill };
}

/** What keeps the system from running as it should. An agency is served by an organiser of its own or by a national one. */
export async function loadAdminDesk(db: Database, actor: Actor): Promise<AdminDesk> {
  const values: unknown[] = [];
  const jobs = scopeCondition(actor, 'job.manage', { agency: 'j.agency_id' }, values);
  const accounts = scopeCondition(actor, 'account.read', { agency: 'reached.agency_id' }, values);
  const agencies = scopeCondition(actor, 'agency.manage', { agency: 'a.id' }, values);
  const [row] = await db.read<Omit<AdminDesk, 'role'>>(
    `with unserved as materialized (select a.short_name from agency a where ${agencies} and not exists (
       select from role_grant g join account o on o.id = g.account_id and o.disabled_at is null
       where g.role = 'organiser' and g.revoked_at is null and (g.scope = 'national' or (g.scope = 'agency' and g.agency_id = a.id))))
     select (select count(*) from job j where j.state = 'failed' and ${jobs}) as "failedJobs",
       (select count(*) from account o where o.disabled_at is null and not exists (select from sign_in s where s.account_id = o.id)
          and exists (select from (select (select p.agency_id from person p where p.id = o.person_id) as agency_id
            union all select g.agency_id from role_grant g where g.account_id = o.id and g.revoked_at is null) reached where ${accounts})) as "unusedAccounts",
       (select count(*) from unserved) as "agenciesWithoutOrganiser", (select min(short_name) from unserved) as "agencyName"`, values);
  return { role: 'admin', ...only(row) };
}

/** The row of a statement that always has one. */
function only<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('what lies on a desk is always one row');
  return row;
}

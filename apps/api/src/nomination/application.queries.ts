import { applicationSteps, type ApplicationRecord, type ApplicationStatus, type CohortToApply, type WindowTerms } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import type { Database } from '../platform/index.js';

const mostOpen = 20;
const mostMine = 50;

const cohortColumns = `c.name as "cohortName", p.name as "programmeName", c.starts_on as "startsOn", c.ends_on as "endsOn", c.zone, c.venue_name as "venueName", c.venue_city as "venueCity"`;
const cohortTables = `join cohort c on c.id = e.cohort_id join admission a on a.cohort_id = c.id join curriculum k on k.id = c.curriculum_id join programme p on p.id = k.programme_id`;

/** Results in force of a participant `e`, each passed or not by the score that the cohort asks for. */
const results = `coalesce((select json_agg(json_build_object('step', r.step, 'passed', coalesce(r.passed, r.score >= a.passing_score), 'at', ${isoOf('r.recorded_at')}))
  from selection_result r where r.enrolment_id = e.id and not exists (select from selection_result later where later.supersedes = r.id)), '[]')`;
const moves = `coalesce((select json_agg(json_build_object('from', v.from_state, 'to', v.to_state, 'at', ${isoOf('v.moved_at')}) order by v.moved_at, v.id) from enrolment_move v where v.enrolment_id = e.id), '[]')`;

type StoredApplication = Omit<ApplicationStatus, 'steps'> & { readonly record: Omit<ApplicationRecord, 'state'> };

/** A person's ways into cohorts that are not over, newest first. */
export async function loadApplications(db: Database, personId: string): Promise<ApplicationStatus[]> {
  const rows = await db.read<StoredApplication>(
    `select e.id as "enrolmentId", e.cohort_id as "cohortId", ${cohortColumns}, e.state, e.state_reason as "stateReason", e.state_code as "stateCode",
            case when n.id is not null then json_build_object('agencyName', g.name, 'authorName', s.display_name, 'onBehalfOfName', h.display_name) end as "sentBy",
            json_build_object('route', a.route, 'steps', a.steps, 'results', ${results}, 'moves', ${moves}) as record
     from enrolment e ${cohortTables} left join nomination n on n.id = e.nomination_id left join agency g on g.id = n.agency_id
     left join account s on s.id = n.submitted_by left join account h on h.id = n.on_behalf_of
     where e.person_id = $1 and c.state in ('planned', 'enrolling', 'running') order by e.created_at desc limit ${String(mostMine)}`, [personId]);
  return rows.map(({ record, ...row }) => ({ ...row, steps: applicationSteps({ ...record, state: row.state }) }));
}

/** A cohort to apply to, before the window and the person's standing are decided. */
export type StoredToApply = Omit<CohortToApply, 'window' | 'shortfalls'> & WindowTerms;

const toApplyColumns = `c.id, c.name, p.name as "programmeName", o.name as "agencyName", c.starts_on as "startsOn", c.ends_on as "endsOn", c.zone, c.venue_name as "venueName", c.venue_city as "venueCity",
  greatest(0, c.capacity - c.seats_taken - c.seats_offered) as free, a.steps, c.state, a.route, a.opens_on as "opensOn", a.closes_on as "closesOn"`;
const toApplyTables = `from cohort c join admission a on a.cohort_id = c.id join agency o on o.id = c.agency_id join curriculum k on k.id = c.curriculum_id join programme p on p.id = k.programme_id`;

/** Cohorts to which people apply and this one did not yet, those of the own agency first. */
export async function loadToApply(db: Database, personId: string): Promise<StoredToApply[]> {
  return db.read<StoredToApply>(
    `select ${toApplyColumns} ${toApplyTables} where c.state = 'enrolling' and a.route = 'self'
       and not exists (select from enrolment e where e.cohort_id = c.id and e.person_id = $1 and e.state not in ('rejected', 'withdrawn'))
     order by c.agency_id is distinct from (select agency_id from person where id = $1), a.closes_on nulls last, c.starts_on, c.id limit ${String(mostOpen)}`, [personId]);
}

export async function loadCohortToApply(db: Database, cohortId: string): Promise<StoredToApply | null> {
  const [row] = await db.read<StoredToApply>(`select ${toApplyColumns} ${toApplyTables} where c.id = $1 and c.state <> 'planned'`, [cohortId]);
  return row ?? null;
}

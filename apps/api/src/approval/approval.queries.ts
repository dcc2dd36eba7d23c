import type { AdmissionRoute, ApprovalCell, ApprovalCohort, ApprovalPerson } from '@jenjang/shared';
import { nameWithTitles } from '@jenjang/shared';
import { rowsOf, scopeCondition, type Actor, type Database, type Transaction } from '../platform/index.js';
import { otherCohortsOf, trainingsOf } from './candidate.queries.js';

/** A connection inside a transaction or none. */
export type Source = Database | Transaction;

export function rowsFrom<Row>(source: Source, sql: string, values: readonly unknown[]): Promise<Row[]> {
  return 'read' in source ? source.read<Row>(sql, values) : rowsOf<Row>(source, sql, values);
}

/** A nominee with the place that approval is asked for, and who moved them last. */
export interface NomineeRecord {
  readonly person: ApprovalPerson;
  readonly agencyId: string;
  readonly unitPath: string | null;
  readonly nominationId: string | null;
  readonly movedBy: string | null;
  readonly movedAt: string;
}

interface NomineeRow extends Omit<ApprovalPerson, 'name'>, Omit<NomineeRecord, 'person'> {
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
}

const nomineeColumns = `
  e.id as "enrolmentId", p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", m.position_name as "positionName", m.eselon, u.name as "unitName",
  e.nomination_rank as "nominationRank", e.state, ${trainingsOf('e.person_id')} as trainings, ${otherCohortsOf('e.person_id')} as "otherCohorts",
  coalesce(m.agency_id, p.agency_id) as "agencyId", u.path as "unitPath", e.nomination_id as "nominationId",
  to_char(e.state_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "movedAt",
  (select a.display_name from enrolment_move v join account a on a.id = v.moved_by where v.enrolment_id = e.id order by v.moved_at desc limit 1) as "movedBy"`;

const nomineeTables = `
  from enrolment e join cohort c on c.id = e.cohort_id join person p on p.id = e.person_id left join employment m on m.id = e.employment_id left join unit u on u.id = m.unit_id`;

const inOrder = `order by e.nomination_rank nulls last, fold_text(p.full_name), e.id`;

function recordOf({ frontTitle, fullName, backTitle, agencyId, unitPath, nominationId, movedBy, movedAt, ...person }: NomineeRow): NomineeRecord {
  return { person: { ...person, name: nameWithTitles({ frontTitle, fullName, backTitle }) }, agencyId, unitPath, nominationId, movedBy, movedAt };
}

/** These participants of the cohort, whatever their state, in the order of the letter. */
export async function loadNominees(source: Source, cohortId: string, enrolmentIds: readonly string[]): Promise<readonly NomineeRecord[]> {
  const rows = await rowsFrom<NomineeRow>(source, `select ${nomineeColumns} ${nomineeTables} where e.cohort_id = $1 and e.id = any($2::uuid[]) ${inOrder}`, [cohortId, enrolmentIds]);
  return rows.map(recordOf);
}

/** Nominees who wait for the actor, of one cohort or of all. At most a thousand: more are shown when these are decided. */
export async function loadWaiting(source: Source, actor: Actor, cohortId: string | null): Promise<readonly (NomineeRecord & { readonly cohortId: string })[]> {
  const values: unknown[] = [cohortId];
  const reach = scopeCondition(actor, 'nomination.approve', { agency: 'm.agency_id', unitPath: 'u.path' }, values);
  const rows = await rowsFrom<NomineeRow & { cohortId: string }>(source,
    `select e.cohort_id as "cohortId", ${nomineeColumns} ${nomineeTables} join admission ad on ad.cohort_id = c.id
     where e.state = 'nominated' and ad.route = 'two_steps' and c.state in ('planned', 'enrolling', 'running') and ($1::uuid is null or c.id = $1) and ${reach}
     ${inOrder.replace('order by', 'order by c.starts_on, c.id,')} limit 1000`, values);
  return rows.map(({ cohortId: id, ...row }) => ({ ...recordOf(row), cohortId: id }));
}

/** Whether anybody of the cohort is within the actor's reach for approval. */
export async function reachesSomebody(source: Source, actor: Actor, cohortId: string): Promise<boolean> {
  const values: unknown[] = [cohortId];
  const reach = scopeCondition(actor, 'nomination.approve', { agency: 'm.agency_id', unitPath: 'u.path' }, values);
  const rows = await rowsFrom(source, `select 1 ${nomineeTables} where e.cohort_id = $1 and ${reach} limit 1`, values);
  return rows.length > 0;
}

/** A cohort as an approver sees it. */
export async function loadApprovalCohort(source: Source, cohortId: string): Promise<ApprovalCohort & { readonly route: AdmissionRoute }> {
  const [row] = await rowsFrom<ApprovalCohort & { route: AdmissionRoute }>(source,
    `select c.id, c.name, p.name as "programmeName", c.starts_on as "startsOn", c.ends_on as "endsOn", c.zone, concat_ws(', ', nullif(c.venue_name, ''), nullif(c.venue_city, '')) as venue,
            c.capacity, c.capacity - c.seats_taken - c.seats_offered as "seatsLeft", ad.route
     from cohort c join curriculum k on k.id = c.curriculum_id join programme p on p.id = k.programme_id join admission ad on ad.cohort_id = c.id where c.id = $1`, [cohortId]);
  if (!row) throw new Error(`no cohort ${cohortId}`);
  return row;
}

/** Cells of the matrix that people of these units may draw from, the reserve last. */
export async function loadCells(source: Source, cohortId: string, unitPaths: readonly (string | null)[]): Promise<readonly ApprovalCell[]> {
  return rowsFrom<ApprovalCell>(source,
    `select u.name as "unitName", q.band, q.seats, q.seats - q.taken as left from quota q left join unit u on u.id = q.unit_id
     where q.cohort_id = $1 and (q.unit_id is null or exists (select from unnest($2::text[]) as path where starts_with(path, u.path)))
     order by u.name nulls last, q.band nulls last`, [cohortId, unitPaths]);
}


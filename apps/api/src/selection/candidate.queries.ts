import type { AdmissionRoute, EnrolmentState, QuotaCell, ResultSource, SelectionRow, SelectionStep, StepDemand, Zone } from '@jenjang/shared';
import { otherCohortsOf, trainingsOf } from '../approval/index.js';
import { rowsOf, type Transaction } from '../platform/index.js';

/** A cohort as selecting looks at it. */
export interface SelectingCohort extends StepDemand {
  readonly id: string;
  readonly agencyId: string;
  readonly zone: Zone;
  readonly startsOn: string;
  readonly capacity: number;
  readonly seatsLeft: number;
  readonly route: AdmissionRoute;
}

/** The result of a step in force, with what the list shows of it. */
export interface ResultRecord {
  readonly id: string;
  readonly step: SelectionStep;
  readonly passed: boolean | null;
  readonly score: number | null;
  readonly note: string;
  readonly source: ResultSource;
}

/** A candidate as stored. */
export interface CandidateRecord {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly state: EnrolmentState;
  readonly movedAt: string;
  readonly movedBy: string | null;
  readonly nominatedAt: string;
  readonly nominationRank: number | null;
  readonly eselon: string | null;
  readonly gender: 'L' | 'P' | null;
  readonly nip: string | null;
  readonly fullName: string;
  readonly foldedName: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly opdId: string | null;
  readonly opdName: string | null;
  readonly movedTo: string | null;
  readonly trainings: number;
  readonly results: readonly ResultRecord[];
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export async function loadSelectingCohort(tx: Transaction, id: string): Promise<SelectingCohort | null> {
  const [row] = await rowsOf<SelectingCohort>(tx,
    `select c.id, c.agency_id as "agencyId", c.zone, c.starts_on as "startsOn", c.capacity, c.capacity - c.seats_taken - c.seats_offered as "seatsLeft",
            a.route, a.steps, a.passing_score as "passingScore" from cohort c join admission a on a.cohort_id = c.id where c.id = $1`, [id]);
  return row ?? null;
}

/** Everyone who is or was a candidate of the cohort, with all that ranking, fairness and filters look at. */
export async function loadCandidates(tx: Transaction, cohortId: string): Promise<readonly CandidateRecord[]> {
  return rowsOf<CandidateRecord>(tx,
    `select e.id as "enrolmentId", e.person_id as "personId", e.state, ${iso('e.state_at')} as "movedAt", ${iso('coalesce(n.submitted_at, e.created_at)')} as "nominatedAt",
            (select a.display_name from enrolment_move v join account a on a.id = v.moved_by where v.enrolment_id = e.id order by v.moved_at desc limit 1) as "movedBy",
            e.nomination_rank as "nominationRank", m.eselon, p.gender, m.nip, p.full_name as "fullName", fold_text(p.full_name) as "foldedName",
            u.id as "unitId", u.name as "unitName", o.id as "opdId", o.name as "opdName", ${trainingsOf('e.person_id')} as trainings,
            case when n.id is not null and now_at.unit_id is not null and not (now_at.agency_id = n.agency_id and (nu.path is null or starts_with(nw.path, nu.path))) then nw.name end as "movedTo",
            coalesce((select json_agg(json_build_object('id', r.id, 'step', r.step, 'passed', r.passed, 'score', r.score, 'note', r.note, 'source', r.source)) from selection_result r
              where r.enrolment_id = e.id and not exists (select from selection_result later where later.supersedes = r.id)), '[]') as results
     from enrolment e join person p on p.id = e.person_id
     left join employment m on m.id = e.employment_id left join unit u on u.id = m.unit_id
     left join unit o on o.id = coalesce(nullif(split_part(u.path, '/', 3), ''), u.id::text)::uuid
     left join nomination n on n.id = e.nomination_id left join unit nu on nu.id = n.unit_id
     left join employment now_at on now_at.person_id = e.person_id and now_at.valid_to is null left join unit nw on nw.id = now_at.unit_id
     where e.cohort_id = $1`, [cohortId]);
}

export async function loadCells(tx: Transaction, cohortId: string): Promise<readonly (QuotaCell & { readonly unitName: string | null })[]> {
  return rowsOf<QuotaCell & { unitName: string | null }>(tx,
    `select q.id, q.unit_id as "unitId", u.path as "unitPath", u.name as "unitName", q.band, q.seats, q.taken from quota q left join unit u on u.id = q.unit_id
     where q.cohort_id = $1 order by u.name nulls last, array_position(array['I', 'II', 'III', 'IV', 'V', 'NONE'], q.band)`, [cohortId]);
}

/** What only the shown page needs. */
export type RowDetails = Pick<SelectionRow,
  'enrolmentId' | 'frontTitle' | 'backTitle' | 'positionName' | 'agencyName' | 'stateAt' | 'stateCode' | 'stateReason' | 'letterNumber' | 'letterOn' | 'otherCohorts' | 'lastTrainedOn'>;

export async function loadDetails(tx: Transaction, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, RowDetails>> {
  const rows = await rowsOf<RowDetails>(tx,
    `select e.id as "enrolmentId", p.front_title as "frontTitle", p.back_title as "backTitle", m.position_name as "positionName", a.short_name as "agencyName",
            ${iso('e.state_at')} as "stateAt", e.state_code as "stateCode", e.state_reason as "stateReason", n.letter_number as "letterNumber", n.letter_on as "letterOn",
            ${otherCohortsOf('e.person_id')} as "otherCohorts",
            (select max(o.ends_on) from enrolment x join cohort o on o.id = x.cohort_id join graduation_decision d on d.enrolment_id = x.id
             where x.person_id = e.person_id and d.outcome = 'graduated' and not exists (select from graduation_decision later where later.supersedes = d.id)) as "lastTrainedOn"
     from enrolment e join cohort c on c.id = e.cohort_id join person p on p.id = e.person_id left join employment m on m.id = e.employment_id
     join agency a on a.id = coalesce(m.agency_id, p.agency_id) left join nomination n on n.id = e.nomination_id where e.id = any($1::uuid[])`, [enrolmentIds]);
  return new Map(rows.map((row) => [row.enrolmentId, row]));
}

/** Names of the units, programmes and regions that shortfalls speak of by id or code. */
export async function loadNames(tx: Transaction, keys: readonly string[]): Promise<Readonly<Record<string, string>>> {
  if (keys.length === 0) return {};
  const rows = await rowsOf<{ key: string; name: string }>(tx,
    `select id::text as key, name from unit where id::text = any($1) union all select id::text, name from programme where id::text = any($1)
     union all select code, name from region where code = any($1)`, [keys]);
  return Object.fromEntries(rows.map(({ key, name }) => [key, name]));
}

/** Who took seats since an instant, other than the account: the one who took most, how many, and when last. */
export async function loadTakers(tx: Transaction, cohortId: string, since: string, accountId: string | null): Promise<{ readonly by: string; readonly taken: number; readonly at: string } | null> {
  const [row] = await rowsOf<{ by: string; taken: number; at: string }>(tx,
    `select coalesce(a.display_name, 'Jenjang') as by, count(*)::int as taken, ${iso('max(v.moved_at)')} as at from enrolment_move v left join account a on a.id = v.moved_by
     where v.cohort_id = $1 and v.moved_at > $2 and v.to_state in ('accepted', 'offered') and v.moved_by is distinct from $3 group by v.moved_by, a.display_name order by 2 desc limit 1`,
    [cohortId, since, accountId]);
  return row ?? null;
}

/** Keeps the choices that were made out of order. */
export async function insertChoices(tx: Transaction, cohortId: string, choices: readonly { enrolmentId: string; rank: number; passedOver: readonly string[] }[], reason: string, chosenBy: string | null): Promise<void> {
  if (choices.length === 0) return;
  await tx.query(
    `insert into selection_choice (cohort_id, enrolment_id, rank, passed_over, reason, chosen_by)
     select $1, x."enrolmentId", x.rank, array(select jsonb_array_elements_text(x."passedOver")::uuid), $3, $4 from jsonb_to_recordset($2::jsonb) as x ("enrolmentId" uuid, rank int, "passedOver" jsonb)`,
    [cohortId, JSON.stringify(choices), reason, chosenBy]);
}

/** A candidate's result in a step, as far as there is one. */
export interface KnownResult {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly results: readonly ResultRecord[];
}

/** Results in force of these candidates; whoever is not of the cohort is left out. */
export async function loadKnownResults(tx: Transaction, cohortId: string, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, KnownResult>> {
  const rows = await rowsOf<KnownResult>(tx,
    `select e.id as "enrolmentId", e.person_id as "personId", coalesce((select json_agg(json_build_object('id', r.id, 'step', r.step, 'passed', r.passed, 'score', r.score, 'note', r.note, 'source', r.source))
       from selection_result r where r.enrolment_id = e.id and not exists (select from selection_result later where later.supersedes = r.id)), '[]') as results
     from enrolment e where e.cohort_id = $1 and e.id = any($2::uuid[])`, [cohortId, enrolmentIds]);
  return new Map(rows.map((row) => [row.enrolmentId, row]));
}

export interface NewResult {
  readonly enrolmentId: string;
  readonly step: SelectionStep;
  readonly passed: boolean | null;
  readonly score: number | null;
  readonly note: string;
  readonly supersedes: string | null;
}

/** Writes results in one statement. Where somebody else was first nothing is written. @returns what was written, as `enrolment step`. */
export async function insertResults(tx: Transaction, cohortId: string, results: readonly NewResult[], source: ResultSource, recordedBy: string | null): Promise<ReadonlySet<string>> {
  if (results.length === 0) return new Set();
  const rows = await rowsOf<{ key: string }>(tx,
    `insert into selection_result (cohort_id, enrolment_id, step, passed, score, note, source, recorded_by, supersedes)
     select $1, x."enrolmentId", x.step, x.passed, x.score, x.note, $3, $4, x.supersedes
     from jsonb_to_recordset($2::jsonb) as x ("enrolmentId" uuid, step text, passed boolean, score numeric, note text, supersedes uuid) order by x."enrolmentId", x.step
     on conflict do nothing returning enrolment_id || ' ' || step as key`, [cohortId, JSON.stringify(results), source, recordedBy]);
  return new Set(rows.map(({ key }) => key));
}

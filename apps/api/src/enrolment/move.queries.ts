import { bandOf, decideEligibility, type EligibilityFacts, type EligibilityRule, type EnrolmentState, type MovingParticipant, type QuotaCell, type SeatFacts } from '@jenjang/shared';
import type { LockedCohort } from '../cohort/index.js';
import { rowsOf, type Transaction } from '../platform/index.js';

/** Whom a decision is about: participants, people by their employment on the first day, or people as a file describes them. */
export type Movers =
  | { readonly by: 'enrolment' | 'person'; readonly ids: readonly string[] }
  | { readonly by: 'record'; readonly records: readonly MoverRecord[] };

/** Somebody as a file describes them; without an id when nobody like that is on record yet. */
export interface MoverRecord {
  readonly key: string;
  readonly personId: string | null;
  readonly agencyId: string;
  readonly unitId: string | null;
  readonly kind: string | null;
  readonly positionKind: string | null;
  readonly eselon: string | null;
}

/** A participant or somebody who becomes one, with the person behind it. */
export interface Mover extends MovingParticipant {
  /** What the decision calls them by. */
  readonly key: string;
  readonly personId: string | null;
  readonly enrolmentId: string | null;
}

interface MoverRow extends Omit<EligibilityFacts, 'on'> {
  readonly key: string;
  readonly personId: string | null;
  readonly enrolmentId: string | null;
  readonly state: EnrolmentState | null;
  readonly classId: string | null;
  readonly agencyId: string;
  readonly certified: boolean;
  readonly quotaId: string | null;
  readonly replaced: boolean;
}

const fromEmployment = `m.agency_id as employer_id, m.unit_id, m.kind, m.position_kind, m.eselon`;

/** SQL: one row per mover out of $2, with the employment that counts; `c` is the cohort. */
const who = {
  enrolment: `select x.id as key, x.person_id, x.id as enrolment_id, ${fromEmployment} from enrolment x left join employment m on m.id = x.employment_id where x.id = any($2::uuid[]) and x.cohort_id = $1`,
  person: `select x.id as key, x.id as person_id, y.id as enrolment_id, ${fromEmployment} from c cross join person x left join enrolment y on y.cohort_id = c.id and y.person_id = x.id
    left join employment m on m.id = ${heldOn('x.id')} where x.id = any($2::uuid[])`,
  record: `select x.key, x."personId" as person_id, y.id as enrolment_id, x."agencyId" as employer_id, x."unitId" as unit_id, x.kind, x."positionKind" as position_kind, x.eselon
    from jsonb_to_recordset($2::jsonb) as x (key text, "personId" uuid, "agencyId" uuid, "unitId" uuid, kind text, "positionKind" text, eselon text)
    left join enrolment y on y.cohort_id = $1 and y.person_id = x."personId"`,
} as const;

const lastTrained = `(select max(o.ends_on) from enrolment e2 join cohort o on o.id = e2.cohort_id join curriculum k on k.id = o.curriculum_id
  where e2.person_id = w.person_id and e2.state = 'accepted' and o.id <> c.id and k.programme_id = c.programme_id and o.state <> 'cancelled' and o.ends_on < c.starts_on
    and not exists (select from graduation_decision d where d.enrolment_id = e2.id and d.outcome = 'failed' and not exists (select from graduation_decision n where n.supersedes = d.id)))`;
const completed = `array(select distinct k.programme_id from enrolment e2 join cohort o on o.id = e2.cohort_id join curriculum k on k.id = o.curriculum_id join graduation_decision d on d.enrolment_id = e2.id
  where e2.person_id = w.person_id and d.outcome = 'graduated' and not exists (select from graduation_decision n where n.supersedes = d.id))`;

/** Everybody that the decision is about, in one statement. What is past is only looked up when the rule asks for it. */
export async function loadMovers(tx: Transaction, cohort: Pick<LockedCohort, 'id' | 'startsOn'>, rule: EligibilityRule, movers: Movers): Promise<readonly Mover[]> {
  const asked = movers.by === 'record' ? JSON.stringify(movers.records) : movers.ids;
  const rows = await rowsOf<MoverRow>(tx,
    `with c as (select c.*, k.programme_id, a.region_code from cohort c join curriculum k on k.id = c.curriculum_id join agency a on a.id = c.agency_id where c.id = $1), w as (${who[movers.by]})
     select w.key::text as key, w.person_id as "personId", e.id as "enrolmentId", e.state, e.class_id as "classId", coalesce(w.employer_id, c.agency_id) as "agencyId",
            coalesce(e.quota_id, (e.state_details ->> 'quotaId')::uuid) as "quotaId",
            e.id is not null and exists (select from certificate_state s where s.enrolment_id = e.id and s.state in ('active', 'suspended')) as certified,
            e.id is not null and exists (select from enrolment r where r.replaces = e.id and r.state not in ('rejected', 'withdrawn')) as replaced,
            coalesce(u.path, '') as "unitPath", w.kind as "employmentKind", w.position_kind as "positionKind", w.eselon, coalesce(u.region_code, g.region_code) as "regionCode",
            case when $3 then ${lastTrained} end as "lastTrainedOn", case when $4 then ${completed} else '{}' end as "completedProgrammeIds"
     from w cross join c left join enrolment e on e.id = w.enrolment_id left join unit u on u.id = w.unit_id left join agency g on g.id = w.employer_id`,
    [cohort.id, asked, Boolean(rule.notTrainedYears), (rule.prerequisiteProgrammeIds?.length ?? 0) > 0]);
  return rows.map(({ state, ...row }) => ({ ...row, state: state ?? 'new', band: bandOf(row.eselon), shortfalls: decideEligibility(rule, { ...row, on: cohort.startsOn }) }));
}

/** Who may come into the cohort. */
export async function loadEligibility(tx: Transaction, cohortId: string): Promise<EligibilityRule> {
  const [row] = await rowsOf<{ eligibility: EligibilityRule }>(tx, `select eligibility from admission where cohort_id = $1`, [cohortId]);
  return row?.eligibility ?? {};
}

/** Free seats of a locked cohort, with all that they are divided into, locked in one order until the transaction ends. */
export async function lockSeats(tx: Transaction, cohort: LockedCohort): Promise<SeatFacts> {
  const cells = await rowsOf<QuotaCell>(tx,
    `select q.id, q.unit_id as "unitId", u.path as "unitPath", q.band, q.seats, q.taken from quota q left join unit u on u.id = q.unit_id
     where q.cohort_id = $1 order by u.path nulls last, q.band nulls last for no key update of q`, [cohort.id]);
  const above = await rowsOf<SeatFacts['ceilings'][number] & { ceiling: boolean }>(tx,
    `select a.id, a.agency_id as "agencyId", a.seats, a.taken, a.ceiling from allocation a
     where a.year = extract(year from $2::date) and (a.academy_id, coalesce(a.programme_id, (select programme_id from curriculum where id = $1)))
       = (select p.academy_id, p.id from curriculum k join programme p on p.id = k.programme_id where k.id = $1)
     order by a.id for no key update`, [cohort.curriculumId, cohort.startsOn]);
  const [taken] = await rowsOf<{ free: number }>(tx, `select capacity - seats_taken - seats_offered as free from cohort where id = $1`, [cohort.id]);
  return { cohort: taken?.free ?? 0, classes: await lockClassSeats(tx, cohort.id), cells, ceilings: above.filter(({ ceiling }) => ceiling) };
}

/** Free seats per class, locked until the transaction ends. */
export async function lockClassSeats(tx: Transaction, cohortId: string): Promise<Record<string, number>> {
  const rows = await rowsOf<{ id: string; free: number }>(tx, `select id, capacity - seats_taken - seats_offered as free from cohort_class where cohort_id = $1 order by id for no key update`, [cohortId]);
  return Object.fromEntries(rows.map(({ id, free }) => [id, free]));
}

/** A decided move as it is written. */
export interface StoredMove {
  readonly personId: string;
  readonly enrolmentId: string | null;
  readonly state: EnrolmentState;
  readonly classId: string | null;
  readonly quotaId: string | null;
  readonly code: string | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly replaces: string | null;
  readonly rank: number | null;
  readonly nominationId: string | null;
}

/** Writes moves in two statements: those who are in the cohort, then newcomers. @returns the ids of all by person. */
export async function saveMoves(tx: Transaction, cohortId: string, moves: readonly StoredMove[], onBehalfOf: string | null): Promise<Map<string, string>> {
  const values = [cohortId, JSON.stringify(moves), onBehalfOf];
  const moved = moves.some(({ enrolmentId }) => enrolmentId !== null) ? await rowsOf<SavedMove>(tx, moveParticipants, values) : [];
  const made = moves.some(({ enrolmentId }) => enrolmentId === null) ? await rowsOf<SavedMove>(tx, addParticipants, values) : [];
  return new Map([...moved, ...made].map(({ id, personId }) => [personId, id]));
}

interface SavedMove {
  readonly id: string;
  readonly personId: string;
}

const columns = `x ("personId" uuid, "enrolmentId" uuid, state text, "classId" uuid, "quotaId" uuid, code text, reason text, details jsonb, replaces uuid, rank int, "nominationId" uuid)`;

const moveParticipants = `
  update enrolment e set state = x.state, class_id = x."classId", quota_id = x."quotaId", state_code = x.code, state_reason = x.reason, state_details = x.details, on_behalf_of = $3,
    replaces = coalesce(x.replaces, e.replaces), nomination_id = coalesce(x."nominationId", e.nomination_id), nomination_rank = coalesce(x.rank, e.nomination_rank),
    employment_id = ${heldOn('e.person_id')}
  from jsonb_to_recordset($2::jsonb) as ${columns}, cohort c where c.id = $1 and x."enrolmentId" = e.id returning e.id, e.person_id as "personId"`;

const addParticipants = `
  insert into enrolment (cohort_id, person_id, class_id, state, employment_id, quota_id, nomination_id, nomination_rank, replaces, state_code, state_reason, state_details, on_behalf_of)
  select c.id, x."personId", x."classId", x.state, ${heldOn('x."personId"')}, x."quotaId", x."nominationId", x.rank, x.replaces, x.code, x.reason, x.details, $3
  from jsonb_to_recordset($2::jsonb) as ${columns}, cohort c where c.id = $1 and x."enrolmentId" is null returning id, person_id as "personId"`;

/** SQL: the employment that a person holds on the first day of cohort `c`. */
function heldOn(person: string): string {
  return `(select m.id from employment m where m.person_id = ${person} and daterange(m.valid_from, m.valid_to) @> c.starts_on)`;
}

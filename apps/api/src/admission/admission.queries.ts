import { decideEligibility, type AdmissionDefaults, type AdmissionView, type EligibilityCode, type EligibilityCount, type EligibilityFacts, type EligibilityRule } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

/** Admission as stored, without what depends on the reader. */
export type StoredAdmission = Omit<AdmissionView, 'names' | 'mayManage'>;

const columns = `
  a.cohort_id as "cohortId", c.agency_id as "agencyId", k.programme_id as "programmeId", c.state, c.starts_on as "startsOn", c.zone, a.route, a.steps, a.passing_score as "passingScore", a.eligibility,
  a.opens_on as "opensOn", a.closes_on as "closesOn", a.cut_off_on as "cutOffOn", a.quota_returns_on as "quotaReturnsOn", ${isoOf('a.quota_returned_at')} as "quotaReturnedAt",
  a.offer_hours as "offerHours", a.version`;

/** The admission of a cohort; null when there is no such cohort. */
export async function loadAdmission(db: Database, cohortId: string): Promise<StoredAdmission | null> {
  const [row] = await db.read<StoredAdmission>(`select ${columns} from admission a join cohort c on c.id = a.cohort_id join curriculum k on k.id = c.curriculum_id where a.cohort_id = $1`, [cohortId]);
  return row ?? null;
}

/** The same, locked. The cohort is locked before. */
export async function lockAdmission(tx: Transaction, cohortId: string): Promise<StoredAdmission> {
  const [row] = await rowsOf<StoredAdmission>(tx,
    `select ${columns} from admission a join cohort c on c.id = a.cohort_id join curriculum k on k.id = c.curriculum_id where a.cohort_id = $1 for no key update of a`, [cohortId]);
  if (!row) throw new Error(`cohort ${cohortId} without admission`);
  return row;
}

/** What of an admission may be changed. */
export type AdmissionChanges = Omit<StoredAdmission, 'cohortId' | 'agencyId' | 'programmeId' | 'state' | 'startsOn' | 'zone' | 'version'>;

export async function saveAdmission(tx: Transaction, cohortId: string, change: AdmissionChanges): Promise<void> {
  await tx.query(
    `update admission set route = $2, steps = $3, passing_score = $4, eligibility = $5, opens_on = $6, closes_on = $7, cut_off_on = $8, quota_returns_on = $9, quota_returned_at = $10, offer_hours = $11
     where cohort_id = $1`,
    [cohortId, change.route, change.steps, change.passingScore, JSON.stringify(change.eligibility), change.opensOn, change.closesOn, change.cutOffOn, change.quotaReturnsOn, change.quotaReturnedAt, change.offerHours]);
}

/** Names of all that a rule names by id or code. */
export async function loadNames(db: Database, { unitIds = [], regionCodes = [], prerequisiteProgrammeIds = [] }: EligibilityRule): Promise<Record<string, string>> {
  const rows = await db.read<{ key: string; name: string }>(
    `select id::text as key, name from unit where id = any($1::uuid[]) union all select code, name from region where code = any($2::text[])
     union all select id::text, name from programme where id = any($3::uuid[])`, [unitIds, regionCodes, prerequisiteProgrammeIds]);
  return Object.fromEntries(rows.map(({ key, name }) => [key, name]));
}

/** A programme as far as its defaults go; null when there is no such programme. */
export interface ProgrammeDefaults {
  readonly agencyId: string | null;
  readonly admission: Partial<AdmissionDefaults>;
  readonly version: number;
}

export async function loadDefaults(db: Database, programmeId: string): Promise<ProgrammeDefaults | null> {
  const [row] = await db.read<ProgrammeDefaults>(`select agency_id as "agencyId", admission, version from programme where id = $1`, [programmeId]);
  return row ?? null;
}

export async function lockDefaults(tx: Transaction, programmeId: string): Promise<ProgrammeDefaults | null> {
  const [row] = await rowsOf<ProgrammeDefaults>(tx, `select agency_id as "agencyId", admission, version from programme where id = $1 for no key update`, [programmeId]);
  return row ?? null;
}

export async function saveDefaults(tx: Transaction, programmeId: string, defaults: AdmissionDefaults): Promise<void> {
  await tx.query(`update programme set admission = $2 where id = $1`, [programmeId, JSON.stringify(defaults)]);
}

interface PeopleGroup extends Omit<EligibilityFacts, 'on'> {
  readonly people: number;
}

const trained = `(select max(o.ends_on) from enrolment e join cohort o on o.id = e.cohort_id join curriculum t on t.id = o.curriculum_id
  where e.person_id = m.person_id and e.state = 'accepted' and o.id <> c.id and t.programme_id = k.programme_id and o.state <> 'cancelled' and o.ends_on < c.starts_on
    and not exists (select from graduation_decision d where d.enrolment_id = e.id and d.outcome = 'failed' and not exists (select from graduation_decision n where n.supersedes = d.id)))`;
const completed = `array(select distinct t.programme_id from enrolment e join cohort o on o.id = e.cohort_id join curriculum t on t.id = o.curriculum_id join graduation_decision d on d.enrolment_id = e.id
  where e.person_id = m.person_id and d.outcome = 'graduated' and not exists (select from graduation_decision n where n.supersedes = d.id) order by 1)`;

/** How many people at work in the agency of a cohort a rule would let in. People who are alike are judged once. */
export async function countEligible(db: Database, cohort: { readonly id: string; readonly startsOn: string }, rule: EligibilityRule): Promise<EligibilityCount> {
  const groups = await db.read<PeopleGroup>(
    `select "positionKind", eselon, "employmentKind", "unitPath", "regionCode", "lastTrainedOn", "completedProgrammeIds", count(*) as people from (
       select m.position_kind as "positionKind", m.eselon, m.kind as "employmentKind", coalesce(u.path, '') as "unitPath", coalesce(u.region_code, a.region_code) as "regionCode",
              case when $2 then ${trained} end as "lastTrainedOn", case when $3 then ${completed} else '{}' end as "completedProgrammeIds"
       from cohort c join curriculum k on k.id = c.curriculum_id join agency a on a.id = c.agency_id
       join employment m on m.agency_id = c.agency_id and daterange(m.valid_from, m.valid_to) @> c.starts_on and m.duty_status in ('active', 'leave') left join unit u on u.id = m.unit_id
       where c.id = $1) x group by 1, 2, 3, 4, 5, 6, 7`, [cohort.id, Boolean(rule.notTrainedYears), (rule.prerequisiteProgrammeIds?.length ?? 0) > 0]);
  const failed = new Map<EligibilityCode, number>();
  let [people, eligible] = [0, 0];
  for (const group of groups) {
    const shortfalls = decideEligibility(rule, { ...group, on: cohort.startsOn });
    people += group.people;
    if (shortfalls.length === 0) eligible += group.people;
    for (const { code } of shortfalls) failed.set(code, (failed.get(code) ?? 0) + group.people);
  }
  return { people, eligible, shortfalls: [...failed].map(([code, count]) => ({ code, people: count })) };
}

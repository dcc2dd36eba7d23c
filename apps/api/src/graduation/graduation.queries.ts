import type { AttendanceRow, GraduationCriteria, ParticipantFacts, ParticipantRecord, StoredDecision, Zone } from '@jenjang/shared';
import { isoOf, marksInForceOf, participantColumns, participantJoins, participantMatches, participantOrder } from '../attendance/index.js';
import { rowsOf, scopeCondition, type Actor, type Database, type Transaction } from '../platform/index.js';

/** Whatever answers a statement with rows: the database, or a transaction. */
export type Reader = Pick<Database, 'read'>;

export function readerOf(tx: Transaction): Reader {
  return { read: (sql, values) => rowsOf(tx, sql, values) };
}

/** A cohort as its decisions need it. */
export interface CohortToDecide {
  readonly id: string;
  readonly name: string;
  readonly agencyId: string;
  readonly zone: Zone;
  readonly programmeName: string;
  readonly curriculumId: string;
  readonly curriculumNumber: number;
  readonly criteria: GraduationCriteria;
  readonly requiredActivities: number;
}

export async function loadCohorts(db: Reader, cohortIds: readonly string[]): Promise<CohortToDecide[]> {
  return db.read<CohortToDecide>(
    `select c.id, c.name, c.agency_id as "agencyId", c.zone, pr.name as "programmeName", k.id as "curriculumId", k.number as "curriculumNumber", k.criteria,
            (select count(*) from activity a join module m on m.id = a.module_id where m.curriculum_id = k.id and a.required) as "requiredActivities"
     from cohort c join curriculum k on k.id = c.curriculum_id join programme pr on pr.id = k.programme_id where c.id = any($1::uuid[])`, [cohortIds]);
}

/**
 * Accepted participants whom the actor may read, by name. Within reach are those of the actor's cohorts and those who
 * belong to the actor's agency or units wherever they are trained.
 */
export async function loadReadableIds(db: Reader, actor: Actor, cohortId: string, words: string | null): Promise<string[]> {
  const values: unknown[] = [cohortId, words];
  const trainedHere = scopeCondition(actor, 'graduation.read', { agency: 'c.agency_id', cohort: 'c.id', unitPath: 'u.path' }, values);
  const ownStaff = scopeCondition(actor, 'graduation.read', { agency: 'em.agency_id' }, values);
  return idsOf(await db.read(
    `select e.id from enrolment e join cohort c on c.id = e.cohort_id ${participantJoins}
     where e.cohort_id = $1 and e.state = 'accepted' and ${participantMatches(2)} and (${trainedHere} or ${ownStaff}) order by ${participantOrder}`, values));
}

/** Accepted participants by id: all, or those among the ids given. */
export async function loadAcceptedIds(db: Reader, cohortId: string, among: readonly string[] | null): Promise<string[]> {
  return idsOf(await db.read(
    `select id from enrolment where cohort_id = $1 and state = 'accepted' and ($2::uuid[] is null or id = any($2)) order by id`, [cohortId, among]));
}

/** The cohorts in which a person is accepted, newest first. */
export async function loadOwnEnrolments(db: Reader, personId: string, enrolmentId: string | null): Promise<{ readonly enrolmentId: string; readonly cohortId: string }[]> {
  return db.read(
    `select e.id as "enrolmentId", c.id as "cohortId" from enrolment e join cohort c on c.id = e.cohort_id
     where e.person_id = $1 and e.state = 'accepted' and c.state <> 'cancelled' and ($2::uuid is null or e.id = $2) order by c.starts_on desc, c.id limit 100`, [personId, enrolmentId]);
}

/** What is stored of a decision, with what it was taken from. */
export type DecisionInForce = StoredDecision & { readonly inputs: ParticipantRecord };

/** A participant with all facts that a decision is taken from. */
export interface ParticipantToDecide extends ParticipantFacts {
  readonly classId: string | null;
  readonly marks: AttendanceRow['marks'];
  readonly completedActivities: number;
  readonly scores: Readonly<Record<string, number>>;
  readonly stored: DecisionInForce | null;
}

/** SQL of a decision `d` as JSON. Why it was taken early is in its audit event. */
const decisionJson = `json_build_object('id', d.id, 'outcome', d.outcome, 'predicate', d.predicate, 'finalScore', d.final_score, 'results', d.results, 'inputs', d.inputs,
  'decidedAt', ${isoOf('d.decided_at')}, 'decidedBy', (select display_name from account where id = d.decided_by),
  'reason', (select reason from audit_event where subject_kind = 'graduation_decision' and subject_id = d.id::text and action = 'created' limit 1))`;

/** The facts of these participants of one cohort in the order given. */
export async function loadParticipants(db: Reader, cohort: CohortToDecide, ids: readonly string[]): Promise<ParticipantToDecide[]> {
  return db.read<ParticipantToDecide>(
    `select ${participantColumns}, e.class_id as "classId", ${marksInForceOf('e.id')} as marks,
            (select count(*) from activity_progress g join activity a on a.id = g.activity_id and a.required join module m on m.id = a.module_id and m.curriculum_id = $2
              where g.enrolment_id = e.id and g.completed_at is not null) as "completedActivities",
            (select coalesce(json_object_agg(s.component, s.value), '{}') from score s where s.enrolment_id = e.id and not exists (select from score n where n.supersedes = s.id)) as scores,
            (select ${decisionJson} from graduation_decision d where d.enrolment_id = e.id and not exists (select from graduation_decision n where n.supersedes = d.id)) as stored
     from unnest($1::uuid[]) with ordinality as wanted (id, place) join enrolment e on e.id = wanted.id ${participantJoins} order by wanted.place`, [ids, cohort.curriculumId]);
}

/** Every decision about a participant, newest first. */
export async function loadDecisions(db: Reader, enrolmentId: string): Promise<StoredDecision[]> {
  const rows = await db.read<{ decision: DecisionInForce }>(
    `select ${decisionJson} as decision from graduation_decision d where d.enrolment_id = $1 order by d.decided_at desc, d.id`, [enrolmentId]);
  return rows.map(({ decision: { inputs: _inputs, ...stored } }) => stored);
}

/** Titles and times of sessions, for the details of a standing. */
export async function loadSessionFacts(db: Reader, cohortId: string): Promise<{ readonly sessionId: string; readonly title: string; readonly startsAt: string; readonly endsAt: string; readonly zone: Zone; readonly venue: string }[]> {
  return db.read(
    `select id as "sessionId", title, ${isoOf('starts_at')} as "startsAt", ${isoOf('ends_at')} as "endsAt", zone, venue from session where cohort_id = $1 order by starts_at, id`, [cohortId]);
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

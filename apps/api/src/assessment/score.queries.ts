import type { GraduationCriteria, ScoreInForce, ScoreRow } from '@jenjang/shared';
import { isoOf, participantColumns, participantJoins, participantMatches } from '../attendance/index.js';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

/** A cohort as scoring needs it. */
export interface CohortOfScores {
  readonly id: string;
  readonly name: string;
  readonly agencyId: string;
  readonly completed: boolean;
  readonly criteria: GraduationCriteria;
}

const cohortOfScores = `
  select c.id, c.name, c.agency_id as "agencyId", c.state = 'completed' as completed, k.criteria
  from cohort c join curriculum k on k.id = c.curriculum_id where c.id = $1`;

export async function loadCohortOfScores(db: Database, cohortId: string): Promise<CohortOfScores | null> {
  const [row] = await db.read<CohortOfScores>(cohortOfScores, [cohortId]);
  return row ?? null;
}

/** The cohort, kept as it is while scores are written: nobody completes it meanwhile. */
export async function holdCohortOfScores(tx: Transaction, cohortId: string): Promise<CohortOfScores | null> {
  const [row] = await rowsOf<CohortOfScores>(tx, `${cohortOfScores} for share of c`, [cohortId]);
  return row ?? null;
}

/** SQL of component code to ScoreInForce of an enrolment `e`, as JSON. */
const scoresInForce = `(
  select coalesce(json_object_agg(s.component, json_build_object('id', s.id, 'value', s.value, 'reason', s.reason, 'recordedAt', ${isoOf('s.recorded_at')}, 'recordedBy', a.display_name)), '{}')
  from score s left join account a on a.id = s.recorded_by where s.enrolment_id = e.id and not exists (select from score n where n.supersedes = s.id))`;

export type GridRow = Omit<ScoreRow, 'finalScore'>;

/** Parts of the list of a cohort's accepted participants with their scores in force. */
export const gridList = {
  columns: `${participantColumns}, ${scoresInForce} as scores`,
  from: `from enrolment e ${participantJoins} where e.cohort_id = $1 and e.state = 'accepted' and ${participantMatches(2)}`,
  sorts: { name: 'fold_text(p.full_name)', unit: 'u.name', class: 'cc.code' },
  tie: 'e.id',
} as const;

/** Scores in force of these participants, component by component; whoever is not accepted in the cohort is left out. */
export async function loadKnownScores(tx: Transaction, cohortId: string, enrolmentIds: readonly string[]): Promise<Map<string, Readonly<Record<string, ScoreInForce>>>> {
  const rows = await rowsOf<{ enrolmentId: string; scores: Record<string, ScoreInForce> }>(tx,
    `select e.id as "enrolmentId", ${scoresInForce} as scores from enrolment e where e.cohort_id = $1 and e.state = 'accepted' and e.id = any($2::uuid[])`, [cohortId, enrolmentIds]);
  return new Map(rows.map(({ enrolmentId, scores }) => [enrolmentId, scores]));
}

/** A score ready to be written. */
export interface NewScore {
  readonly enrolmentId: string;
  readonly component: string;
  readonly value: number;
  readonly reason: string | null;
  readonly supersedes: string | null;
}

/** Writes scores in one statement. Where somebody else was first nothing is written. @returns what was written, as `scoreKey`. */
export async function insertScores(tx: Transaction, scores: readonly NewScore[], recordedBy: string | null): Promise<Set<string>> {
  if (scores.length === 0) return new Set();
  const rows = await rowsOf<{ enrolmentId: string; component: string }>(tx,
    `insert into score (enrolment_id, component, value, reason, supersedes, recorded_by)
     select w."enrolmentId", w.component, w.value, w.reason, w.supersedes, $2
     from jsonb_to_recordset($1::jsonb) as w("enrolmentId" uuid, component text, value numeric, reason text, supersedes uuid) order by w."enrolmentId", w.component
     on conflict do nothing returning enrolment_id as "enrolmentId", component`, [JSON.stringify(scores), recordedBy]);
  return new Set(rows.map(scoreKey));
}

/** Names one score of one participant. */
export function scoreKey({ enrolmentId, component }: { readonly enrolmentId: string; readonly component: string }): string {
  return `${enrolmentId} ${component}`;
}

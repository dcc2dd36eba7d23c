import type { GraduationDecision, ParticipantRecord } from '@jenjang/shared';
import type { Transaction } from '../platform/index.js';
import type { CohortToDecide } from './graduation.queries.js';

/** A decision ready to be written. */
export interface NewDecision extends Pick<GraduationDecision, 'outcome' | 'predicate' | 'finalScore' | 'results'> {
  readonly enrolmentId: string;
  readonly inputs: ParticipantRecord;
  readonly supersedes: string | null;
}

/** Lets one decider at a time work on a cohort, until the transaction ends. */
export async function holdDecisions(tx: Transaction, cohortId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('graduation ' || $1::text, 0))`, [cohortId]);
}

/** Writes decisions in one statement, with the criteria as they stand. */
export async function insertDecisions(tx: Transaction, cohort: CohortToDecide, decisions: readonly NewDecision[], decidedBy: string | null): Promise<void> {
  if (decisions.length === 0) return;
  await tx.query(
    `insert into graduation_decision (enrolment_id, outcome, predicate, final_score, inputs, results, supersedes, curriculum_id, criteria, decided_by)
     select w."enrolmentId", w.outcome, w.predicate, w."finalScore", w.inputs, w.results, w.supersedes, $2, $3::jsonb, $4
     from jsonb_to_recordset($1::jsonb) as w("enrolmentId" uuid, outcome text, predicate text, "finalScore" numeric, inputs jsonb, results jsonb, supersedes uuid)`,
    [JSON.stringify(decisions), cohort.curriculumId, JSON.stringify(cohort.criteria), decidedBy]);
}

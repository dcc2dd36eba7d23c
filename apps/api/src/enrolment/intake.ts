import { decideIntake, Refusal, type IntakeDecision, type IntakeReport, type IntakeRow } from '@jenjang/shared';
import { isTaking, lockCohort } from '../cohort/index.js';
import type { Actor, Transaction } from '../platform/index.js';
import { loadKnownPeople } from './enrolment.queries.js';
import { factsOf } from './move.facts.js';
import { storeMoves } from './move.store.js';

export interface IntakeRules {
  /** `each` takes those who can be taken, `all` takes all or nobody. */
  readonly mode: 'each' | 'all';
  readonly whenFull: 'refuse' | 'waitlist';
  /** Nobody is told: what an import wrote may be taken back for a day. */
  readonly quiet?: boolean;
}

/**
 * Takes people into a cohort while seats last, in the order given, and says of each what became of them. The cohort is
 * locked meanwhile, so two callers never share a seat.
 * @throws Refusal enrolment.closed when the cohort takes nobody, enrolment.notAll when mode is `all` and somebody is refused.
 */
export async function enrolPeople(tx: Transaction, actor: Actor, cohortId: string, rows: readonly IntakeRow[], rules: IntakeRules): Promise<IntakeReport> {
  const cohort = await lockCohort(tx, actor, cohortId, 'enrolment.manage');
  if (!isTaking(cohort)) throw new Refusal('enrolment.closed', { state: cohort.state });
  const known = await loadKnownPeople(tx, actor, cohortId, rows.map(({ personId }) => personId));
  const { facts, movers } = await factsOf(tx, cohort, { by: 'person', ids: known });
  const decisions = decideIntake(facts, rows, rules.whenFull);
  const refused = decisions.filter(({ outcome }) => outcome === 'refused');
  if (rules.mode === 'all' && refused.length > 0) {
    throw new Refusal('enrolment.notAll', { asked: rows.length, refused: refused.length, rows: decisions.map(({ personId, outcome, code }) => ({ personId, outcome, ...(code ? { code } : {}) })) });
  }
  const ids = await storeMoves(tx, actor, cohort, movers, decisions.map(({ move }) => ({ asked: {}, outcome: move ?? undefined })), { quiet: rules.quiet ?? false });
  return report(decisions, ids, facts.seats.cohort);
}

function report(decisions: readonly IntakeDecision[], ids: ReadonlyMap<string, string>, free: number): IntakeReport {
  const count = (outcome: IntakeDecision['outcome']): number => decisions.filter((decision) => decision.outcome === outcome).length;
  return {
    rows: decisions.map(({ personId, outcome, code }) => {
      const enrolmentId = outcome === 'refused' ? undefined : ids.get(personId);
      return { personId, outcome, ...(code ? { code } : {}), ...(enrolmentId ? { enrolmentId } : {}) };
    }),
    accepted: count('accepted'), waitlisted: count('waitlisted'), refused: count('refused'), seatsLeft: free - count('accepted'),
  };
}

import { decideIntake, Refusal, type FreeSeats, type IntakeDecision, type IntakeReport } from '@jenjang/shared';
import { followGrants } from '../account/index.js';
import { isTaking, lockCohort } from '../cohort/index.js';
import type { Actor, Transaction } from '../platform/index.js';
import { loadKnownPeople, lockClassSeats, savePlacements, type Placement } from './enrolment.queries.js';

/** A person to take in, and the class to place them in. */
export interface IntakeRow {
  readonly personId: string;
  readonly classId: string | null;
}

export interface IntakeRules {
  /** `each` takes those who can be taken, `all` takes all or nobody. */
  readonly mode: 'each' | 'all';
  readonly whenFull: 'refuse' | 'waitlist';
}

/**
 * Takes people into a cohort while seats last, in the order given, and says of each what became of them. The cohort is
 * locked meanwhile, so two callers never share a seat.
 * @throws Refusal enrolment.closed when the cohort takes nobody, enrolment.notAll when mode is `all` and somebody is refused.
 */
export async function enrolPeople(tx: Transaction, actor: Actor, cohortId: string, rows: readonly IntakeRow[], rules: IntakeRules): Promise<IntakeReport> {
  const cohort = await lockCohort(tx, actor, cohortId, 'enrolment.manage');
  if (!isTaking(cohort)) throw new Refusal('enrolment.closed', { state: cohort.state });
  const free = { cohort: cohort.capacity - cohort.seatsTaken, classes: await lockClassSeats(tx, cohortId) };
  const decisions = await decide(tx, actor, cohortId, rows, free, rules);
  const refused = decisions.filter(({ outcome }) => outcome === 'refused');
  if (rules.mode === 'all' && refused.length > 0) {
    throw new Refusal('enrolment.notAll', { asked: rows.length, refused: refused.length, rows: decisions.map(({ personId, outcome, code }) => ({ personId, outcome, ...(code ? { code } : {}) })) });
  }
  const ids = await savePlacements(tx, cohortId, placementsOf(rows, decisions));
  await followGrants(tx, actor, cohortId, 'participant', [...ids.keys()]);
  return report(decisions, ids, free);
}

async function decide(tx: Transaction, actor: Actor, cohortId: string, rows: readonly IntakeRow[], free: FreeSeats, { whenFull }: IntakeRules): Promise<readonly IntakeDecision[]> {
  const known = await loadKnownPeople(tx, actor, cohortId, rows.map(({ personId }) => personId));
  const candidates = rows.map(({ personId, classId }) => ({ personId, classId, known: known.has(personId), state: known.get(personId) ?? null }));
  return decideIntake(candidates, free, whenFull);
}

function placementsOf(rows: readonly IntakeRow[], decisions: readonly IntakeDecision[]): readonly Placement[] {
  return decisions.flatMap(({ personId, outcome }, index) => (outcome === 'refused' ? [] : [{ personId, classId: rows[index]?.classId ?? null, state: outcome }]));
}

function report(decisions: readonly IntakeDecision[], ids: ReadonlyMap<string, string>, free: FreeSeats): IntakeReport {
  const count = (outcome: IntakeDecision['outcome']): number => decisions.filter((decision) => decision.outcome === outcome).length;
  return {
    rows: decisions.map(({ personId, outcome, code }) => {
      const enrolmentId = outcome === 'refused' ? undefined : ids.get(personId);
      return { personId, outcome, ...(code ? { code } : {}), ...(enrolmentId ? { enrolmentId } : {}) };
    }),
    accepted: count('accepted'), waitlisted: count('waitlisted'), refused: count('refused'), seatsLeft: free.cohort - count('accepted'),
  };
}

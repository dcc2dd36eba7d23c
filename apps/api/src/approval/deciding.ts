import { Refusal, type ApprovalAnswer, type ApprovalDecision, type AskedMove, type Zone } from '@jenjang/shared';
import { holdCohort } from '../cohort/index.js';
import type { EnrolmentMoves } from '../enrolment/index.js';
import { behalfAt, mayAt, type Actor, type Transaction } from '../platform/index.js';
import { loadApprovalCohort, loadNominees, type NomineeRecord } from './approval.queries.js';

/** Decisions of one approver about people of one cohort. */
export interface Approval {
  readonly cohortId: string;
  readonly decisions: readonly ApprovalDecision[];
  /** Whom the link asks about; null when the approver is signed in. */
  readonly asked: ReadonlySet<string> | null;
  /** Kept with each move. */
  readonly details: Readonly<Record<string, unknown>>;
}

type Bar = Pick<ApprovalAnswer, 'code' | 'facts'>;

/**
 * The agency's step: whoever is approved goes on to the organiser. Answers per person; whoever was decided before is
 * named with who did it and when.
 * @throws Refusal approval.noSecondStep when the cohort does not ask the agency.
 */
export async function decideApprovals(tx: Transaction, moves: EnrolmentMoves, approver: Actor, { cohortId, decisions, asked, details }: Approval): Promise<readonly ApprovalAnswer[]> {
  const cohort = await holdCohort(tx, cohortId);
  const { route } = await loadApprovalCohort(tx, cohortId);
  if (route !== 'two_steps') throw new Refusal('approval.noSecondStep');
  const nominees = new Map((await loadNominees(tx, cohortId, decisions.map(({ enrolmentId }) => enrolmentId))).map((nominee) => [nominee.person.enrolmentId, nominee]));
  const bars = new Map<string, Bar>();
  const wishes = new Map<string | null, AskedMove[]>();
  for (const decision of decisions) {
    const nominee = nominees.get(decision.enrolmentId);
    const bar = barOf(nominee, approver, asked, cohort.zone);
    if (bar || !nominee) bars.set(decision.enrolmentId, bar ?? { code: 'approval.notAsked', facts: {} });
    else listOf(wishes, behalfAt(approver, 'nomination.approve', nominee)?.accountId ?? null).push(moveOf(decision, details));
  }
  for (const [onBehalfOf, list] of wishes) {
    for (const { enrolmentId, outcome, code, facts } of await moves.move(tx, approver, cohort, list, { onBehalfOf })) {
      if (outcome === 'refused') bars.set(enrolmentId, { code, facts });
    }
  }
  return decisions.map(({ enrolmentId, approve }) => answerOf(enrolmentId, approve, bars.get(enrolmentId)));
}

function barOf(nominee: NomineeRecord | undefined, approver: Actor, asked: ReadonlySet<string> | null, zone: Zone): Bar | null {
  if (!nominee || (asked && !asked.has(nominee.person.enrolmentId))) return { code: 'approval.notAsked', facts: {} };
  if (!mayAt(approver, 'nomination.approve', nominee)) return { code: 'approval.outOfScope', facts: {} };
  if (nominee.person.state === 'nominated') return null;
  return { code: 'approval.decidedBefore', facts: { state: nominee.person.state, by: nominee.movedBy ?? 'Jenjang', at: nominee.movedAt, zone } };
}

function moveOf({ enrolmentId, approve, code, reason }: ApprovalDecision, details: Approval['details']): AskedMove {
  return approve ? { enrolmentId, to: 'approved', details } : { enrolmentId, to: 'rejected', code: code ?? null, reason: reason ?? null, details };
}

function listOf(wishes: Map<string | null, AskedMove[]>, key: string | null): AskedMove[] {
  const list = wishes.get(key) ?? [];
  wishes.set(key, list);
  return list;
}

function answerOf(enrolmentId: string, approve: boolean, bar: Bar | undefined): ApprovalAnswer {
  if (bar) return { enrolmentId, outcome: 'refused', ...bar };
  return { enrolmentId, outcome: approve ? 'approved' : 'rejected', code: null, facts: {} };
}

import { Injectable } from '@nestjs/common';
import {
  choicesOutOfOrder, decideMoves, judgeAll, Refusal, stateOfDecision,
  type AskedMove, type MoveOutcome, type MoveReason, type OutOfOrder, type RefusedCandidate, type SelectionPreview, type SelectionReport, type SelectionRequest,
} from '@jenjang/shared';
import { lockCohort, type LockedCohort } from '../cohort/index.js';
import { EnrolmentMoves, factsOf } from '../enrolment/index.js';
import { answerOnce, Clock, Database, HttpProblem, type Actor, type Transaction } from '../platform/index.js';
import { insertChoices, loadDetails, loadTakers } from './candidate.queries.js';
import { previewOf, refusedOf, reportOf, seatCodes, type Draft } from './effect.js';
import { loadWorld, type Candidate } from './selection.world.js';

/** Deciding about candidates in bulk: a preview that stores nothing, and the decision itself. */
@Injectable()
export class DecidingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly moves: EnrolmentMoves,
  ) {}

  async preview(actor: Actor, cohortId: string, request: SelectionRequest): Promise<SelectionPreview> {
    return this.db.transaction(actor, async (tx) => {
      const cohort = await lockCohort(tx, actor, cohortId, 'enrolment.manage');
      // What a rejection would do does not depend on its reason, which is asked for afterwards.
      const draft = await draftOf(tx, actor, cohort, request, 'noSeat');
      const { facts } = await factsOf(tx, cohort, { by: 'enrolment', ids: draft.moves.map(({ enrolmentId }) => enrolmentId) });
      const outcomes = decideMoves(facts, draft.moves);
      const classes = await tx.query<{ id: string; name: string; seats: number; left: number }[]>(
        `select id, name, capacity as seats, capacity - seats_taken - seats_offered as left from cohort_class where cohort_id = $1 order by code`, [cohortId]);
      const moved = outcomes.filter(({ outcome }) => outcome === 'moved').map(({ enrolmentId }) => enrolmentId);
      return previewOf({ request, draft, outcomes, classes, details: await loadDetails(tx, moved), seenAt: this.clock.now().toISOString() });
    });
  }

  /**
   * Decides about everybody whom nothing speaks against; the others are listed with their reasons. Too few seats refuse
   * the whole, naming who took them since the preview, unless those without a seat are to wait.
   * @throws Refusal selection.orderReasonMissing, selection.seatsTaken, selection.seatsShort.
   */
  async decide(actor: Actor, cohortId: string, request: SelectionRequest, key: string | undefined): Promise<SelectionReport> {
    requireReason(request);
    return answerOnce(this.db, actor, { key, request: ['select', cohortId, request] }, async (tx) => {
      const cohort = await lockCohort(tx, actor, cohortId, 'enrolment.manage');
      const draft = await draftOf(tx, actor, cohort, request);
      if (draft.outOfOrder.length > 0 && !request.orderReason) {
        throw new Refusal('selection.orderReasonMissing', { count: draft.outOfOrder.length }, [{ path: 'orderReason', code: 'selection.orderReasonMissing' }]);
      }
      const outcomes = await this.moves.move(tx, actor, cohort, draft.moves);
      await refuseShortage(tx, actor, cohort, draft, outcomes, request.seenAt);
      const accepted = new Set(outcomes.filter(({ outcome, to }) => outcome === 'moved' && to === 'accepted').map(({ enrolmentId }) => enrolmentId));
      await insertChoices(tx, cohortId, draft.outOfOrder.filter(({ enrolmentId }) => accepted.has(enrolmentId)), request.orderReason ?? '', actor.accountId);
      return reportOf(draft, outcomes);
    });
  }
}

async function draftOf(tx: Transaction, actor: Actor, cohort: LockedCohort, request: SelectionRequest, presumed: MoveReason | null = null): Promise<Draft> {
  const world = await loadWorld(tx, actor, cohort.id);
  const byId = new Map(world.candidates.map((candidate) => [candidate.enrolmentId, candidate]));
  const judgements = judgeAll(byId, request.enrolmentIds, request.decision);
  const chosen = new Set(judgements.filter(({ bar }) => bar === null).map(({ enrolmentId }) => enrolmentId));
  const outOfOrder = request.decision === 'accept' ? choicesOutOfOrder(world.candidates, chosen) : [];
  const jumped = new Map(outOfOrder.map((choice) => [choice.enrolmentId, choice]));
  const moves = world.candidates.filter(({ enrolmentId }) => chosen.has(enrolmentId)).map((candidate) => moveOf(candidate, request, jumped.get(candidate.enrolmentId), presumed));
  return { world, byId, judgements, outOfOrder, moves };
}

function moveOf({ enrolmentId, rank }: Candidate, { decision, code, reason, orderReason, whenFull }: SelectionRequest, jump: OutOfOrder | undefined, presumed: MoveReason | null): AskedMove {
  const move = { enrolmentId, to: stateOfDecision[decision], details: { rank, ...(jump ? { passedOver: jump.passedOver.length } : {}) } };
  if (decision === 'reject') return { ...move, code: code ?? presumed, reason: reason ?? null };
  const why = jump ? { code: 'outOfOrder' as const, reason: orderReason ?? null } : { reason: reason ?? null };
  return { ...move, ...why, ...(decision === 'accept' && whenFull === 'waitlist' ? { whenFull: 'waitlisted' as const } : {}) };
}

function requireReason({ decision, code, reason }: SelectionRequest): void {
  if (decision !== 'reject' || (code !== undefined && (code !== 'other' || reason !== undefined))) return;
  throw new HttpProblem(400, 'input.invalid', {}, [{ path: code === undefined ? 'code' : 'reason', code: 'selection.reasonMissing' }]);
}

async function refuseShortage(tx: Transaction, actor: Actor, { id, zone }: LockedCohort, draft: Draft, outcomes: readonly MoveOutcome[], seenAt: string | undefined): Promise<void> {
  const rows: readonly RefusedCandidate[] = outcomes.filter(({ code }) => code !== null && seatCodes.includes(code)).map((outcome) => refusedOf(draft, outcome));
  if (rows.length === 0) return;
  const taker = seenAt === undefined ? null : await loadTakers(tx, id, seenAt, actor.accountId);
  if (taker) throw new Refusal('selection.seatsTaken', { short: rows.length, ...taker, zone, rows });
  throw new Refusal('selection.seatsShort', { short: rows.length, rows });
}

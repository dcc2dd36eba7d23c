import { Injectable } from '@nestjs/common';
import type { ApprovalAnswer, ApprovalsWaiting, DecideApprovalRequest } from '@jenjang/shared';
import { EnrolmentMoves } from '../enrolment/index.js';
import { answerOnce, Database, OutOfReach, type Actor } from '../platform/index.js';
import { loadApprovalCohort, loadCells, loadWaiting, reachesSomebody, type NomineeRecord } from './approval.queries.js';
import { decideApprovals } from './deciding.js';

/** The agency's step for approvers who are signed in. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly db: Database,
    private readonly moves: EnrolmentMoves,
  ) {}

  /** Everybody who waits for the caller, by cohort. */
  async waiting(actor: Actor): Promise<readonly ApprovalsWaiting[]> {
    const waiting = await loadWaiting(this.db, actor, null);
    const cohortIds = [...new Set(waiting.map(({ cohortId }) => cohortId))];
    return Promise.all(cohortIds.map((id) => this.ofCohort(id, waiting.filter(({ cohortId }) => cohortId === id))));
  }

  /** @throws OutOfReach when the caller may approve nobody of the cohort. */
  async decide(actor: Actor, cohortId: string, { decisions }: DecideApprovalRequest, key: string | undefined): Promise<readonly ApprovalAnswer[]> {
    if (!(await reachesSomebody(this.db, actor, cohortId))) throw new OutOfReach('nomination.approve', 'cohort', cohortId);
    return answerOnce(this.db, actor, { key, request: ['approve', cohortId, decisions] }, (tx) =>
      decideApprovals(tx, this.moves, actor, { cohortId, decisions, asked: null, details: {} }));
  }

  private async ofCohort(cohortId: string, nominees: readonly NomineeRecord[]): Promise<ApprovalsWaiting> {
    const { route: _route, ...cohort } = await loadApprovalCohort(this.db, cohortId);
    return { cohort, cells: await loadCells(this.db, cohortId, nominees.map(({ unitPath }) => unitPath)), people: nominees.map(({ person }) => person) };
  }
}

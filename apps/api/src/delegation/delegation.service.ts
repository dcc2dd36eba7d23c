import { Injectable } from '@nestjs/common';
import {
  delegationProblem, delegationStanding, Refusal, type DelegateRequest, type DelegationProblem, type DelegationRow, type Delegations, type DeputyCandidate, type DeputyQuery,
} from '@jenjang/shared';
import { Clock, Database, HttpProblem, Missing, NOTIFY, rowsOf, type Actor, type Transaction } from '../platform/index.js';
import { findDeputies, isDeputyPossible, loadDelegable, loadDelegations, loadOthers, lockGrant, type GrantToDelegate, type StoredDelegation } from './delegation.queries.js';

/** The field that a problem belongs to. */
const fieldOf: Readonly<Record<DelegationProblem, string>> = {
  'delegation.self': 'deputyId', 'delegation.overlaps': 'startsOn', 'delegation.endsBeforeStart': 'endsOn', 'delegation.past': 'endsOn', 'delegation.tooLong': 'endsOn',
};

/** Deputies of agency heads: named by the head alone, for days, and taken back at any time. */
@Injectable()
export class DelegationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What the caller delegated, may delegate, and was delegated. */
  async list(actor: Actor): Promise<Delegations> {
    const me = actor.accountId ?? '';
    const [delegable, given, held] = await Promise.all([loadDelegable(this.db, me), loadDelegations(this.db, me, 'given'), loadDelegations(this.db, me, 'held')]);
    const now = this.clock.now().getTime();
    const standing = (row: StoredDelegation): DelegationRow => ({ ...row, standing: delegationStanding(row, now) });
    return { delegable, given: given.map(standing), held: held.map(standing) };
  }

  findDeputies(actor: Actor, { grantId, q }: DeputyQuery): Promise<DeputyCandidate[]> {
    return findDeputies(this.db, actor.accountId ?? '', grantId, q);
  }

  async delegate(actor: Actor, request: DelegateRequest): Promise<{ id: string }> {
    return this.db.transaction(actor, async (tx) => {
      const grant = await this.ownGrant(tx, actor, request.grantId);
      await this.requirePossible(tx, grant, request);
      const [made] = await rowsOf<{ id: string }>(tx,
        `insert into delegation (grant_id, deputy_id, starts_on, ends_on, note, created_by) values ($1, $2, $3, $4, $5, $6) returning id`,
        [request.grantId, request.deputyId, request.startsOn, request.endsOn, request.note, actor.accountId]);
      await tx.query(NOTIFY, ['identity', 'delegation']);
      if (!made) throw new Error('an insert gave no row');
      return made;
    });
  }

  /** Takes a delegation back; twice is once. @throws Missing for those of other heads. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const found = await rowsOf(tx,
        `update delegation d set revoked_at = coalesce(d.revoked_at, $3) from role_grant g where d.id = $1 and g.id = d.grant_id and g.account_id = $2 returning d.id`,
        [id, actor.accountId, this.clock.now()]);
      if (found.length === 0) throw new Missing('delegation', id);
      await tx.query(NOTIFY, ['identity', 'delegation']);
    });
  }

  /** @throws Missing for rights of others, Refusal for a right that the caller only holds as a deputy. */
  private async ownGrant(tx: Transaction, actor: Actor, grantId: string): Promise<GrantToDelegate> {
    const grant = await lockGrant(tx, grantId);
    if (grant?.accountId === actor.accountId) return grant;
    if (grant && actor.grants.some(({ onBehalfOf }) => onBehalfOf?.accountId === grant.accountId)) throw new Refusal('delegation.deputyDelegates', { headName: grant.headName });
    throw new Missing('role_grant', grantId);
  }

  private async requirePossible(tx: Transaction, grant: GrantToDelegate, { grantId, deputyId, startsOn, endsOn }: DelegateRequest): Promise<void> {
    const others = await loadOthers(tx, grantId, deputyId);
    const problem = delegationProblem({ startsOn, endsOn, self: deputyId === grant.accountId, others, zone: grant.zone }, this.clock.now().getTime());
    if (problem !== null) throw new HttpProblem(400, 'input.invalid', {}, [{ path: fieldOf[problem], code: problem }]);
    if (!(await isDeputyPossible(tx, deputyId, grant.agencyId))) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'deputyId', code: 'delegation.deputyUnknown' }]);
  }
}

import { Injectable } from '@nestjs/common';
import { decideAllocation, Refusal, type AllocationChange, type AllocationQuery, type AllocationRequest, type AllocationRow, type Page } from '@jenjang/shared';
import { requireVersion } from '../cohort/index.js';
import { Database, mayAt, Missing, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { insertAllocation, loadAllocations, loadWhole, lockAllocation, updateAllocation, type LockedAllocation } from './allocation.queries.js';

/** Seats of a year above the cohorts: national targets, shares of agencies and of programmes. */
@Injectable()
export class AllocationService {
  constructor(private readonly db: Database) {}

  list(actor: Actor, query: AllocationQuery): Promise<Page<AllocationRow>> {
    return loadAllocations(this.db, actor, query, mayAt(actor, 'agency.manage', {}));
  }

  /** Only who manages agencies nationally gives seats to them. */
  async create(actor: Actor, request: AllocationRequest): Promise<{ id: string }> {
    requireAccess(actor, 'agency.manage', {}, { kind: 'allocation', id: 'new' });
    return this.db.transaction(actor, async (tx) => {
      const made = await insertAllocation(tx, request);
      await requireSound(tx, made);
      await updateAllocation(tx, made.id, request);
      return { id: made.id };
    });
  }

  /** @throws Refusal allocation.belowTaken, allocation.aboveWhole, conflict.stale */
  async change(actor: Actor, id: string, { version, ...change }: AllocationChange): Promise<{ id: string }> {
    requireAccess(actor, 'agency.manage', {}, { kind: 'allocation', id });
    return this.db.transaction(actor, async (tx) => {
      const stored = await lockAllocation(tx, id);
      if (!stored) throw new Missing('allocation', id);
      requireVersion(version, stored, change);
      await requireSound(tx, { ...stored, ...change });
      await updateAllocation(tx, id, change);
      return { id };
    });
  }
}

async function requireSound(tx: Transaction, allocation: LockedAllocation): Promise<void> {
  const refusal = decideAllocation({ ...allocation, whole: await loadWhole(tx, allocation) });
  if (refusal) throw new Refusal(refusal.code, refusal.facts, [{ path: 'seats', code: refusal.code, value: allocation.seats }]);
}

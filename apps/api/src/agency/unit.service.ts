import { Injectable } from '@nestjs/common';
import { localDate, Refusal, refuseClosing, refuseMove, type ChangeUnitRequest, type CreateUnitRequest, type MoveEffects, type UnitNode } from '@jenjang/shared';
import { Clock, Database, HttpProblem, Missing, OutOfReach, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { isRegion, loadAgency } from './agency.queries.js';
import { definedOf } from './agency.service.js';
import { Unit } from './unit.entity.js';
import { countInside, loadMoveEffects, loadTree, loadUnit, lockTree, type UnitRecord } from './unit.queries.js';

/** The tree of units of an agency: seen as of a day, grown, renamed, moved and closed; nothing is ever deleted. */
@Injectable()
export class UnitService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async tree(actor: Actor, agencyId: string, on: string | undefined): Promise<UnitNode[]> {
    const agency = await loadAgency(this.db, actor, agencyId);
    if (!agency) throw new Missing('agency', agencyId);
    if (!agency.reachable) throw new OutOfReach('agency.read', 'agency', agencyId);
    return loadTree(this.db, actor, agencyId, on ?? localDate(this.clock.now().toISOString(), agency.zone));
  }

  async create(actor: Actor, request: CreateUnitRequest): Promise<{ id: string }> {
    requireAccess(actor, 'agency.manage', { agencyId: request.agencyId }, { kind: 'agency', id: request.agencyId });
    await this.requireRegion(request.regionCode);
    return this.db.transaction(actor, async (tx) => {
      const tree = await lockTree(tx, request.agencyId);
      const parent = request.parentId ? tree.get(request.parentId) : undefined;
      if (!request.parentId) throw beside('parentId', 'unit.oneRoot');
      if (!parent) throw beside('parentId', 'unit.parentUnknown');
      if (parent.activeTo !== null) throw beside('parentId', 'unit.parentClosed');
      await requireFreeCode(tx, request.agencyId, request.code);
      const unit = Object.assign(new Unit(), { shortName: null, regionCode: null, activeFrom: this.today(), activeTo: null }, definedOf(request));
      return { id: (await tx.save(unit)).id };
    });
  }

  /** Changes what the form changed, when nobody else has since it was opened. */
  async change(actor: Actor, id: string, { version, ...changes }: ChangeUnitRequest): Promise<{ id: string; version: number }> {
    await this.requireRegion(changes.regionCode);
    return this.db.transaction(actor, async (tx) => {
      const stored = await tx.findOne(Unit, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!stored) throw new Missing('unit', id);
      requireAccess(actor, 'agency.manage', { agencyId: stored.agencyId, unitPath: stored.path }, { kind: 'unit', id });
      if (version !== stored.version) throw new Refusal('conflict.stale', { stored, given: { version, ...changes } });
      await this.requireMove(tx, stored, changes.parentId);
      if (changes.activeTo) await requireClosable(tx, stored, changes.activeTo);
      if (changes.code !== undefined && changes.code !== stored.code) await requireFreeCode(tx, stored.agencyId, changes.code);
      await tx.save(Object.assign(stored, definedOf(changes)));
      return { id, version: (await tx.findOneByOrFail(Unit, { id })).version };
    });
  }

  /** What a move would do, and whether it is refused. */
  async moveEffects(actor: Actor, id: string, parentId: string): Promise<MoveEffects> {
    const [unit, parent] = await Promise.all([loadUnit(this.db, id), loadUnit(this.db, parentId)]);
    if (!unit) throw new Missing('unit', id);
    requireAccess(actor, 'agency.manage', { agencyId: unit.agencyId, unitPath: unit.path }, { kind: 'unit', id });
    if (parent?.agencyId !== unit.agencyId) throw beside('parentId', 'unit.parentUnknown');
    const effects = await loadMoveEffects(this.db, unit, parent);
    return { unitId: id, parentId, refusal: refuseMove(unit, parent, this.today()), ...effects };
  }

  private async requireMove(tx: Transaction, unit: UnitRecord, parentId: string | null | undefined): Promise<void> {
    if (parentId === undefined || parentId === unit.parentId) return;
    if (parentId === null) throw beside('parentId', 'unit.oneRoot');
    const tree = await lockTree(tx, unit.agencyId);
    const refusal = refuseMove(tree.get(unit.id) ?? unit, tree.get(parentId) ?? null, this.today());
    if (refusal) throw beside('parentId', refusal);
  }

  private async requireRegion(code: string | null | undefined): Promise<void> {
    if (code && !(await isRegion(this.db, code))) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'regionCode', code: 'agency.regionUnknown', value: code }]);
  }

  private today(): string {
    return localDate(this.clock.now().toISOString(), 'Asia/Jakarta');
  }
}

function beside(path: string, code: string, details: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal(code, details, [{ path, code }]);
}

async function requireFreeCode(tx: Transaction, agencyId: string, code: string): Promise<void> {
  if (await tx.existsBy(Unit, { agencyId, code })) throw new Refusal('unit.codeOncePerAgency', { code }, [{ path: 'code', code: 'unit.codeOncePerAgency', value: code }]);
}

async function requireClosable(tx: Transaction, unit: UnitRecord & { readonly activeFrom: string }, day: string): Promise<void> {
  if (day <= unit.activeFrom) throw beside('activeTo', 'unit.datesInOrder');
  const inside = await countInside(tx, unit, day);
  const refusal = refuseClosing({ isRoot: unit.parentId === null, ...inside });
  if (refusal) throw beside('activeTo', refusal.code, { count: refusal.count });
}

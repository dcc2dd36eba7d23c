import { Injectable } from '@nestjs/common';
import { Refusal, type AgencyDetail, type AgencyOperation, type AgencyQuery, type AgencyRow, type ChangeAgencyRequest, type CreateAgencyRequest, type Page, type Region } from '@jenjang/shared';
import { Database, HttpProblem, mayAt, Missing, OutOfReach, requireAccess, type Actor } from '../platform/index.js';
import { Agency } from './agency.entity.js';
import { findRegions, isRegion, loadAgencies, loadAgency } from './agency.queries.js';
import { Unit } from './unit.entity.js';

/** Agencies and their settings. */
@Injectable()
export class AgencyService {
  constructor(private readonly db: Database) {}

  list(actor: Actor, query: AgencyQuery): Promise<Page<AgencyRow>> {
    return loadAgencies(this.db, actor, query);
  }

  regions(words: string): Promise<Region[]> {
    return findRegions(this.db, words);
  }

  async read(actor: Actor, id: string): Promise<AgencyDetail> {
    const found = await loadAgency(this.db, actor, id);
    if (!found) throw new Missing('agency', id);
    const { reachable, ...agency } = found;
    if (!reachable) throw new OutOfReach('agency.read', 'agency', id);
    const allowedOperations: AgencyOperation[] = mayAt(actor, 'agency.manage', { agencyId: id }) ? ['change', 'manageUnits'] : [];
    return { ...agency, allowedOperations };
  }

  /** A new agency with the root of its tree. Only who manages agencies nationally may add a tenant. */
  async create(actor: Actor, request: CreateAgencyRequest): Promise<AgencyDetail> {
    requireAccess(actor, 'agency.manage', {}, { kind: 'agency', id: 'new' });
    await this.requireRegion(request.regionCode);
    const id = await this.db.transaction(actor, async (tx) => {
      if (await tx.existsBy(Agency, { code: request.code })) throw new Refusal('agency.codeKey', { code: request.code }, [{ path: 'code', code: 'agency.codeKey', value: request.code }]);
      const agency = await tx.save(Object.assign(new Agency(), { minutesPerLessonHour: 45, siasnInstansiId: null, regionCode: null }, request));
      const root = { agencyId: agency.id, parentId: null, kind: 'INSTANSI', code: agency.code, name: agency.name, shortName: agency.shortName, regionCode: agency.regionCode };
      await tx.save(Object.assign(new Unit(), root));
      return agency.id;
    });
    return this.read(actor, id);
  }

  /** Changes what the form changed, when nobody else has since it was opened. */
  async change(actor: Actor, id: string, { version, ...changes }: ChangeAgencyRequest): Promise<AgencyDetail> {
    await this.requireRegion(changes.regionCode);
    await this.db.transaction(actor, async (tx) => {
      const stored = await tx.findOne(Agency, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!stored) throw new Missing('agency', id);
      requireAccess(actor, 'agency.manage', { agencyId: id }, { kind: 'agency', id });
      if (version !== stored.version) throw new Refusal('conflict.stale', { stored, given: { version, ...changes } });
      await tx.save(Object.assign(stored, definedOf(changes)));
    });
    return this.read(actor, id);
  }

  private async requireRegion(code: string | null | undefined): Promise<void> {
    if (code && !(await isRegion(this.db, code))) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'regionCode', code: 'agency.regionUnknown', value: code }]);
  }
}

/** The fields that were sent; absent ones stay as they are. */
export function definedOf<Changes extends object>(changes: Changes): Partial<Changes> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Changes>;
}

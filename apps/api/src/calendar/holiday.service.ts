import { Injectable } from '@nestjs/common';
import { Refusal, type ChangeHolidayRequest, type HolidayQuery, type HolidayRequest, type HolidayRow } from '@jenjang/shared';
import { Database, HttpProblem, mayAt, Missing, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { deleteHoliday, insertHoliday, loadHolidays, lockHoliday, updateHoliday, type LockedHoliday } from './holiday.queries.js';

/** Public holidays, kept by the national admin, and holidays of an agency, kept by its organisers. */
@Injectable()
export class HolidayService {
  constructor(private readonly db: Database) {}

  async list(actor: Actor, query: HolidayQuery): Promise<readonly HolidayRow[]> {
    return (await loadHolidays(this.db, actor, query)).map((row) => ({ ...row, editable: mayKeep(actor, row.agencyId) }));
  }

  async add(actor: Actor, request: HolidayRequest): Promise<{ id: string }> {
    requireOwner(request);
    requireKeeper(actor, request.agencyId, request.agencyId ?? 'national');
    return this.db.transaction(actor, async (tx) => ({ id: await insertHoliday(tx, request) }));
  }

  async change(actor: Actor, id: string, request: ChangeHolidayRequest): Promise<void> {
    await this.onHoliday(actor, id, async (tx, stored) => {
      requireKeeper(actor, request.agencyId, id);
      if (request.version !== stored.version) throw new Refusal('conflict.stale', { stored, given: request });
      requireOwner(request);
      await updateHoliday(tx, id, request);
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.onHoliday(actor, id, (tx) => deleteHoliday(tx, id));
  }

  private async onHoliday(actor: Actor, id: string, work: (tx: Transaction, holiday: LockedHoliday) => Promise<void>): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const holiday = await lockHoliday(tx, id);
      if (!holiday) throw new Missing('holiday', id);
      requireKeeper(actor, holiday.agencyId, id);
      await work(tx, holiday);
    });
  }
}

function mayKeep(actor: Actor, agencyId: string | null): boolean {
  return agencyId === null ? mayAt(actor, 'agency.manage', {}) : mayAt(actor, 'cohort.manage', { agencyId });
}

/** National days belong to nobody's agency: only a national scope reaches them. */
function requireKeeper(actor: Actor, agencyId: string | null, id: string): void {
  requireAccess(actor, agencyId === null ? 'agency.manage' : 'cohort.manage', agencyId === null ? {} : { agencyId }, { kind: 'holiday', id });
}

function requireOwner({ kind, agencyId }: HolidayRequest): void {
  if ((kind === 'agency') !== (agencyId !== null)) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'agencyId', code: 'holiday.agencyMissing' }]);
}

import { Injectable } from '@nestjs/common';
import { historyKinds, type HistoryEntry, type HistoryQuery } from '@jenjang/shared';
import { Database, Missing, requireAccess, type Actor } from '../platform/index.js';
import { loadHistory, placeOfRecord } from './audit.queries.js';

/** The history of a record, for those who may read the record. */
@Injectable()
export class AuditService {
  constructor(private readonly db: Database) {}

  async history(actor: Actor, { kind, id, before, size }: HistoryQuery): Promise<HistoryEntry[]> {
    const place = await placeOfRecord(this.db, kind, id);
    if (!place) throw new Missing(kind, id);
    requireAccess(actor, 'audit.read', place, { kind, id });
    requireAccess(actor, historyKinds[kind], place, { kind, id });
    return loadHistory(this.db, kind, id, before ?? null, size);
  }
}

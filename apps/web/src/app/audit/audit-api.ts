import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { HistoryEntry, HistoryKind } from '@jenjang/shared/audit';
import { type Observable } from 'rxjs';

/** Entries asked for at once. */
export const pageSize = 50;

/** The audit trail of one record. */
@Service()
export class AuditApi {
  private readonly http = inject(HttpClient);

  /** The newest entries, or those older than `before`. */
  history(kind: HistoryKind, id: string, before: number | null = null): Observable<readonly HistoryEntry[]> {
    const params = { kind, id, size: pageSize, ...(before === null ? {} : { before }) };
    return this.http.get<readonly HistoryEntry[]>('/api/v1/audit', { params });
  }
}

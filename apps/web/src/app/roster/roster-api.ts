import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { CohortDetail } from '@jenjang/shared/cohort';
import type {
  RosterColumns,
  RosterField,
  RosterKind,
  RosterRowPage,
  RosterRowView,
  RosterView,
  RowOutcome,
} from '@jenjang/shared/roster';
import { firstValueFrom } from 'rxjs';

/** What is imported, and where to. */
export interface RosterTarget {
  readonly kind: RosterKind;
  readonly agencyId: string;
  readonly cohortId: string | null;
}

/** Imports. Resources are to be made where `inject` may be called. */
@Service()
export class RosterApi {
  private readonly http = inject(HttpClient);

  run(id: () => string): HttpResourceRef<RosterView | undefined> {
    return httpResource<RosterView>(() => (id() === '' ? undefined : `/api/v1/imports/${id()}`));
  }

  rows(
    id: () => string,
    outcome: () => RowOutcome,
    page: () => number,
    size: number,
  ): HttpResourceRef<RosterRowPage | undefined> {
    return httpResource<RosterRowPage>(() => ({
      url: `/api/v1/imports/${id()}/rows`,
      params: { outcome: outcome(), page: String(page()), size: String(size) },
    }));
  }

  /** The cohort whose participants are imported. */
  cohort(id: () => string): HttpResourceRef<CohortDetail | undefined> {
    return httpResource<CohortDetail>(() => (id() === '' ? undefined : `/api/v1/cohorts/${id()}`));
  }

  start({ kind, agencyId, cohortId }: RosterTarget, file: File): Promise<RosterView> {
    const form = new FormData();
    form.set('kind', kind);
    form.set('agencyId', agencyId);
    if (cohortId !== null) form.set('cohortId', cohortId);
    form.set('file', file);
    return firstValueFrom(this.http.post<RosterView>('/api/v1/imports', form));
  }

  map({ id, version }: RosterView, columns: RosterColumns): Promise<RosterView> {
    return firstValueFrom(this.http.put<RosterView>(`/api/v1/imports/${id}/columns`, { version, columns }));
  }

  mend(
    id: string,
    rowNumber: number,
    cells: Readonly<Partial<Record<RosterField, string>>>,
  ): Promise<{ row: RosterRowView; run: RosterView }> {
    return firstValueFrom(
      this.http.patch<{ row: RosterRowView; run: RosterView }>(`/api/v1/imports/${id}/rows/${rowNumber}`, {
        cells,
      }),
    );
  }

  commit({ id, version }: RosterView, mode: 'all' | 'valid'): Promise<RosterView> {
    return firstValueFrom(this.http.post<RosterView>(`/api/v1/imports/${id}/commit`, { version, mode }));
  }

  undo(id: string, mode: 'all' | 'unchanged'): Promise<RosterView> {
    return firstValueFrom(this.http.post<RosterView>(`/api/v1/imports/${id}/undo`, { mode }));
  }
}

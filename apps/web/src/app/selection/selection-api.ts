import { HttpClient, HttpHeaders, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Page } from '@jenjang/shared/platform';
import type {
  MinutesRow,
  SaveStepResultsRequest,
  SelectionOverview,
  SelectionPreview,
  SelectionReport,
  SelectionRequest,
  SelectionRow,
  StepResultAnswer,
  WriteMinutesRequest,
} from '@jenjang/shared/selection';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string>>;

/** Choosing among candidates. Resources are to be made where `inject` may be called. */
@Service()
export class SelectionApi {
  private readonly http = inject(HttpClient);

  candidates(cohortId: () => string, query: () => Query): HttpResourceRef<Page<SelectionRow> | undefined> {
    return httpResource<Page<SelectionRow>>(() =>
      cohortId() === '' ? undefined : { url: addressOf(cohortId()), params: query() },
    );
  }

  overview(cohortId: () => string): HttpResourceRef<SelectionOverview | undefined> {
    return httpResource<SelectionOverview>(() =>
      cohortId() === '' ? undefined : `${addressOf(cohortId())}/overview`,
    );
  }

  preview(cohortId: string, request: SelectionRequest): Promise<SelectionPreview> {
    return firstValueFrom(this.http.post<SelectionPreview>(`${addressOf(cohortId)}/preview`, request));
  }

  /** A repeated call with the same key is answered as the first was. */
  decide(cohortId: string, request: SelectionRequest, key: string): Promise<SelectionReport> {
    const headers = new HttpHeaders({ 'Idempotency-Key': key });
    return firstValueFrom(
      this.http.post<SelectionReport>(`${addressOf(cohortId)}/decide`, request, { headers }),
    );
  }

  saveResults(cohortId: string, request: SaveStepResultsRequest): Promise<readonly StepResultAnswer[]> {
    const url = `${addressOf(cohortId)}/results`;
    return firstValueFrom(this.http.put<readonly StepResultAnswer[]>(url, request));
  }

  minutes(cohortId: string): HttpResourceRef<readonly MinutesRow[] | undefined> {
    return httpResource<readonly MinutesRow[]>(() => `${addressOf(cohortId)}/minutes`);
  }

  writeMinutes(cohortId: string, request: WriteMinutesRequest): Promise<{ readonly number: string }> {
    return firstValueFrom(
      this.http.post<{ readonly number: string }>(`${addressOf(cohortId)}/minutes`, request),
    );
  }
}

function addressOf(cohortId: string): string {
  return `/api/v1/cohorts/${cohortId}/selection`;
}

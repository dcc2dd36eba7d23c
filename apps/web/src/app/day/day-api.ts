import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { CohortDay, WalkInResult } from '@jenjang/shared/day';
import type { CandidateRow } from '@jenjang/shared/enrolment';
import type { Page } from '@jenjang/shared/platform';
import { firstValueFrom } from 'rxjs';

/** The running day of a cohort. Resources are to be made where `inject` may be called. */
@Service()
export class DayApi {
  private readonly http = inject(HttpClient);

  day(cohortId: () => string, date: () => string): HttpResourceRef<CohortDay | undefined> {
    return httpResource<CohortDay>(() => {
      const params: Record<string, string> = date() === '' ? {} : { date: date() };
      return cohortId() === '' ? undefined : { url: `/api/v1/cohorts/${cohortId()}/day`, params };
    });
  }

  people(cohortId: string, words: () => string): HttpResourceRef<Page<CandidateRow> | undefined> {
    return httpResource<Page<CandidateRow>>(() =>
      words().trim().length < 2
        ? undefined
        : { url: `/api/v1/cohorts/${cohortId}/candidates`, params: { q: words().trim(), size: 8 } },
    );
  }

  takeWalkIn(sessionId: string, personId: string): Promise<WalkInResult> {
    return firstValueFrom(
      this.http.post<WalkInResult>(`/api/v1/sessions/${sessionId}/walk-ins`, { personId }),
    );
  }
}

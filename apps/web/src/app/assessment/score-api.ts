import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ScoreAnswer, ScoreGrid, ScoreWish } from '@jenjang/shared/assessment';
import { firstValueFrom } from 'rxjs';

/** Scores over HTTP. */
@Service()
export class ScoreApi {
  private readonly http = inject(HttpClient);

  /** To be called where `inject` may be. */
  grid(
    cohortId: () => string,
    params: () => Readonly<Record<string, string>>,
  ): HttpResourceRef<ScoreGrid | undefined> {
    return httpResource<ScoreGrid>(() => ({ url: `/api/v1/cohorts/${cohortId()}/scores`, params: params() }));
  }

  /** Answers score by score, in the order asked. */
  save(cohortId: string, scores: readonly ScoreWish[]): Promise<readonly ScoreAnswer[]> {
    return firstValueFrom(
      this.http.put<readonly ScoreAnswer[]>(`/api/v1/cohorts/${cohortId}/scores`, { scores }),
    );
  }
}

import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  DecidedAnswer,
  DecideRequest,
  DecisionPreview,
  DecisionPreviewRequest,
  DryRun,
  GraduationList,
  GraduationStanding,
} from '@jenjang/shared/graduation';
import { firstValueFrom } from 'rxjs';

/** Graduation over HTTP. The resources are to be made where `inject` may be called; null asks for nothing. */
@Service()
export class GraduationApi {
  private readonly http = inject(HttpClient);

  list(
    cohortId: () => string,
    params: () => Readonly<Record<string, string>>,
  ): HttpResourceRef<GraduationList | undefined> {
    return httpResource<GraduationList>(() => ({
      url: `/api/v1/cohorts/${cohortId()}/graduation`,
      params: params(),
    }));
  }

  dryRun(cohortId: () => string, percent: () => number | null): HttpResourceRef<DryRun | undefined> {
    return httpResource<DryRun>(() => {
      const minAttendancePercent = percent();
      if (minAttendancePercent === null) return undefined;
      return { url: `/api/v1/cohorts/${cohortId()}/graduation/dry-run`, params: { minAttendancePercent } };
    });
  }

  standing(enrolmentId: () => string | null): HttpResourceRef<GraduationStanding | undefined> {
    return httpResource<GraduationStanding>(() => {
      const id = enrolmentId();
      return id === null ? undefined : `/api/v1/enrolments/${id}/graduation`;
    });
  }

  own(): HttpResourceRef<readonly GraduationStanding[] | undefined> {
    return httpResource<readonly GraduationStanding[]>(() => '/api/v1/me/graduation');
  }

  preview(cohortId: string, request: DecisionPreviewRequest): Promise<DecisionPreview> {
    return firstValueFrom(
      this.http.post<DecisionPreview>(`/api/v1/cohorts/${cohortId}/graduation/preview`, request),
    );
  }

  /** Stores what the preview showed. */
  decide(cohortId: string, request: DecideRequest): Promise<DecidedAnswer> {
    return firstValueFrom(this.http.post<DecidedAnswer>(`/api/v1/cohorts/${cohortId}/graduation`, request));
  }
}

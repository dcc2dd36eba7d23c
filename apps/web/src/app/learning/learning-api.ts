import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  CohortProgressRow,
  LearningTree,
  MyLearningRow,
  OpenedActivity,
  ProgressHeading,
  ProgressRequest,
  StoredProgress,
} from '@jenjang/shared/learning';
import type { Page } from '@jenjang/shared/platform';
import { firstValueFrom } from 'rxjs';

/** Progress of a cohort: modules as headings, participants as rows. */
export interface CohortProgress extends Page<CohortProgressRow> {
  readonly headings: readonly ProgressHeading[];
}

/** Learning over HTTP. The resources are to be made where `inject` may be called. */
@Service()
export class LearningApi {
  private readonly http = inject(HttpClient);

  mine(): HttpResourceRef<readonly MyLearningRow[] | undefined> {
    return httpResource<readonly MyLearningRow[]>(() => '/api/v1/me/learning');
  }

  tree(enrolmentId: () => string): HttpResourceRef<LearningTree | undefined> {
    return httpResource<LearningTree>(() => `/api/v1/me/enrolments/${enrolmentId()}/modules`);
  }

  activity(enrolmentId: () => string, activityId: () => string): HttpResourceRef<OpenedActivity | undefined> {
    return httpResource<OpenedActivity>(
      () => `/api/v1/me/enrolments/${enrolmentId()}/activities/${activityId()}`,
    );
  }

  /** Stores a step. It is sent to its end even when the page is left meanwhile. */
  step(enrolmentId: string, activityId: string, request: ProgressRequest): Promise<StoredProgress> {
    const address = `/api/v1/me/enrolments/${enrolmentId}/activities/${activityId}/progress`;
    return firstValueFrom(this.http.put<StoredProgress>(address, request, { keepalive: true }));
  }

  ofCohort(
    cohortId: () => string,
    params: () => Readonly<Record<string, string>>,
  ): HttpResourceRef<CohortProgress | undefined> {
    return httpResource<CohortProgress>(() => ({
      url: `/api/v1/cohorts/${cohortId()}/learning`,
      params: params(),
    }));
  }
}

import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import type { JobView } from '@jenjang/shared/job';

/** Lists of jobs; one job is followed by `JobApi` of the platform. Resources are to be made where `inject` may be called. */
@Service()
export class JobListApi {
  mine(): HttpResourceRef<readonly JobView[] | undefined> {
    return httpResource<readonly JobView[]>(() => '/api/v1/jobs');
  }

  /** Failed jobs that wait for somebody; asked for only by those who may see them. */
  failed(isAllowed: () => boolean): HttpResourceRef<readonly JobView[] | undefined> {
    return httpResource<readonly JobView[]>(() => (isAllowed() ? '/api/v1/jobs/failed' : undefined));
  }
}

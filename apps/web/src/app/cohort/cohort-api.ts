import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  CancelSessionRequest,
  ChangeCohortRequest,
  ChangeSessionRequest,
  CloneCohortRequest,
  CohortDetail,
  CohortRow,
  CohortSummary,
  CreateCohortRequest,
  MoveCohortRequest,
  PublishCheck,
  PutClassesRequest,
  PutPartnersRequest,
  PutPhasesRequest,
  PutSignatoriesRequest,
  SessionRequest,
} from '@jenjang/shared/cohort';
import type { CandidateRow } from '@jenjang/shared/enrolment';
import type { Page } from '@jenjang/shared/platform';
import type { Programme, ProgrammeRow } from '@jenjang/shared/programme';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string>>;

/** The lists of a cohort that are saved as a whole. */
export interface CohortLists {
  readonly phases: PutPhasesRequest;
  readonly classes: PutClassesRequest;
  readonly partners: PutPartnersRequest;
  readonly signatories: PutSignatoriesRequest;
}

const base = '/api/v1/cohorts';

/** Cohorts with their plan. Resources are to be made where `inject` may be called. */
@Service()
export class CohortApi {
  private readonly http = inject(HttpClient);

  cohorts(query: () => Query): HttpResourceRef<Page<CohortRow> | undefined> {
    return httpResource<Page<CohortRow>>(() => ({ url: base, params: query() }));
  }

  cohort(id: () => string): HttpResourceRef<CohortDetail | undefined> {
    return httpResource<CohortDetail>(() => (id() === '' ? undefined : `${base}/${id()}`));
  }

  summary(id: () => string): HttpResourceRef<CohortSummary | undefined> {
    return httpResource<CohortSummary>(() => (id() === '' ? undefined : `${base}/${id()}/summary`));
  }

  publishCheck(id: () => string): HttpResourceRef<PublishCheck | undefined> {
    return httpResource<PublishCheck>(() => (id() === '' ? undefined : `${base}/${id()}/publish-check`));
  }

  programmes(words: () => string): HttpResourceRef<Page<ProgrammeRow> | undefined> {
    return httpResource<Page<ProgrammeRow>>(() => ({
      url: '/api/v1/programmes',
      params: { size: '100', ...(words() === '' ? {} : { q: words() }) },
    }));
  }

  programme(id: string): Promise<Programme> {
    return firstValueFrom(this.http.get<Programme>(`/api/v1/programmes/${id}`));
  }

  /** People who may teach: those within reach who hold no seat. */
  async people(cohortId: string, q: string): Promise<readonly CandidateRow[]> {
    const params = { q, size: '8' };
    const page = await firstValueFrom(
      this.http.get<Page<CandidateRow>>(`${base}/${cohortId}/candidates`, { params }),
    );
    return page.rows;
  }

  create(request: CreateCohortRequest): Promise<CohortDetail> {
    return firstValueFrom(this.http.post<CohortDetail>(base, request));
  }

  change(id: string, request: ChangeCohortRequest): Promise<CohortDetail> {
    return firstValueFrom(this.http.patch<CohortDetail>(`${base}/${id}`, request));
  }

  clone(id: string, request: CloneCohortRequest): Promise<CohortDetail> {
    return firstValueFrom(this.http.post<CohortDetail>(`${base}/${id}/clone`, request));
  }

  move(id: string, request: MoveCohortRequest): Promise<CohortDetail> {
    return firstValueFrom(this.http.post<CohortDetail>(`${base}/${id}/state`, request));
  }

  put<List extends keyof CohortLists>(
    id: string,
    list: List,
    request: CohortLists[List],
  ): Promise<CohortDetail> {
    return firstValueFrom(this.http.put<CohortDetail>(`${base}/${id}/${list}`, request));
  }

  addSession(id: string, request: SessionRequest): Promise<{ id: string }> {
    return firstValueFrom(this.http.post<{ id: string }>(`${base}/${id}/sessions`, request));
  }

  async changeSession(id: string, request: ChangeSessionRequest): Promise<void> {
    await firstValueFrom(this.http.patch(`/api/v1/sessions/${id}`, request));
  }

  async removeSession(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/v1/sessions/${id}`));
  }

  async cancelSession(id: string, request: CancelSessionRequest): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/sessions/${id}/cancel`, request));
  }
}

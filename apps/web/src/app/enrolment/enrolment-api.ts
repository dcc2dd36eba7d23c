import { HttpClient, HttpHeaders, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  CandidateRow,
  EnrolRequest,
  IntakeReport,
  MoveEnrolmentRequest,
  MoveLine,
  ParticipantRow,
} from '@jenjang/shared/enrolment';
import type { Page } from '@jenjang/shared/platform';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string>>;

/** Participants of cohorts. Resources are to be made where `inject` may be called. */
@Service()
export class EnrolmentApi {
  private readonly http = inject(HttpClient);

  participants(
    cohortId: () => string,
    query: () => Query,
  ): HttpResourceRef<Page<ParticipantRow> | undefined> {
    return httpResource<Page<ParticipantRow>>(() =>
      cohortId() === '' ? undefined : { url: `/api/v1/cohorts/${cohortId()}/participants`, params: query() },
    );
  }

  candidates(cohortId: () => string, words: () => string): HttpResourceRef<Page<CandidateRow> | undefined> {
    return httpResource<Page<CandidateRow>>(() => ({
      url: `/api/v1/cohorts/${cohortId()}/candidates`,
      params: { size: '30', ...(words() === '' ? {} : { q: words() }) },
    }));
  }

  moves(id: () => string): HttpResourceRef<readonly MoveLine[] | undefined> {
    return httpResource<readonly MoveLine[]>(() => `/api/v1/enrolments/${id()}/moves`);
  }

  /** A repeated call with the same key is answered as the first was: a double click takes nobody twice. */
  enrol(cohortId: string, request: EnrolRequest, key: string): Promise<IntakeReport> {
    const headers = new HttpHeaders({ 'Idempotency-Key': key });
    return firstValueFrom(
      this.http.post<IntakeReport>(`/api/v1/cohorts/${cohortId}/participants`, request, { headers }),
    );
  }

  async assignClass(id: string, classId: string | null): Promise<void> {
    await firstValueFrom(this.http.patch(`/api/v1/enrolments/${id}`, { classId }));
  }

  async move(id: string, request: MoveEnrolmentRequest): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/enrolments/${id}/state`, request));
  }

  /** Sends a fresh link to the first sign-in. */
  async invite(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/enrolments/${id}/welcome`, {}));
  }
}

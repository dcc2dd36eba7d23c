import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { KeptFile } from '@jenjang/shared/file';
import type {
  Applications,
  ApplicationStatus,
  LeaveRequest,
  LeaveRow,
  NominateRequest,
  NominationDesk,
  NominationDetail,
  NominationReceipt,
  NominationRow,
  NomineeRow,
  OpenCohort,
} from '@jenjang/shared/nomination';
import type { Page } from '@jenjang/shared/platform';
import type { ReplacementCandidate } from '@jenjang/shared/waiting';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string>>;

/** Nominations, replacements, applications and leave. Resources are to be made where `inject` may be called. */
@Service()
export class NominationApi {
  private readonly http = inject(HttpClient);

  open(): HttpResourceRef<readonly OpenCohort[] | undefined> {
    return httpResource<readonly OpenCohort[]>(() => '/api/v1/nominations/open');
  }

  desk(cohortId: () => string): HttpResourceRef<NominationDesk | undefined> {
    return httpResource<NominationDesk>(() => `/api/v1/cohorts/${cohortId()}/nomination`);
  }

  nominees(cohortId: () => string, query: () => Query): HttpResourceRef<Page<NomineeRow> | undefined> {
    return httpResource<Page<NomineeRow>>(() => ({
      url: `/api/v1/cohorts/${cohortId()}/nominees`,
      params: query(),
    }));
  }

  letters(query: () => Query): HttpResourceRef<Page<NominationRow> | undefined> {
    return httpResource<Page<NominationRow>>(() => ({ url: '/api/v1/nominations', params: query() }));
  }

  letter(id: () => string): HttpResourceRef<NominationDetail | undefined> {
    return httpResource<NominationDetail>(() => `/api/v1/nominations/${id()}`);
  }

  applications(): HttpResourceRef<Applications | undefined> {
    return httpResource<Applications>(() => '/api/v1/me/applications');
  }

  leaves(personId: () => string): HttpResourceRef<readonly LeaveRow[] | undefined> {
    return httpResource<readonly LeaveRow[]>(() => `/api/v1/people/${personId()}/leave`);
  }

  nominate(cohortId: string, request: NominateRequest, key: string): Promise<NominationReceipt> {
    const url = `/api/v1/cohorts/${cohortId}/nominations`;
    return firstValueFrom(
      this.http.post<NominationReceipt>(url, request, { headers: { 'Idempotency-Key': key } }),
    );
  }

  sendLetter(file: File): Promise<KeptFile> {
    const form = new FormData();
    form.append('file', file);
    return firstValueFrom(this.http.post<KeptFile>('/api/v1/files?purpose=letter', form));
  }

  /** People who could take over; nothing is asked for null. */
  candidates(
    asked: () => { readonly id: string; readonly q: string } | null,
  ): HttpResourceRef<Page<ReplacementCandidate> | undefined> {
    return httpResource<Page<ReplacementCandidate>>(() => {
      const wish = asked();
      if (wish === null) return undefined;
      const params = { size: '25', ...(wish.q === '' ? {} : { q: wish.q }) };
      return { url: `/api/v1/enrolments/${wish.id}/replacement/candidates`, params };
    });
  }

  /** With an empty `personId` nobody comes instead. */
  async takeBack(
    enrolmentId: string,
    { code, reason }: { readonly code: string; readonly reason: string },
    personId: string,
  ): Promise<void> {
    const body = { code, ...(reason === '' ? {} : { reason }) };
    const url = `/api/v1/enrolments/${enrolmentId}`;
    await firstValueFrom(
      personId === ''
        ? this.http.post(`${url}/withdrawal`, body)
        : this.http.post(`${url}/replacement`, { ...body, personId }),
    );
  }

  apply(cohortId: string): Promise<ApplicationStatus> {
    return firstValueFrom(this.http.post<ApplicationStatus>('/api/v1/me/applications', { cohortId }));
  }

  addLeave(personId: string, request: LeaveRequest): Promise<LeaveRow> {
    return firstValueFrom(this.http.post<LeaveRow>(`/api/v1/people/${personId}/leave`, request));
  }

  async removeLeave(personId: string, id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/v1/people/${personId}/leave/${id}`));
  }
}

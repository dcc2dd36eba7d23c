import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  AbsenceChoice,
  AbsenceEffect,
  AbsencePreviewRequest,
  AbsenceRequestView,
  AbsenceRow,
  AskAbsenceRequest,
  DecideAbsenceRequest,
} from '@jenjang/shared/absence';
import type { KeptFile } from '@jenjang/shared/file';
import type { Page } from '@jenjang/shared/platform';
import { firstValueFrom } from 'rxjs';

/** Requests to be away. Resources are to be made where `inject` may be called. */
@Service()
export class AbsenceApi {
  private readonly http = inject(HttpClient);

  own(): HttpResourceRef<readonly AbsenceRequestView[] | undefined> {
    return httpResource<readonly AbsenceRequestView[]>(() => '/api/v1/me/absences');
  }

  choices(): HttpResourceRef<readonly AbsenceChoice[] | undefined> {
    return httpResource<readonly AbsenceChoice[]>(() => '/api/v1/me/absences/choices');
  }

  ofCohort(
    cohortId: () => string,
    query: () => Readonly<Record<string, string>>,
  ): HttpResourceRef<Page<AbsenceRow> | undefined> {
    return httpResource<Page<AbsenceRow>>(() =>
      cohortId() === '' ? undefined : { url: `/api/v1/cohorts/${cohortId()}/absences`, params: query() },
    );
  }

  preview(request: AbsencePreviewRequest): Promise<AbsenceEffect> {
    return firstValueFrom(this.http.post<AbsenceEffect>('/api/v1/me/absences/preview', request));
  }

  ask(request: AskAbsenceRequest): Promise<{ id: string }> {
    return firstValueFrom(this.http.post<{ id: string }>('/api/v1/me/absences', request));
  }

  async withdraw(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/me/absences/${id}/withdrawal`, {}));
  }

  async decide(id: string, decision: DecideAbsenceRequest): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/absences/${id}/decision`, decision));
  }

  sendLetter(file: File): Promise<KeptFile> {
    const form = new FormData();
    form.append('file', file);
    return firstValueFrom(this.http.post<KeptFile>('/api/v1/files?purpose=letter', form));
  }
}

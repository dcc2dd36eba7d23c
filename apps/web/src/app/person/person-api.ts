import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  ChangePersonRequest,
  CreatePersonRequest,
  EmploymentRequest,
  PersonDetail,
  PersonRow,
} from '@jenjang/shared/person';
import type { Page } from '@jenjang/shared/platform';
import { firstValueFrom } from 'rxjs';

/** People on record. Resources are to be made where `inject` may be called. */
@Service()
export class PersonApi {
  private readonly http = inject(HttpClient);

  people(query: () => Readonly<Record<string, string>>): HttpResourceRef<Page<PersonRow> | undefined> {
    return httpResource<Page<PersonRow>>(() => ({ url: '/api/v1/people', params: query() }));
  }

  person(id: () => string): HttpResourceRef<PersonDetail | undefined> {
    return httpResource<PersonDetail>(() => `/api/v1/people/${id()}`);
  }

  create(request: CreatePersonRequest): Promise<PersonDetail> {
    return firstValueFrom(this.http.post<PersonDetail>('/api/v1/people', request));
  }

  change(id: string, request: ChangePersonRequest): Promise<PersonDetail> {
    return firstValueFrom(this.http.patch<PersonDetail>(`/api/v1/people/${id}`, request));
  }

  employ(id: string, request: EmploymentRequest): Promise<PersonDetail> {
    return firstValueFrom(this.http.post<PersonDetail>(`/api/v1/people/${id}/employments`, request));
  }
}

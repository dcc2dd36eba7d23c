import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Page } from '@jenjang/shared/platform';
import type {
  Academy,
  Curriculum,
  FromTemplateRequest,
  Programme,
  ProgrammeChange,
  ProgrammeRequest,
  ProgrammeRow,
} from '@jenjang/shared/programme';
import { firstValueFrom } from 'rxjs';

/** Programmes over HTTP. The resources are to be made where `inject` may be called. */
@Service()
export class ProgrammeApi {
  private readonly http = inject(HttpClient);

  programmes(
    params: () => Readonly<Record<string, string>>,
  ): HttpResourceRef<Page<ProgrammeRow> | undefined> {
    return httpResource<Page<ProgrammeRow>>(() => ({ url: '/api/v1/programmes', params: params() }));
  }

  academies(): HttpResourceRef<readonly Academy[] | undefined> {
    return httpResource<readonly Academy[]>(() => '/api/v1/academies');
  }

  /** Nothing is asked while the id is undefined. */
  programme(id: () => string | undefined): HttpResourceRef<Programme | undefined> {
    return httpResource<Programme>(() => {
      const wanted = id();
      return wanted === undefined ? undefined : `/api/v1/programmes/${wanted}`;
    });
  }

  create(request: ProgrammeRequest): Promise<Programme> {
    return firstValueFrom(this.http.post<Programme>('/api/v1/programmes', request));
  }

  change(id: string, request: ProgrammeChange): Promise<Programme> {
    return firstValueFrom(this.http.patch<Programme>(`/api/v1/programmes/${id}`, request));
  }

  adopt(request: FromTemplateRequest): Promise<Programme> {
    return firstValueFrom(this.http.post<Programme>('/api/v1/programmes/from-template', request));
  }

  draft(id: string): Promise<Curriculum> {
    return firstValueFrom(this.http.post<Curriculum>(`/api/v1/programmes/${id}/curricula`, {}));
  }
}

import {
  HttpClient,
  HttpEventType,
  type HttpResourceRef,
  httpResource,
  provideHttpClient,
  withInterceptors,
  withXhr,
} from '@angular/common/http';
import { EnvironmentInjector, Service, createEnvironmentInjector, inject } from '@angular/core';
import type { KeptFile } from '@jenjang/shared/file';
import type {
  Activity,
  ActivityChange,
  ActivityRequest,
  Curriculum,
  CurriculumRequest,
  ModuleChange,
  ModuleRequest,
} from '@jenjang/shared/programme';
import { firstValueFrom, lastValueFrom, tap } from 'rxjs';
import { apiInterceptor } from '../platform/api-interceptor';

/** Curricula and their content over HTTP. The resources are to be made where `inject` may be called. */
@Service()
export class CurriculumApi {
  private readonly http = inject(HttpClient);
  /** fetch tells nothing of an upload's progress over HTTP/1.1; XMLHttpRequest does. */
  private readonly uploads = createEnvironmentInjector(
    [provideHttpClient(withXhr(), withInterceptors([apiInterceptor]))],
    inject(EnvironmentInjector),
  ).get(HttpClient);

  /** Nothing is asked while the id is undefined. */
  curriculum(id: () => string | undefined): HttpResourceRef<Curriculum | undefined> {
    return httpResource<Curriculum>(() => {
      const wanted = id();
      return wanted === undefined ? undefined : `/api/v1/curricula/${wanted}`;
    });
  }

  activity(id: () => string): HttpResourceRef<Activity | undefined> {
    return httpResource<Activity>(() => `/api/v1/activities/${id()}`);
  }

  change(id: string, request: CurriculumRequest): Promise<Curriculum> {
    return firstValueFrom(this.http.put<Curriculum>(`/api/v1/curricula/${id}`, request));
  }

  publish(id: string, version: number): Promise<Curriculum> {
    return firstValueFrom(this.http.post<Curriculum>(`/api/v1/curricula/${id}/publish`, { version }));
  }

  retire(id: string): Promise<Curriculum> {
    return firstValueFrom(this.http.post<Curriculum>(`/api/v1/curricula/${id}/retire`, {}));
  }

  addModule(curriculumId: string, request: ModuleRequest): Promise<{ id: string }> {
    return firstValueFrom(
      this.http.post<{ id: string }>(`/api/v1/curricula/${curriculumId}/modules`, request),
    );
  }

  async changeModule(id: string, request: ModuleChange): Promise<void> {
    await firstValueFrom(this.http.put(`/api/v1/modules/${id}`, request));
  }

  async orderModules(curriculumId: string, ids: readonly string[]): Promise<void> {
    await firstValueFrom(this.http.put(`/api/v1/curricula/${curriculumId}/modules/order`, { ids }));
  }

  addActivity(moduleId: string, request: ActivityRequest): Promise<{ id: string }> {
    return firstValueFrom(this.http.post<{ id: string }>(`/api/v1/modules/${moduleId}/activities`, request));
  }

  changeActivity(id: string, request: ActivityChange): Promise<Activity> {
    return firstValueFrom(this.http.put<Activity>(`/api/v1/activities/${id}`, request));
  }

  async orderActivities(moduleId: string, ids: readonly string[]): Promise<void> {
    await firstValueFrom(this.http.put(`/api/v1/modules/${moduleId}/activities/order`, { ids }));
  }

  async remove(kind: 'modules' | 'activities', id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/v1/${kind}/${id}`));
  }

  /** A page as participants will see it. */
  async preview(body: string): Promise<string> {
    const { html } = await firstValueFrom(
      this.http.post<{ html: string }>('/api/v1/learning/preview', { body }),
    );
    return html;
  }

  /** Uploads a file; `progress` is told the share that has left, 0 to 100. */
  async upload(file: File, agencyId: string | null, progress: (percent: number) => void): Promise<KeptFile> {
    const body = new FormData();
    body.append('file', file);
    const params = { purpose: 'learning', ...(agencyId === null ? {} : { agencyId }) };
    const events = this.uploads
      .post<KeptFile>('/api/v1/files', body, { params, reportUploadProgress: true, observe: 'events' })
      .pipe(
        tap((event) => {
          if (event.type === HttpEventType.UploadProgress && event.total)
            progress(Math.floor((event.loaded / event.total) * 100));
        }),
      );
    const last = await lastValueFrom(events);
    if (last.type !== HttpEventType.Response || last.body === null) throw new Error('upload ended early');
    return last.body;
  }
}

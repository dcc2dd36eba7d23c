import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  MeritExportRequest,
  MeritManifest,
  MeritRecord,
  PersonLessonHours,
} from '@jenjang/shared/merit';
import type { Page } from '@jenjang/shared/platform';
import type { ProgrammeRow } from '@jenjang/shared/programme';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string>>;

/** What became of the wish for a file: it is there, or a job makes it. */
export interface ExportAnswer {
  readonly exportId: string | null;
  readonly jobId: string | null;
  readonly rows: number;
}

/** Where the bytes of an export lie, for its asker. */
export function fileUrl(exportId: string): string {
  return `/api/v1/merit/exports/${encodeURIComponent(exportId)}/file`;
}

/** Merit records and what was taken away of them. Resources are to be made where `inject` may be called. */
@Service()
export class MeritApi {
  private readonly http = inject(HttpClient);

  records(query: () => Query): HttpResourceRef<Page<MeritRecord> | undefined> {
    return httpResource<Page<MeritRecord>>(() => ({ url: '/api/v1/merit/certificates', params: query() }));
  }

  lessonHours(personId: string): HttpResourceRef<readonly PersonLessonHours[] | undefined> {
    return httpResource<readonly PersonLessonHours[]>(() => `/api/v1/merit/people/${personId}/lesson-hours`);
  }

  programmes(): HttpResourceRef<Page<ProgrammeRow> | undefined> {
    return httpResource<Page<ProgrammeRow>>(() => ({ url: '/api/v1/programmes', params: { size: '200' } }));
  }

  /** The newest exports of the reader; asked for only by those who may export. */
  exports(isAllowed: () => boolean): HttpResourceRef<readonly MeritManifest[] | undefined> {
    return httpResource<readonly MeritManifest[]>(() => (isAllowed() ? '/api/v1/merit/exports' : undefined));
  }

  manifest(id: string): Promise<MeritManifest> {
    return firstValueFrom(this.http.get<MeritManifest>(`/api/v1/merit/exports/${encodeURIComponent(id)}`));
  }

  /** Asks for a file. Refuses when no row matches. */
  ask(request: MeritExportRequest): Promise<ExportAnswer> {
    return firstValueFrom(this.http.post<ExportAnswer>('/api/v1/merit/exports', request));
  }
}

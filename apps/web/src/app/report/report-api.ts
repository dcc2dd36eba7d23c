import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { KeptFile } from '@jenjang/shared/file';
import type { ReportPreview, ReportResult, TakeReportRequest } from '@jenjang/shared/report';
import { firstValueFrom } from 'rxjs';

/** Reports of Zoom, Meet and Teams. */
@Service()
export class ReportApi {
  private readonly http = inject(HttpClient);

  send(file: File): Promise<KeptFile> {
    const form = new FormData();
    form.append('file', file);
    return firstValueFrom(this.http.post<KeptFile>('/api/v1/files?purpose=report', form));
  }

  preview(sessionId: string, fileId: string): Promise<ReportPreview> {
    return firstValueFrom(
      this.http.post<ReportPreview>(`/api/v1/sessions/${sessionId}/reports/preview`, { fileId }),
    );
  }

  take(sessionId: string, request: TakeReportRequest): Promise<ReportResult> {
    return firstValueFrom(this.http.post<ReportResult>(`/api/v1/sessions/${sessionId}/reports`, request));
  }
}

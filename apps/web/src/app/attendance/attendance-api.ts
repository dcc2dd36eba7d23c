import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  AttendanceRow,
  AttendanceSheet,
  ClosedSession,
  CloseSessionRequest,
  MarkAnswer,
  MarkWish,
  SessionAttendance,
} from '@jenjang/shared/attendance';
import type { Page } from '@jenjang/shared/platform';
import { firstValueFrom } from 'rxjs';

/** Attendance over HTTP. The resources are to be made where `inject` may be called. */
@Service()
export class AttendanceApi {
  private readonly http = inject(HttpClient);

  sessions(cohortId: () => string): HttpResourceRef<readonly SessionAttendance[] | undefined> {
    return httpResource<readonly SessionAttendance[]>(
      () => `/api/v1/cohorts/${cohortId()}/attendance/sessions`,
    );
  }

  matrix(
    cohortId: () => string,
    params: () => Readonly<Record<string, string>>,
  ): HttpResourceRef<Page<AttendanceRow> | undefined> {
    return httpResource<Page<AttendanceRow>>(() => ({
      url: `/api/v1/cohorts/${cohortId()}/attendance`,
      params: params(),
    }));
  }

  sheet(sessionId: () => string): HttpResourceRef<AttendanceSheet | undefined> {
    return httpResource<AttendanceSheet>(() => `/api/v1/sessions/${sessionId()}/sheet`);
  }

  /** Answers row by row, in the order asked. */
  save(sessionId: string, marks: readonly MarkWish[]): Promise<readonly MarkAnswer[]> {
    return firstValueFrom(
      this.http.put<readonly MarkAnswer[]>(`/api/v1/sessions/${sessionId}/marks`, { marks }),
    );
  }

  close(sessionId: string, request: CloseSessionRequest): Promise<ClosedSession> {
    return firstValueFrom(this.http.post<ClosedSession>(`/api/v1/sessions/${sessionId}/close`, request));
  }

  async reopen(sessionId: string, reason: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/sessions/${sessionId}/reopen`, { reason }));
  }
}

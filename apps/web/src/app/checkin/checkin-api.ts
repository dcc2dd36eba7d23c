import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  CheckInAnswer,
  CheckInRequest,
  FlagRow,
  FlagVerdictRequest,
  OpenCheckInRequest,
  OpeningView,
  OwnOpening,
} from '@jenjang/shared/checkin';
import { firstValueFrom } from 'rxjs';

/** Check-in over HTTP. The resources are to be made where `inject` may be called. */
@Service()
export class CheckInApi {
  private readonly http = inject(HttpClient);

  own(): HttpResourceRef<readonly OwnOpening[] | undefined> {
    return httpResource<readonly OwnOpening[]>(() => '/api/v1/me/check-ins');
  }

  opening(sessionId: () => string): HttpResourceRef<OpeningView | undefined> {
    return httpResource<OpeningView>(() => `/api/v1/sessions/${sessionId()}/check-in/opening`);
  }

  flags(sessionId: () => string): HttpResourceRef<readonly FlagRow[] | undefined> {
    return httpResource<readonly FlagRow[]>(() => `/api/v1/sessions/${sessionId()}/check-in/flags`);
  }

  open(sessionId: string, settings: OpenCheckInRequest): Promise<OpeningView> {
    return this.post(`sessions/${sessionId}/check-in/opening`, settings);
  }

  close(sessionId: string): Promise<OpeningView> {
    return this.post(`sessions/${sessionId}/check-in/opening/close`, {});
  }

  extend(sessionId: string, minutes: number): Promise<OpeningView> {
    return this.post(`sessions/${sessionId}/check-in/opening/extend`, { minutes });
  }

  checkIn(request: CheckInRequest): Promise<CheckInAnswer> {
    return this.post('me/check-ins', request);
  }

  card(sessionId: string, text: string, clientId: string): Promise<CheckInAnswer> {
    return this.post(`sessions/${sessionId}/card-check-ins`, { text, clientId });
  }

  explain(checkInId: string, note: string): Promise<void> {
    return this.post(`me/check-ins/${checkInId}/note`, { note });
  }

  judge(flagId: string, verdict: FlagVerdictRequest): Promise<void> {
    return this.post(`check-in-flags/${flagId}/verdict`, verdict);
  }

  private post<T>(path: string, body: object): Promise<T> {
    return firstValueFrom(this.http.post<T>(`/api/v1/${path}`, body));
  }
}

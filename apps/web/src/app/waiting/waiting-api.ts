import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Page } from '@jenjang/shared/platform';
import type {
  MyOffer,
  OfferSeatRequest,
  ReplacementCandidate,
  ReplacementView,
  ReplaceRequest,
  WaitingList,
  WithdrawRequest,
} from '@jenjang/shared/waiting';
import { firstValueFrom } from 'rxjs';

/** Waiting lists, offers of seats, leaving and replacing. Resources are to be made where `inject` may be called. */
@Service()
export class WaitingApi {
  private readonly http = inject(HttpClient);

  list(cohortId: () => string): HttpResourceRef<WaitingList | undefined> {
    return httpResource<WaitingList>(() =>
      cohortId() === '' ? undefined : `/api/v1/cohorts/${cohortId()}/waiting-list`,
    );
  }

  mine(): HttpResourceRef<readonly MyOffer[] | undefined> {
    return httpResource<readonly MyOffer[]>(() => '/api/v1/me/offers');
  }

  replacement(enrolmentId: string): HttpResourceRef<ReplacementView | undefined> {
    return httpResource<ReplacementView>(() => `/api/v1/enrolments/${enrolmentId}/replacement`);
  }

  candidates(
    enrolmentId: string,
    words: () => string,
    wanted: () => boolean,
  ): HttpResourceRef<Page<ReplacementCandidate> | undefined> {
    return httpResource<Page<ReplacementCandidate>>(() =>
      wanted()
        ? {
            url: `/api/v1/enrolments/${enrolmentId}/replacement/candidates`,
            params: { size: '20', ...(words() === '' ? {} : { q: words() }) },
          }
        : undefined,
    );
  }

  offer(cohortId: string, request: OfferSeatRequest): Promise<WaitingList> {
    return firstValueFrom(
      this.http.post<WaitingList>(`/api/v1/cohorts/${cohortId}/waiting-list/offers`, request),
    );
  }

  async answer(offerId: string, answer: 'accept' | 'decline'): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/me/offers/${offerId}/${answer}`, {}));
  }

  async withdraw(enrolmentId: string, request: WithdrawRequest): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/enrolments/${enrolmentId}/withdrawal`, request));
  }

  async replace(enrolmentId: string, request: ReplaceRequest): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/enrolments/${enrolmentId}/replacement`, request));
  }
}

import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { DelegateRequest, Delegations, DeputyCandidate } from '@jenjang/shared/delegation';
import { firstValueFrom } from 'rxjs';

/** Deputies. Resources are to be made where `inject` may be called. */
@Service()
export class DelegationApi {
  private readonly http = inject(HttpClient);

  all(): HttpResourceRef<Delegations | undefined> {
    return httpResource<Delegations>(() => '/api/v1/delegations');
  }

  /** Accounts whose name or NIP fits; nothing is asked for fewer than two letters. */
  candidates(
    asked: () => { readonly grantId: string; readonly q: string },
  ): HttpResourceRef<readonly DeputyCandidate[] | undefined> {
    return httpResource<readonly DeputyCandidate[]>(() => {
      const { grantId, q } = asked();
      return q.length < 2 || grantId === ''
        ? undefined
        : { url: '/api/v1/delegations/candidates', params: { grantId, q } };
    });
  }

  read(): Promise<Delegations> {
    return firstValueFrom(this.http.get<Delegations>('/api/v1/delegations'));
  }

  delegate(request: DelegateRequest): Promise<{ id: string }> {
    return firstValueFrom(this.http.post<{ id: string }>('/api/v1/delegations', request));
  }

  async revoke(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/v1/delegations/${id}`));
  }
}

import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Page } from '@jenjang/shared/platform';
import type { ChangeVenueRequest, VenueRequest, VenueView } from '@jenjang/shared/venue';
import { firstValueFrom } from 'rxjs';

/** Places over HTTP. Resources are to be made where `inject` may be called. */
@Service()
export class VenueApi {
  private readonly http = inject(HttpClient);

  venues(query: () => Readonly<Record<string, string>>): HttpResourceRef<Page<VenueView> | undefined> {
    return httpResource<Page<VenueView>>(() => ({ url: '/api/v1/venues', params: query() }));
  }

  /** Places that a new session of the agency may be held at. */
  offered(agencyId: string): HttpResourceRef<Page<VenueView> | undefined> {
    return this.venues(() => ({ agencyId, active: '1', size: '100' }));
  }

  async save(id: string | null, request: VenueRequest | ChangeVenueRequest): Promise<void> {
    await firstValueFrom(
      id === null
        ? this.http.post('/api/v1/venues', request)
        : this.http.put(`/api/v1/venues/${id}`, request),
    );
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/v1/venues/${id}`));
  }
}

import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  AgencyDetail,
  AgencyRow,
  ChangeAgencyRequest,
  ChangeUnitRequest,
  CreateAgencyRequest,
  CreateUnitRequest,
  MoveEffects,
  Region,
  UnitNode,
} from '@jenjang/shared/agency';
import type { Page } from '@jenjang/shared/platform';
import { firstValueFrom } from 'rxjs';

/** More than anybody scrolls through; whoever has more comes by the address of one. */
const many = '200';

/** Agencies and their trees. Resources are to be made where `inject` may be called. */
@Service()
export class AgencyApi {
  private readonly http = inject(HttpClient);

  agencies(): HttpResourceRef<Page<AgencyRow> | undefined> {
    return httpResource<Page<AgencyRow>>(() => ({
      url: '/api/v1/agencies',
      params: { sort: 'name', size: many },
    }));
  }

  /** One page of them, as a table asks for it. */
  page(query: () => Readonly<Record<string, string>>): HttpResourceRef<Page<AgencyRow> | undefined> {
    return httpResource<Page<AgencyRow>>(() => ({ url: '/api/v1/agencies', params: query() }));
  }

  async createAgency(request: CreateAgencyRequest): Promise<void> {
    await firstValueFrom(this.http.post('/api/v1/agencies', request));
  }

  async changeAgency(id: string, request: ChangeAgencyRequest): Promise<void> {
    await firstValueFrom(this.http.patch(`/api/v1/agencies/${id}`, request));
  }

  agency(id: () => string): HttpResourceRef<AgencyDetail | undefined> {
    return httpResource<AgencyDetail>(() => (id() === '' ? undefined : `/api/v1/agencies/${id()}`));
  }

  /** The tree as it stood on a day; today when it is empty. */
  tree(
    agencyId: () => string,
    on: () => string = () => '',
  ): HttpResourceRef<readonly UnitNode[] | undefined> {
    return httpResource<readonly UnitNode[]>(() =>
      agencyId() === '' ? undefined : { url: `/api/v1/agencies/${agencyId()}/units`, params: dated(on()) },
    );
  }

  regions(words: () => string): HttpResourceRef<readonly Region[] | undefined> {
    return httpResource<readonly Region[]>(() =>
      words().trim().length < 2 ? undefined : { url: '/api/v1/regions', params: { q: words().trim() } },
    );
  }

  moveEffects(unitId: string, parentId: () => string): HttpResourceRef<MoveEffects | undefined> {
    return httpResource<MoveEffects>(() =>
      parentId() === ''
        ? undefined
        : { url: `/api/v1/units/${unitId}/move-effects`, params: { parentId: parentId() } },
    );
  }

  create(request: CreateUnitRequest): Promise<{ id: string }> {
    return firstValueFrom(this.http.post<{ id: string }>('/api/v1/units', request));
  }

  async change(id: string, request: ChangeUnitRequest): Promise<void> {
    await firstValueFrom(this.http.patch(`/api/v1/units/${id}`, request));
  }
}

function dated(on: string): Record<string, string> {
  return on === '' ? {} : { on };
}

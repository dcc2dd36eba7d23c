import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  AdmissionDefaultsRequest,
  AdmissionDefaultsView,
  AdmissionRequest,
  AdmissionView,
  AllocationChange,
  AllocationRequest,
  AllocationRow,
  EligibilityCount,
  EligibilityRule,
  QuotaEffects,
  QuotaRequest,
  QuotaView,
} from '@jenjang/shared/admission';
import type { AgencyRow, Region } from '@jenjang/shared/agency';
import type { Page } from '@jenjang/shared/platform';
import type { Academy, ProgrammeRow } from '@jenjang/shared/programme';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string>>;
type Plain<Request> = Pick<Request, keyof Request>;
const all: Query = { size: '200', sort: 'name' };

/** Admission, quota and allocations. Resources are to be made where `inject` may be called. */
@Service()
export class AdmissionApi {
  private readonly http = inject(HttpClient);

  admission(cohortId: () => string): HttpResourceRef<AdmissionView | undefined> {
    return httpResource<AdmissionView>(() =>
      cohortId() === '' ? undefined : `/api/v1/cohorts/${cohortId()}/admission`,
    );
  }

  quota(cohortId: () => string): HttpResourceRef<QuotaView | undefined> {
    return httpResource<QuotaView>(() =>
      cohortId() === '' ? undefined : `/api/v1/cohorts/${cohortId()}/quota`,
    );
  }

  defaults(programmeId: () => string): HttpResourceRef<AdmissionDefaultsView | undefined> {
    return httpResource<AdmissionDefaultsView>(() => `/api/v1/programmes/${programmeId()}/admission`);
  }

  /** How many people a rule lets in; asked again whenever the rule changes. */
  trial(
    cohortId: () => string,
    rule: () => EligibilityRule | null,
  ): HttpResourceRef<EligibilityCount | undefined> {
    return httpResource<EligibilityCount>(() => {
      const eligibility = rule();
      return cohortId() === '' || eligibility === null
        ? undefined
        : {
            url: `/api/v1/cohorts/${cohortId()}/admission/trial`,
            method: 'POST',
            body: { eligibility },
          };
    });
  }

  /** What a matrix would do; asked again whenever it changes. */
  effects(
    cohortId: () => string,
    request: () => Plain<QuotaRequest> | null,
  ): HttpResourceRef<QuotaEffects | undefined> {
    return httpResource<QuotaEffects>(() => {
      const body = request();
      return body === null
        ? undefined
        : { url: `/api/v1/cohorts/${cohortId()}/quota/preview`, method: 'POST', body };
    });
  }

  regions(words: () => string): HttpResourceRef<readonly Region[] | undefined> {
    return httpResource<readonly Region[]>(() =>
      words().length < 2 ? undefined : { url: '/api/v1/regions', params: { q: words() } },
    );
  }

  programmes(): HttpResourceRef<Page<ProgrammeRow> | undefined> {
    return httpResource<Page<ProgrammeRow>>(() => ({ url: '/api/v1/programmes', params: all }));
  }

  academies(): HttpResourceRef<readonly Academy[] | undefined> {
    return httpResource<readonly Academy[]>(() => '/api/v1/academies');
  }

  agencies(): HttpResourceRef<Page<AgencyRow> | undefined> {
    return httpResource<Page<AgencyRow>>(() => ({ url: '/api/v1/agencies', params: all }));
  }

  allocations(query: () => Query): HttpResourceRef<Page<AllocationRow> | undefined> {
    return httpResource<Page<AllocationRow>>(() => ({ url: '/api/v1/allocations', params: query() }));
  }

  saveAdmission(cohortId: string, request: Plain<AdmissionRequest>): Promise<AdmissionView> {
    return firstValueFrom(this.http.put<AdmissionView>(`/api/v1/cohorts/${cohortId}/admission`, request));
  }

  saveQuota(cohortId: string, request: Plain<QuotaRequest>): Promise<QuotaView> {
    return firstValueFrom(this.http.put<QuotaView>(`/api/v1/cohorts/${cohortId}/quota`, request));
  }

  saveDefaults(
    programmeId: string,
    request: Plain<AdmissionDefaultsRequest>,
  ): Promise<AdmissionDefaultsView> {
    return firstValueFrom(
      this.http.put<AdmissionDefaultsView>(`/api/v1/programmes/${programmeId}/admission`, request),
    );
  }

  async addAllocation(request: Plain<AllocationRequest>): Promise<void> {
    await firstValueFrom(this.http.post('/api/v1/allocations', request));
  }

  async changeAllocation(id: string, request: Plain<AllocationChange>): Promise<void> {
    await firstValueFrom(this.http.put(`/api/v1/allocations/${id}`, request));
  }
}

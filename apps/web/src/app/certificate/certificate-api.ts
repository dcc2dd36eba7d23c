import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  CertificateRow,
  CertificateView,
  IssuanceRow,
  RevokeRequest,
} from '@jenjang/shared/certificate';
import type { Page } from '@jenjang/shared/platform';
import type { Curriculum } from '@jenjang/shared/programme';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string>>;

/** The job that issues, and how many it will issue. */
export interface Asked {
  readonly jobId: string;
  readonly total: number;
}

/** Where the paper of a certificate lies: for its readers and for its holder. */
export function paperUrl(id: string): string {
  return `/api/v1/certificates/${id}/pdf`;
}

/** Certificates over HTTP. Resources are to be made where `inject` may be called. */
@Service()
export class CertificateApi {
  private readonly http = inject(HttpClient);

  candidates(cohortId: () => string): HttpResourceRef<readonly IssuanceRow[] | undefined> {
    return httpResource<readonly IssuanceRow[]>(() =>
      cohortId() === '' ? undefined : `/api/v1/cohorts/${cohortId()}/certificates`,
    );
  }

  /** The curriculum whose certificate design numbers the certificates; nothing while the id is unknown. */
  curriculum(id: () => string | undefined): HttpResourceRef<Curriculum | undefined> {
    return httpResource<Curriculum>(() => (id() === undefined ? undefined : `/api/v1/curricula/${id()}`));
  }

  register(query: () => Query): HttpResourceRef<Page<CertificateRow> | undefined> {
    return httpResource<Page<CertificateRow>>(() => ({ url: '/api/v1/certificates', params: query() }));
  }

  certificate(id: () => string): HttpResourceRef<CertificateView | undefined> {
    return httpResource<CertificateView>(() => `/api/v1/certificates/${id()}`);
  }

  mine(): HttpResourceRef<readonly CertificateView[] | undefined> {
    return httpResource<readonly CertificateView[]>(() => '/api/v1/me/certificates');
  }

  /** Asks for the certificates of these participants. Refuses with the reasons when none of them may have one. */
  issue(cohortId: string, enrolmentIds: readonly string[]): Promise<Asked> {
    return firstValueFrom(
      this.http.post<Asked>(`/api/v1/cohorts/${cohortId}/certificates`, { enrolmentIds }),
    );
  }

  revoke(id: string, request: RevokeRequest): Promise<CertificateView> {
    return firstValueFrom(this.http.post<CertificateView>(`/api/v1/certificates/${id}/revoke`, request));
  }
}

import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { DocumentList, MakeDocumentRequest, NumberingRequest, OwnCard } from '@jenjang/shared/document';
import { firstValueFrom } from 'rxjs';

/** Address of a paper as it was made. */
export function documentUrl(id: string): string {
  return `/api/v1/documents/${encodeURIComponent(id)}/pdf`;
}

/** Papers of cohorts. Resources are to be made where `inject` may be called. */
@Service()
export class DocumentApi {
  private readonly http = inject(HttpClient);

  list(cohortId: () => string): HttpResourceRef<DocumentList | undefined> {
    return httpResource<DocumentList>(() =>
      cohortId() === '' ? undefined : `/api/v1/cohorts/${cohortId()}/documents`,
    );
  }

  /** The reader's own cards. */
  ownCards(): HttpResourceRef<readonly OwnCard[] | undefined> {
    return httpResource<readonly OwnCard[]>(() => '/api/v1/me/cards');
  }

  make(cohortId: string, request: MakeDocumentRequest): Promise<DocumentList> {
    return firstValueFrom(this.http.post<DocumentList>(`/api/v1/cohorts/${cohortId}/documents`, request));
  }

  async setNumbering(agencyId: string, request: NumberingRequest): Promise<void> {
    await firstValueFrom(this.http.put(`/api/v1/agencies/${agencyId}/document-numbering`, request));
  }
}

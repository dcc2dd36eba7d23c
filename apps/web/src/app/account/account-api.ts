import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  AccountRow,
  ClientRow,
  CreateAccountRequest,
  CreateClientRequest,
  GrantRequest,
} from '@jenjang/shared/identity';
import type { PersonRow } from '@jenjang/shared/person';
import type { Page } from '@jenjang/shared/platform';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string>>;

/** A link that sets a password once; shown once. */
export interface OneTimeLink {
  readonly url: string;
  readonly expiresAt: string;
}

/** The secret of a machine client; told once, stored only as a hash. */
export interface ClientSecret {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Accounts, their roles, and machine clients. Resources are to be made where `inject` may be called. */
@Service()
export class AccountApi {
  private readonly http = inject(HttpClient);

  accounts(query: () => Query): HttpResourceRef<Page<AccountRow> | undefined> {
    return httpResource<Page<AccountRow>>(() => ({ url: '/api/v1/accounts', params: query() }));
  }

  clients(): HttpResourceRef<readonly ClientRow[] | undefined> {
    return httpResource<readonly ClientRow[]>(() => '/api/v1/clients');
  }

  /** People whose name or NIP holds the words; nothing before two letters are typed. */
  people(words: () => string): HttpResourceRef<Page<PersonRow> | undefined> {
    return httpResource<Page<PersonRow>>(() =>
      words().length < 2 ? undefined : { url: '/api/v1/people', params: { q: words(), size: '8' } },
    );
  }

  async create(request: CreateAccountRequest): Promise<OneTimeLink> {
    const { invitation } = await firstValueFrom(
      this.http.post<{ invitation: OneTimeLink }>('/api/v1/accounts', request),
    );
    return invitation;
  }

  /** A fresh link; earlier unused ones stop working. */
  makeLink(id: string): Promise<OneTimeLink> {
    return firstValueFrom(this.http.post<OneTimeLink>(`/api/v1/accounts/${id}/links`, {}));
  }

  async grant(id: string, request: GrantRequest): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/accounts/${id}/grants`, request));
  }

  async withdraw(id: string, grantId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/v1/accounts/${id}/grants/${grantId}`));
  }

  async setDisabled(id: string, isDisabled: boolean): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/accounts/${id}/${isDisabled ? 'disable' : 'enable'}`, {}));
  }

  createClient(request: CreateClientRequest): Promise<ClientSecret> {
    return firstValueFrom(this.http.post<ClientSecret>('/api/v1/clients', request));
  }

  async disableClient(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/clients/${id}/disable`, {}));
  }
}

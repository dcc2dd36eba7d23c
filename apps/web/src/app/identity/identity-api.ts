import { HttpClient, HttpContext, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ChangePasswordRequest, SetPasswordRequest, SignInRow } from '@jenjang/shared/identity';
import { firstValueFrom } from 'rxjs';
import { mayBeSignedOut } from '../platform/problem';

/** For whom a one-time link sets a password. */
export interface LinkFacts {
  readonly displayName: string;
  readonly login: string;
  readonly purpose: 'invitation' | 'reset';
}

const context = new HttpContext().set(mayBeSignedOut, true);

/** One's own account. */
@Service()
export class IdentityApi {
  private readonly http = inject(HttpClient);

  /** To be called where `inject` may be. */
  link(token: () => string): HttpResourceRef<LinkFacts | undefined> {
    return httpResource<LinkFacts>(() => ({
      url: `/api/v1/auth/links/${encodeURIComponent(token())}`,
      context,
    }));
  }

  /** To be called where `inject` may be. */
  devices(): HttpResourceRef<readonly SignInRow[] | undefined> {
    return httpResource<readonly SignInRow[]>(() => '/api/v1/me/sign-ins');
  }

  async useLink(token: string, request: SetPasswordRequest): Promise<void> {
    await firstValueFrom(
      this.http.post(`/api/v1/auth/links/${encodeURIComponent(token)}`, request, { context }),
    );
  }

  /** Succeeds whether the login exists or not. */
  async askReset(login: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/v1/auth/reset-requests', { login }, { context }));
  }

  async changePassword(request: ChangePasswordRequest): Promise<void> {
    await firstValueFrom(this.http.post('/api/v1/me/password', request));
  }

  async endSignIn(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/v1/me/sign-ins/${id}`));
  }
}

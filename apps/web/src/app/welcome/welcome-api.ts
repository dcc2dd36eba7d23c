import { HttpClient, HttpContext, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Me } from '@jenjang/shared/identity';
import type { WelcomeRequest, WelcomeView } from '@jenjang/shared/welcome';
import { firstValueFrom } from 'rxjs';
import { mayBeSignedOut } from '../platform/problem';

const context = new HttpContext().set(mayBeSignedOut, true);
const urlOf = (token: string): string => `/api/v1/welcome/${encodeURIComponent(token)}`;

/** The link of a first sign-in. */
@Service()
export class WelcomeApi {
  private readonly http = inject(HttpClient);

  /** To be called where `inject` may be. */
  link(token: () => string): HttpResourceRef<WelcomeView | undefined> {
    return httpResource<WelcomeView>(() => ({ url: urlOf(token()), context }));
  }

  /** Makes the account; the browser is signed in from then on. */
  use(token: string, request: WelcomeRequest): Promise<Me> {
    return firstValueFrom(this.http.post<Me>(urlOf(token), request, { context }));
  }
}

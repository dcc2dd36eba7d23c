import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { InboxRow, MessagePreference, MessagePreferenceRequest } from '@jenjang/shared/inbox';
import type { Page } from '@jenjang/shared/platform';
import { firstValueFrom } from 'rxjs';

/** One's own messages, and how one wants to be told. Resources are to be made where `inject` may be called. */
@Service()
export class InboxApi {
  private readonly http = inject(HttpClient);

  messages(query: () => Readonly<Record<string, string>>): HttpResourceRef<Page<InboxRow> | undefined> {
    return httpResource<Page<InboxRow>>(() => ({ url: '/api/v1/me/inbox', params: query() }));
  }

  async read(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/me/inbox/${id}/read`, {}));
  }

  async readAll(): Promise<void> {
    await firstValueFrom(this.http.post('/api/v1/me/inbox/read', {}));
  }

  preference(): HttpResourceRef<MessagePreference | undefined> {
    return httpResource<MessagePreference>(() => '/api/v1/me/message-preference');
  }

  prefer(request: MessagePreferenceRequest): Promise<MessagePreference> {
    return firstValueFrom(this.http.put<MessagePreference>('/api/v1/me/message-preference', request));
  }
}

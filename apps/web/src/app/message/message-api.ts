import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  ClassMessageDraft,
  ClassMessagePreview,
  ClassMessageRequest,
  ClassMessageRow,
  MessageDetail,
  MessageRow,
  PreviewTemplateRequest,
  ReadershipChoices,
  TemplatePreview,
  TemplateRow,
  TemplateSheet,
  TemplateText,
} from '@jenjang/shared/message';
import type { Page } from '@jenjang/shared/platform';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string>>;

/** A record by its name. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Which of an event's texts is meant. */
export interface TextKey {
  readonly event: string;
  readonly channel: string;
  readonly locale: string;
}

/** What a cohort is told, and the texts in which. Resources are to be made where `inject` may be called. */
@Service()
export class MessageApi {
  private readonly http = inject(HttpClient);

  log(cohortId: () => string, query: () => Query): HttpResourceRef<Page<MessageRow> | undefined> {
    return httpResource<Page<MessageRow>>(() =>
      cohortId() ? { url: `/api/v1/cohorts/${cohortId()}/messages`, params: query() } : undefined,
    );
  }

  one(id: string): Promise<MessageDetail> {
    return firstValueFrom(this.http.get<MessageDetail>(`/api/v1/messages/${id}`));
  }

  async repeat(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/messages/${id}/repeat`, {}));
  }

  written(cohortId: () => string): HttpResourceRef<readonly ClassMessageRow[] | undefined> {
    return httpResource<readonly ClassMessageRow[]>(() =>
      cohortId() ? `/api/v1/cohorts/${cohortId()}/class-messages` : undefined,
    );
  }

  choices(cohortId: () => string): HttpResourceRef<ReadershipChoices | undefined> {
    return httpResource<ReadershipChoices>(() =>
      cohortId() ? `/api/v1/cohorts/${cohortId()}/class-messages/choices` : undefined,
    );
  }

  /** Nothing is asked while there is no draft that could be seen. */
  preview(
    cohortId: () => string,
    draft: () => ClassMessageDraft | null,
  ): HttpResourceRef<ClassMessagePreview | undefined> {
    return httpResource<ClassMessagePreview>(() =>
      draft() === null
        ? undefined
        : { url: `/api/v1/cohorts/${cohortId()}/class-messages/preview`, method: 'POST', body: draft() },
    );
  }

  async testMessage(cohortId: string, draft: ClassMessageDraft): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/cohorts/${cohortId}/class-messages/test`, draft));
  }

  send(cohortId: string, request: ClassMessageRequest): Promise<{ readonly readers: number }> {
    return firstValueFrom(
      this.http.post<{ readonly readers: number }>(`/api/v1/cohorts/${cohortId}/class-messages`, request),
    );
  }

  async cancel(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/class-messages/${id}/cancel`, {}));
  }

  templates(agencyId: () => string | null): HttpResourceRef<readonly TemplateRow[] | undefined> {
    return httpResource<readonly TemplateRow[]>(() =>
      agencyId() === null
        ? undefined
        : { url: '/api/v1/message-templates', params: ownerOf(agencyId() ?? '') },
    );
  }

  sheet(event: () => string, agencyId: () => string | null): HttpResourceRef<TemplateSheet | undefined> {
    return httpResource<TemplateSheet>(() =>
      agencyId() === null
        ? undefined
        : { url: `/api/v1/message-templates/${event()}`, params: ownerOf(agencyId() ?? '') },
    );
  }

  /** Cohorts whose facts may fill a text, the newest first. */
  cohorts(): HttpResourceRef<Page<Named> | undefined> {
    return httpResource<Page<Named>>(() => ({ url: '/api/v1/cohorts', params: { size: '50' } }));
  }

  previewText(request: () => PreviewTemplateRequest | null): HttpResourceRef<TemplatePreview | undefined> {
    return httpResource<TemplatePreview>(() =>
      request() === null
        ? undefined
        : { url: '/api/v1/message-templates/preview', method: 'POST', body: request() },
    );
  }

  async testText(request: PreviewTemplateRequest): Promise<void> {
    await firstValueFrom(this.http.post('/api/v1/message-templates/test', request));
  }

  async saveText(
    { event, channel, locale }: TextKey,
    agencyId: string,
    number: number,
    text: TemplateText,
  ): Promise<void> {
    const url = `/api/v1/message-templates/${event}/${channel}/${locale}`;
    await firstValueFrom(this.http.put(url, { ...ownerOf(agencyId), number, ...text }));
  }

  async resetText({ event, channel, locale }: TextKey, agencyId: string, number: number): Promise<void> {
    const url = `/api/v1/message-templates/${event}/${channel}/${locale}/reset`;
    await firstValueFrom(this.http.post(url, { ...ownerOf(agencyId), number }));
  }
}

/** The national texts belong to no agency. */
function ownerOf(agencyId: string): { readonly agencyId?: string } {
  return agencyId === '' ? {} : { agencyId };
}

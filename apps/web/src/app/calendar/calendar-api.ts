import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  CalendarFeedView,
  ChangeHolidayRequest,
  CohortCalendar,
  HolidayRequest,
  HolidayRow,
  NewCalendarFeed,
  ReplanPreview,
  ReplanView,
  TaughtSession,
  WantedMove,
} from '@jenjang/shared/calendar';
import { firstValueFrom } from 'rxjs';

const feed = '/api/v1/me/calendar-feed';
const replan = (cohortId: string, act: string): string =>
  `/api/v1/cohorts/${cohortId}/sessions/replan/${act}`;

/** Calendars over HTTP. Resources are to be made where `inject` may be called. */
@Service()
export class CalendarApi {
  private readonly http = inject(HttpClient);

  calendar(cohortId: () => string): HttpResourceRef<CohortCalendar | undefined> {
    return httpResource<CohortCalendar>(() =>
      cohortId() === '' ? undefined : `/api/v1/cohorts/${cohortId()}/calendar`,
    );
  }

  preview(cohortId: string, moves: readonly WantedMove[], names: boolean): Promise<ReplanPreview> {
    return firstValueFrom(this.http.post<ReplanPreview>(replan(cohortId, 'preview'), { moves, names }));
  }

  apply(cohortId: string, moves: readonly WantedMove[]): Promise<ReplanView> {
    return firstValueFrom(this.http.post<ReplanView>(replan(cohortId, 'apply'), { moves }));
  }

  undo(cohortId: string, replanId: string): Promise<ReplanView> {
    return firstValueFrom(this.http.post<ReplanView>(replan(cohortId, 'undo'), { replanId }));
  }

  holidays(year: () => number): HttpResourceRef<readonly HolidayRow[] | undefined> {
    return httpResource<readonly HolidayRow[]>(() => ({
      url: '/api/v1/holidays',
      params: { from: `${year()}-01-01`, to: `${year()}-12-31` },
    }));
  }

  async saveHoliday(id: string | null, request: HolidayRequest | ChangeHolidayRequest): Promise<void> {
    await firstValueFrom(
      id === null
        ? this.http.post('/api/v1/holidays', request)
        : this.http.put(`/api/v1/holidays/${id}`, request),
    );
  }

  async removeHoliday(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/v1/holidays/${id}`));
  }

  feed(): HttpResourceRef<{ readonly feed: CalendarFeedView | null } | undefined> {
    return httpResource<{ readonly feed: CalendarFeedView | null }>(() => feed);
  }

  renewFeed(): Promise<NewCalendarFeed> {
    return firstValueFrom(this.http.post<NewCalendarFeed>(feed, {}));
  }

  async revokeFeed(): Promise<void> {
    await firstValueFrom(this.http.delete(feed));
  }

  teaching(): HttpResourceRef<readonly TaughtSession[] | undefined> {
    return httpResource<readonly TaughtSession[]>(() => '/api/v1/me/teaching');
  }
}

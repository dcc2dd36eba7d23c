import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Reminders } from '@jenjang/shared/message';
import { firstValueFrom } from 'rxjs';

/** When the people of a cohort are reminded. Resources are to be made where `inject` may be called. */
@Service()
export class ReminderApi {
  private readonly http = inject(HttpClient);

  days(cohortId: () => string): HttpResourceRef<Reminders | undefined> {
    return httpResource<Reminders>(() =>
      cohortId() ? `/api/v1/cohorts/${cohortId()}/reminders` : undefined,
    );
  }

  setDays(cohortId: string, reminders: Reminders): Promise<Reminders> {
    return firstValueFrom(this.http.put<Reminders>(`/api/v1/cohorts/${cohortId}/reminders`, reminders));
  }
}

import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { participantOnly } from '../platform/guards';

/** The participant's schedule, at `/jadwal`. */
export const routes: Routes = [
  {
    path: '',
    title: 'agenda.schedule.title',
    canActivate: [participantOnly],
    providers: [provideTranslocoScope('agenda')],
    loadComponent: () => import('./schedule-page').then((m) => m.SchedulePage),
  },
];

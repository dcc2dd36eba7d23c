import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { ownSessionsOnly } from '../platform/guards';

/** The sessions that one attends or teaches, at `/jadwal`. */
export const routes: Routes = [
  {
    path: '',
    title: 'agenda.schedule.title',
    canActivate: [ownSessionsOnly],
    providers: [provideTranslocoScope('agenda')],
    loadComponent: () => import('./schedule-page').then((m) => m.SchedulePage),
  },
];

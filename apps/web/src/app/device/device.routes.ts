import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** The tab of a cohort: its devices, and what they said that only a person can settle. */
export const cohortRoutes: Routes = [
  {
    path: 'kios',
    data: { tab: 'devices', permission: 'attendance.mark' },
    canActivate: [allowed('attendance.mark')],
    providers: [provideTranslocoScope('kiosk')],
    loadComponent: () => import('./devices-page').then((m) => m.DevicesPage),
  },
];

import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** The tab of a cohort. */
export const dayTabs: Routes = [
  {
    path: 'hari',
    data: { tab: 'day', permission: 'attendance.read' },
    canActivate: [allowed('attendance.read')],
    providers: [provideTranslocoScope('day', 'attendance')],
    loadComponent: () => import('./day-page').then((m) => m.DayPage),
  },
];

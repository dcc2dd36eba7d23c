import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** The weeks of a cohort. */
export const calendarTabs: Routes = [
  {
    path: 'kalender',
    data: { tab: 'calendar', permission: 'cohort.read' },
    providers: [provideTranslocoScope('calendar')],
    loadComponent: () => import('./calendar-page').then((m) => m.CalendarPage),
  },
];

/** Holidays, at `/hari-libur`. */
export const holidayRoutes: Routes = [
  {
    path: '',
    title: 'calendar.holiday.title',
    canActivate: [allowed('cohort.read')],
    providers: [provideTranslocoScope('calendar')],
    loadComponent: () => import('./holiday-page').then((m) => m.HolidayPage),
  },
];

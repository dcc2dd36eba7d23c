import type { Routes } from '@angular/router';

/** What a cohort is about to do: its overview with the next step, and its timetable. */
export const scheduleTabs: Routes = [
  {
    path: '',
    pathMatch: 'full',
    data: { tab: 'overview' },
    loadComponent: () => import('./overview-page').then((m) => m.OverviewPage),
  },
  {
    path: 'jadwal',
    data: { tab: 'schedule' },
    loadComponent: () => import('./schedule-page').then((m) => m.SchedulePage),
  },
];

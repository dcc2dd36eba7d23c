import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** The tab of a cohort. */
export const attendanceTabs: Routes = [
  {
    path: 'presensi',
    data: { tab: 'attendance', permission: 'attendance.read' },
    canActivate: [allowed('attendance.read')],
    providers: [provideTranslocoScope('attendance')],
    loadComponent: () => import('./attendance-page').then((m) => m.AttendancePage),
  },
];

/** The sheet of one session, a page of its own: below `/angkatan/:cohortId/presensi/:sessionId`. */
export const sheetRoutes: Routes = [
  {
    path: '',
    title: 'attendance.sheet.title',
    canActivate: [allowed('attendance.read')],
    providers: [provideTranslocoScope('attendance')],
    loadComponent: () => import('./marking-page').then((m) => m.MarkingPage),
  },
];

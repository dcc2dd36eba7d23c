import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';

/** Below `/angkatan/:cohortId/presensi`. */
export const routes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('attendance')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'attendance.title',
        loadComponent: () => import('./attendance-page').then((m) => m.AttendancePage),
      },
      {
        path: ':sessionId',
        title: 'attendance.sheet.title',
        loadComponent: () => import('./marking-page').then((m) => m.MarkingPage),
      },
    ],
  },
];

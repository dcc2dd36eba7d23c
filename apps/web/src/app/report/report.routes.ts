import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** A report of an online meeting, below `/angkatan/:cohortId/presensi/:sessionId/laporan`. */
export const routes: Routes = [
  {
    path: '',
    title: 'report.title',
    canActivate: [allowed('attendance.mark')],
    providers: [provideTranslocoScope('report')],
    loadComponent: () => import('./report-page').then((m) => m.ReportPage),
  },
];

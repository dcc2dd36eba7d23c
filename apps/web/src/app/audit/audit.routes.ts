import type { Routes } from '@angular/router';
import { allowed } from '../platform/guards';

/** The tab of a cohort. */
export const auditTabs: Routes = [
  {
    path: 'riwayat',
    data: { tab: 'history', permission: 'audit.read' },
    canActivate: [allowed('audit.read')],
    loadComponent: () => import('./cohort-history-page').then((m) => m.CohortHistoryPage),
  },
];

import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** The tab of a cohort. */
export const assessmentTabs: Routes = [
  {
    path: 'penilaian',
    data: { tab: 'assessment', permission: 'assessment.read' },
    canActivate: [allowed('assessment.read')],
    providers: [provideTranslocoScope('assessment')],
    loadComponent: () => import('./score-page').then((m) => m.ScorePage),
  },
];

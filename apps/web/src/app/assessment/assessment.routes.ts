import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';

/** The tab of a cohort. */
export const assessmentTabs: Routes = [
  {
    path: 'penilaian',
    data: { tab: 'assessment' },
    providers: [provideTranslocoScope('assessment')],
    loadComponent: () => import('./score-page').then((m) => m.ScorePage),
  },
];

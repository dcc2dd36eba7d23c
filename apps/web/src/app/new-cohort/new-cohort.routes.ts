import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

export const routes: Routes = [
  {
    path: '',
    title: 'cohort.new.title',
    providers: [provideTranslocoScope('cohort')],
    canActivate: [allowed('cohort.manage')],
    loadComponent: () => import('./new-cohort-page').then((m) => m.NewCohortPage),
  },
];

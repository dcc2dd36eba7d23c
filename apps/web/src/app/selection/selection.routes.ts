import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

const guarded = {
  canActivate: [allowed('enrolment.manage')],
  providers: [provideTranslocoScope('selection')],
};

/** The tab of a cohort, and the grid in which its steps are judged. */
export const selectionTabs: Routes = [
  {
    path: 'seleksi',
    data: { tab: 'selection', permission: 'enrolment.manage' },
    ...guarded,
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./selection-page').then((m) => m.SelectionPage),
      },
      { path: 'tahap', loadComponent: () => import('./step-page').then((m) => m.StepPage) },
    ],
  },
];

import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** The tab of a cohort. */
export const documentTabs: Routes = [
  {
    path: 'naskah',
    data: { tab: 'documents', permission: 'enrolment.read' },
    canActivate: [allowed('enrolment.read')],
    providers: [provideTranslocoScope('document')],
    loadComponent: () => import('./documents-page').then((m) => m.DocumentsPage),
  },
];

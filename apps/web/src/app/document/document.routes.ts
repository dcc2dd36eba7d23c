import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';
import { ownCardsOnly } from './own-card.guard';

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

/** `/kartu`: outside the shell, since it opens also where no server can be asked who is reading. */
export const ownRoutes: Routes = [
  {
    path: '',
    title: 'document.card.title',
    canActivate: [ownCardsOnly],
    providers: [provideTranslocoScope('document')],
    loadComponent: () => import('./own-card-page').then((m) => m.OwnCardPage),
  },
];

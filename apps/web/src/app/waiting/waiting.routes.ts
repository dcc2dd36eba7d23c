import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

const providers = [provideTranslocoScope('waiting')];

/** The tab of a cohort. */
export const waitingTabs: Routes = [
  {
    path: 'daftar-tunggu',
    data: { tab: 'waiting', permission: 'enrolment.read' },
    canActivate: [allowed('enrolment.read')],
    providers,
    loadComponent: () => import('./waiting-page').then((m) => m.WaitingPage),
  },
];

/** Offers to the reader, at `/tawaran`; a message leads to one of them. */
export const offerRoutes: Routes = [
  {
    path: '',
    providers,
    children: [
      {
        path: '',
        title: 'waiting.offers.title',
        loadComponent: () => import('./offers-page').then((m) => m.OffersPage),
      },
      {
        path: ':offerId',
        title: 'waiting.offers.title',
        loadComponent: () => import('./offers-page').then((m) => m.OffersPage),
      },
    ],
  },
];

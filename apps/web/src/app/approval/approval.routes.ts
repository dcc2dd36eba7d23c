import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

const providers = [provideTranslocoScope('approval')];

/** The page of a one-tap link, for whoever holds one: below `/persetujuan/:token`. */
export const linkRoutes: Routes = [
  {
    path: '',
    providers,
    title: 'approval.title',
    loadComponent: () => import('./link-page').then((m) => m.LinkPage),
  },
];

/** What waits for an approver who is signed in. */
export const routes: Routes = [
  {
    path: '',
    providers,
    title: 'approval.title',
    canActivate: [allowed('nomination.approve')],
    loadComponent: () => import('./waiting-page').then((m) => m.WaitingPage),
  },
];

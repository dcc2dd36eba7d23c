import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { signedInOnly } from '../platform/guards';

/** Below `/pesan`: everybody has messages of their own. */
export const routes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('inbox')],
    title: 'inbox.title',
    canActivate: [signedInOnly],
    loadComponent: () => import('./inbox-page').then((m) => m.InboxPage),
  },
];

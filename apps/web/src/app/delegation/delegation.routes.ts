import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';

/** Deputies, at `/delegasi`: open to everybody signed in, for deputies hold no right of their own. */
export const routes: Routes = [
  {
    path: '',
    title: 'delegation.title',
    providers: [provideTranslocoScope('delegation')],
    loadComponent: () => import('./delegation-page').then((m) => m.DelegationPage),
  },
];

import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** Below `/akun`: people's accounts, and those of machines. */
export const routes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('account')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'account.title',
        canActivate: [allowed('account.read')],
        loadComponent: () => import('./accounts-page').then((m) => m.AccountsPage),
      },
      {
        path: 'klien',
        title: 'account.client.title',
        canActivate: [allowed('client.manage')],
        loadComponent: () => import('./clients-page').then((m) => m.ClientsPage),
      },
    ],
  },
];

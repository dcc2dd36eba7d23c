import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** Below `/merit`. */
export const routes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('merit')],
    title: 'merit.title',
    canActivate: [allowed('merit.read')],
    loadComponent: () => import('./merit-page').then((m) => m.MeritPage),
  },
];

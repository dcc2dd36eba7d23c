import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** The unit tree of agencies. */
export const routes: Routes = [
  {
    path: '',
    title: 'agency.unitsTitle',
    canActivate: [allowed('agency.read')],
    providers: [provideTranslocoScope('agency', 'person')],
    loadComponent: () => import('./units-page').then((m) => m.UnitsPage),
  },
];

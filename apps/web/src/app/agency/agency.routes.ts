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

/** The agencies themselves. */
export const agencyRoutes: Routes = [
  {
    path: '',
    title: 'agency.agenciesTitle',
    canActivate: [allowed('agency.manage')],
    providers: [provideTranslocoScope('agency', 'person')],
    loadComponent: () => import('./agencies-page').then((m) => m.AgenciesPage),
  },
];

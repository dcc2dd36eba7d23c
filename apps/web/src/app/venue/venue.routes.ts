import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** Places, at `/tempat`. */
export const routes: Routes = [
  {
    path: '',
    title: 'venue.title',
    canActivate: [allowed('cohort.read')],
    providers: [provideTranslocoScope('venue')],
    loadComponent: () => import('./venue-page').then((m) => m.VenuePage),
  },
];

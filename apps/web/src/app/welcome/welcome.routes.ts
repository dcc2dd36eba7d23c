import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';

/** The first sign-in, for whoever holds a link. */
export const routes: Routes = [
  {
    path: ':token',
    providers: [provideTranslocoScope('welcome', 'identity')],
    title: 'welcome.title',
    loadComponent: () => import('./welcome-page').then((m) => m.WelcomePage),
  },
];

import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';

export const routes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('home')],
    title: 'home.title',
    loadComponent: () => import('./home-page').then((m) => m.HomePage),
  },
];

import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** People: the list, a new one, one with their history. */
export const routes: Routes = [
  {
    path: '',
    canActivate: [allowed('person.read')],
    providers: [provideTranslocoScope('person', 'agency')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'person.listTitle',
        loadComponent: () => import('./people-page').then((m) => m.PeoplePage),
      },
      {
        path: 'baru',
        title: 'person.newTitle',
        canActivate: [allowed('person.manage')],
        loadComponent: () => import('./new-person-page').then((m) => m.NewPersonPage),
      },
      {
        path: ':personId',
        title: 'person.listTitle',
        loadComponent: () => import('./person-page').then((m) => m.PersonPage),
      },
    ],
  },
];

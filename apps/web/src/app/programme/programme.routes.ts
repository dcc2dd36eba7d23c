import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** Programmes: the list, a new one, one with its versions, and each version in its own pages. */
export const routes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('programme')],
    canActivate: [allowed('programme.read')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'programme.list.title',
        loadComponent: () => import('./programme-list-page').then((m) => m.ProgrammeListPage),
      },
      {
        path: 'baru',
        title: 'programme.form.newTitle',
        canActivate: [allowed('programme.manage')],
        loadComponent: () => import('./programme-form-page').then((m) => m.ProgrammeFormPage),
      },
      {
        path: ':programmeId',
        pathMatch: 'full',
        title: 'programme.list.title',
        loadComponent: () => import('./programme-page').then((m) => m.ProgrammePage),
      },
      {
        path: ':programmeId/ubah',
        title: 'programme.form.editTitle',
        canActivate: [allowed('programme.manage')],
        loadComponent: () => import('./programme-form-page').then((m) => m.ProgrammeFormPage),
      },
      {
        path: ':programmeId/kurikulum/:curriculumId',
        loadChildren: () => import('../curriculum').then((m) => m.curriculumRoutes),
      },
    ],
  },
];

import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** One version of a programme: its modules, criteria and certificate; its pages have a page of their own. */
export const curriculumRoutes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('curriculum', 'learning')],
    children: [
      {
        path: 'materi/:activityId',
        title: 'curriculum.title',
        loadComponent: () => import('./activity-editor-page').then((m) => m.ActivityEditorPage),
      },
      {
        path: '',
        title: 'curriculum.title',
        canActivate: [allowed('programme.read')],
        loadComponent: () => import('./curriculum-shell').then((m) => m.CurriculumShell),
        children: [
          {
            path: '',
            pathMatch: 'full',
            loadComponent: () => import('./modules-page').then((m) => m.ModulesPage),
          },
          {
            path: 'syarat',
            loadComponent: () => import('./criteria-page').then((m) => m.CriteriaPage),
          },
          {
            path: 'sertifikat',
            loadComponent: () => import('./design-page').then((m) => m.DesignPage),
          },
        ],
      },
    ],
  },
];

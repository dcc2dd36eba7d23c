import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed, participantOnly } from '../platform/guards';

/** Learning as a participant: my cohorts, the modules of one, one activity. */
export const routes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('learning')],
    canActivate: [participantOnly],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'learning.title',
        loadComponent: () => import('./my-learning-page').then((m) => m.MyLearningPage),
      },
      {
        path: ':enrolmentId',
        pathMatch: 'full',
        title: 'learning.title',
        loadComponent: () => import('./module-list-page').then((m) => m.ModuleListPage),
      },
      {
        path: ':enrolmentId/materi/:activityId',
        title: 'learning.title',
        loadComponent: () => import('./activity-page').then((m) => m.ActivityPage),
      },
    ],
  },
];

/** Tab of a cohort: how far its participants are. */
export const learningTab: Routes = [
  {
    path: 'belajar',
    data: { tab: 'learning', permission: 'enrolment.read' },
    providers: [provideTranslocoScope('learning')],
    canActivate: [allowed('enrolment.read')],
    loadComponent: () => import('./cohort-progress-page').then((m) => m.CohortProgressPage),
  },
];

import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';

/** Below `/pekerjaan`: everybody has a list of their own. */
export const routes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('job')],
    title: 'job.title',
    loadComponent: () => import('./jobs-page').then((m) => m.JobsPage),
  },
];

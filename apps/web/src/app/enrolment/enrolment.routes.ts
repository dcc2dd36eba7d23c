import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** The tab of a cohort. */
export const cohortRoutes: Routes = [
  {
    path: 'peserta',
    data: { tab: 'participants', permission: 'enrolment.read' },
    canActivate: [allowed('enrolment.read')],
    providers: [provideTranslocoScope('enrolment')],
    loadComponent: () => import('./participants-page').then((m) => m.ParticipantsPage),
  },
];

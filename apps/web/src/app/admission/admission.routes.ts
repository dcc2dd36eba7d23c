import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** The tab of a cohort. */
export const admissionTabs: Routes = [
  {
    path: 'penerimaan',
    data: { tab: 'admission', permission: 'enrolment.manage' },
    canActivate: [allowed('enrolment.manage')],
    providers: [provideTranslocoScope('admission')],
    loadComponent: () => import('./admission-page').then((m) => m.AdmissionPage),
  },
];

/** What new cohorts of a programme begin with, at `/program/:programmeId/penerimaan`. */
export const defaultsRoutes: Routes = [
  {
    path: '',
    title: 'admission.defaults.title',
    canActivate: [allowed('programme.read')],
    providers: [provideTranslocoScope('admission')],
    loadComponent: () => import('./defaults-page').then((m) => m.DefaultsPage),
  },
];

/** Seats above the cohorts, at `/kuota`. */
export const allocationRoutes: Routes = [
  {
    path: '',
    title: 'admission.allocation.title',
    canActivate: [allowed('cohort.read')],
    providers: [provideTranslocoScope('admission')],
    loadComponent: () => import('./allocations-page').then((m) => m.AllocationsPage),
  },
];

import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed, participantOnly } from '../platform/guards';

/** The tab of a cohort. */
export const graduationTabs: Routes = [
  {
    path: 'kelulusan',
    data: { tab: 'graduation', permission: 'graduation.read' },
    canActivate: [allowed('graduation.read')],
    providers: [provideTranslocoScope('graduation')],
    loadComponent: () => import('./graduation-page').then((m) => m.GraduationPage),
  },
];

/** The participant's own, at `/kelulusan`. */
export const standingRoutes: Routes = [
  {
    path: '',
    title: 'graduation.own.title',
    canActivate: [participantOnly],
    providers: [provideTranslocoScope('graduation')],
    loadComponent: () => import('./standing-page').then((m) => m.StandingPage),
  },
];

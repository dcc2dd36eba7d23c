import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed, participantOnly } from '../platform/guards';

const providers = [provideTranslocoScope('absence')];

/** The participant's requests, at `/izin`. */
export const routes: Routes = [
  {
    path: '',
    providers,
    canActivate: [participantOnly],
    children: [
      {
        path: '',
        title: 'absence.title',
        loadComponent: () => import('./my-absences-page').then((m) => m.MyAbsencesPage),
      },
      {
        path: 'baru',
        title: 'absence.ask.title',
        loadComponent: () => import('./ask-absence-page').then((m) => m.AskAbsencePage),
      },
    ],
  },
];

/** The tab of a cohort. */
export const absenceTabs: Routes = [
  {
    path: 'izin',
    data: { tab: 'absences', permission: 'attendance.read' },
    canActivate: [allowed('attendance.read')],
    providers,
    loadComponent: () => import('./absence-list-page').then((m) => m.AbsenceListPage),
  },
];

import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed, participantOnly } from '../platform/guards';

/** A participant's own check-ins: below `/hadir`. */
export const ownRoutes: Routes = [
  {
    path: '',
    canActivate: [participantOnly],
    providers: [provideTranslocoScope('checkin')],
    children: [
      {
        path: '',
        title: 'checkin.own.title',
        loadComponent: () => import('./own-check-ins-page').then((m) => m.OwnCheckInsPage),
      },
      {
        path: ':sessionId',
        title: 'checkin.page.title',
        loadComponent: () => import('./check-in-page').then((m) => m.CheckInPage),
      },
    ],
  },
];

/** Check-in of one session for staff: below `/angkatan/:cohortId/presensi/:sessionId/mandiri`. */
export const staffRoutes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('checkin')],
    children: [
      {
        path: '',
        title: 'checkin.opening.title',
        canActivate: [allowed('attendance.read')],
        loadComponent: () => import('./opening-page').then((m) => m.OpeningPage),
      },
      {
        path: 'kartu',
        title: 'checkin.card.title',
        canActivate: [allowed('attendance.mark')],
        loadComponent: () => import('./card-page').then((m) => m.CardPage),
      },
      {
        path: 'tanda',
        title: 'checkin.flags.title',
        canActivate: [allowed('attendance.mark')],
        loadComponent: () => import('./flags-page').then((m) => m.FlagsPage),
      },
    ],
  },
];

import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed, signedInOnly } from '../platform/guards';

/** The live board of a session: below `/angkatan/:cohortId/presensi/:sessionId/papan`. */
export const boardRoutes: Routes = [
  {
    path: '',
    title: 'board.title',
    canActivate: [allowed('attendance.read')],
    providers: [provideTranslocoScope('board')],
    loadComponent: () => import('./board-page').then((m) => m.BoardPage),
  },
];

/** The projector, without the shell: `/layar/:sessionId`. */
export const screenRoutes: Routes = [
  {
    path: ':sessionId',
    title: 'board.screen.title',
    canActivate: [signedInOnly, allowed('attendance.mark')],
    providers: [provideTranslocoScope('board')],
    loadComponent: () => import('./screen-page').then((m) => m.ScreenPage),
  },
];

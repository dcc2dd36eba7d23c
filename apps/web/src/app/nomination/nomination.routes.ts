import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { deputyOr } from '../delegation';
import { participantOnly } from '../platform/guards';

const providers = [provideTranslocoScope('nomination', 'delegation')];

/** The agency's side, at `/usulan`. */
export const routes: Routes = [
  {
    path: '',
    providers,
    canActivate: [deputyOr('nomination.submit')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'nomination.title',
        loadComponent: () => import('./nominations-page').then((m) => m.NominationsPage),
      },
      {
        path: 'baru/:cohortId',
        title: 'nomination.new',
        loadComponent: () => import('./nominate-page').then((m) => m.NominatePage),
      },
      {
        path: ':nominationId',
        title: 'nomination.letter.title',
        loadComponent: () => import('./letter-page').then((m) => m.LetterPage),
      },
    ],
  },
];

/** One's own applications, at `/lamaran`. */
export const applicationRoutes: Routes = [
  {
    path: '',
    providers,
    canActivate: [participantOnly],
    title: 'nomination.application.title',
    loadComponent: () => import('./applications-page').then((m) => m.ApplicationsPage),
  },
];

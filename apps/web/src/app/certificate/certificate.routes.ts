import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed, participantOnly } from '../platform/guards';

const providers = [provideTranslocoScope('certificate')];

/** Below `/sertifikat`: the register, and one certificate. */
export const routes: Routes = [
  {
    path: '',
    providers,
    canActivate: [allowed('certificate.read')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'certificate.register.title',
        loadComponent: () => import('./register-page').then((m) => m.RegisterPage),
      },
      {
        path: ':certificateId',
        title: 'certificate.one.title',
        loadComponent: () => import('./certificate-page').then((m) => m.CertificatePage),
      },
    ],
  },
];

/** Below `/sertifikat-saya`: the reader's own. */
export const myRoutes: Routes = [
  {
    path: '',
    providers,
    title: 'certificate.mine.title',
    canActivate: [participantOnly],
    loadComponent: () => import('./my-certificates-page').then((m) => m.MyCertificatesPage),
  },
];

/** Below `/angkatan/:cohortId/sertifikat`. */
export const cohortRoutes: Routes = [
  {
    path: '',
    providers,
    canActivate: [allowed('certificate.read')],
    loadComponent: () => import('./issuing-page').then((m) => m.IssuingPage),
  },
];

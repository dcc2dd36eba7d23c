import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { signedOutOnly } from '../platform/guards';

const providers = [provideTranslocoScope('identity')];

export const signInRoutes: Routes = [
  {
    path: '',
    providers,
    title: 'identity.signIn.title',
    canActivate: [signedOutOnly],
    loadComponent: () => import('./sign-in-page').then((m) => m.SignInPage),
  },
  {
    path: 'lupa',
    providers,
    title: 'identity.forgotten.title',
    loadComponent: () => import('./forgotten-password-page').then((m) => m.ForgottenPasswordPage),
  },
];

export const linkRoutes: Routes = [
  {
    path: ':token',
    providers,
    title: 'identity.link.title',
    loadComponent: () => import('./set-password-page').then((m) => m.SetPasswordPage),
  },
];

export const profileRoutes: Routes = [
  {
    path: '',
    providers,
    title: 'identity.profile.title',
    loadComponent: () => import('./profile-page').then((m) => m.ProfilePage),
  },
];

import type { Routes } from '@angular/router';
import { insideShell } from './shell/shell.routes';

/** Pages of signed-in readers: one line per feature, paths in Indonesian. */
const pages: Routes = [
  { path: '', pathMatch: 'full', loadChildren: () => import('./home/home.routes').then((m) => m.routes) },
  { path: 'profil', loadChildren: () => import('./identity/identity.routes').then((m) => m.profileRoutes) },
];

export const routes: Routes = [
  { path: 'masuk', loadChildren: () => import('./identity/identity.routes').then((m) => m.signInRoutes) },
  { path: 'tautan', loadChildren: () => import('./identity/identity.routes').then((m) => m.linkRoutes) },
  ...insideShell(pages),
];

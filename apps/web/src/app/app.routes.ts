import type { Routes } from '@angular/router';
import { insideShell } from './shell/shell.routes';

/** Pages of signed-in readers: one line per feature, paths in Indonesian. */
const pages: Routes = [
  { path: '', pathMatch: 'full', loadChildren: () => import('./home/home.routes').then((m) => m.routes) },
  { path: 'jadwal', loadChildren: () => import('./agenda/agenda.routes').then((m) => m.routes) },
  {
    path: 'kelulusan',
    loadChildren: () => import('./graduation/graduation.routes').then((m) => m.standingRoutes),
  },
  {
    path: 'angkatan/:cohortId/presensi/:sessionId',
    loadChildren: () => import('./attendance/attendance.routes').then((m) => m.sheetRoutes),
  },
  { path: 'profil', loadChildren: () => import('./identity/identity.routes').then((m) => m.profileRoutes) },
];

export const routes: Routes = [
  { path: 'masuk', loadChildren: () => import('./identity/identity.routes').then((m) => m.signInRoutes) },
  { path: 'tautan', loadChildren: () => import('./identity/identity.routes').then((m) => m.linkRoutes) },
  ...insideShell(pages),
];

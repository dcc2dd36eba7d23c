import type { Routes } from '@angular/router';
import { signedInOnly } from '../platform/guards';

/** Puts the pages of signed-in readers inside the shell, and words for addresses that lead nowhere after them. */
export function insideShell(pages: Routes): Routes {
  return [
    {
      path: '',
      canActivate: [signedInOnly],
      loadComponent: () => import('./shell').then((m) => m.Shell),
      children: [
        ...pages,
        {
          path: 'tidak-berwenang',
          title: 'platform.forbidden.title',
          loadComponent: () => import('./dead-end-page').then((m) => m.ForbiddenPage),
        },
        {
          path: '**',
          title: 'platform.notFound.title',
          loadComponent: () => import('./dead-end-page').then((m) => m.NotFoundPage),
        },
      ],
    },
  ];
}

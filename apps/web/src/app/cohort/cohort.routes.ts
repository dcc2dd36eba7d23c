import type { Route, Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';
import { tabPlace } from './tab-groups.rules';

const ownPages: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'cohort.list.title',
    loadComponent: () => import('./cohort-list-page').then((m) => m.CohortListPage),
  },
];

/**
 * Cohorts: the list, a new one, and one with its tabs. The tabs of other features are handed in; each names itself by
 * `data.tab`, the key of its word under `cohort.tab` and of its place in `tab-groups.rules`, and says by `data.permission` who sees it. A feature that is not
 * handed in is simply not there.
 */
export function cohortPages(tabs: Routes): Routes {
  const one: Route = {
    path: ':cohortId',
    title: 'cohort.list.title',
    loadComponent: () => import('./cohort-shell').then((m) => m.CohortShell),
    children: inOrder(tabs),
  };
  const providers = [provideTranslocoScope('cohort')];
  return [{ path: '', providers, canActivate: [allowed('cohort.read')], children: [...ownPages, one] }];
}

function inOrder(tabs: Routes): Routes {
  const place = ({ data }: Route): number => tabPlace(String(data?.['tab']));
  return [...tabs].sort((a, b) => place(a) - place(b));
}

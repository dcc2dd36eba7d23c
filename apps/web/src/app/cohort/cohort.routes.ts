import type { Route, Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

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
 * `data.tab`, the key of its word under `cohort.tab`, and says by `data.permission` who sees it. A feature that is not
 * handed in is simply not there.
 */
export function cohortPages(tabs: Routes): Routes {
  const one: Route = {
    path: ':cohortId',
    title: 'cohort.list.title',
    loadComponent: () => import('./cohort-shell').then((m) => m.CohortShell),
    children: inOrder([...ownTabs, ...tabs]),
  };
  const providers = [provideTranslocoScope('cohort')];
  return [{ path: '', providers, canActivate: [allowed('cohort.read')], children: [...ownPages, one] }];
}

const ownTabs: Routes = [
  {
    path: 'riwayat',
    data: { tab: 'history', permission: 'audit.read' },
    canActivate: [allowed('audit.read')],
    loadComponent: () => import('./history-page').then((m) => m.HistoryPage),
  },
];

/** The line of work, left to right. */
const order = [
  'overview',
  'participants',
  'schedule',
  'attendance',
  'learning',
  'assessment',
  'graduation',
  'certificates',
  'history',
];

function inOrder(tabs: Routes): Routes {
  const place = (tab: unknown): number => order.indexOf(String(tab));
  return [...tabs].sort((a, b) => place(a.data?.['tab']) - place(b.data?.['tab']));
}

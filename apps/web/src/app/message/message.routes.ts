import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { allowed } from '../platform/guards';

/** Tabs of a cohort: writing to its people, and what became of every message. */
export const messageTabs: Routes = [
  {
    path: 'pesan',
    data: { tab: 'messages', permission: 'attendance.mark' },
    canActivate: [allowed('attendance.mark')],
    providers: [provideTranslocoScope('message')],
    loadComponent: () => import('./class-message-page').then((m) => m.ClassMessagePage),
  },
  {
    path: 'catatan-pesan',
    data: { tab: 'messageLog', permission: 'message.manage' },
    canActivate: [allowed('message.manage')],
    providers: [provideTranslocoScope('message')],
    loadComponent: () => import('./log-page').then((m) => m.LogPage),
  },
];

/** Below `/templat-pesan`: the list of events, and the texts of one. */
export const templateRoutes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('message', 'agency')],
    canActivate: [allowed('message.manage')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'message.template.title',
        loadComponent: () => import('./template-list-page').then((m) => m.TemplateListPage),
      },
      {
        path: ':event',
        title: 'message.template.title',
        loadComponent: () => import('./template-page').then((m) => m.TemplatePage),
      },
    ],
  },
];

import type { Route, Routes } from '@angular/router';
import type { Permission } from '@jenjang/shared/identity';
import { provideTranslocoScope } from '@jsverse/transloco';
import type { RosterKind } from '@jenjang/shared/roster';
import { allowed } from '../platform/guards';

function importOf(kind: RosterKind, permission: Permission): Route {
  return {
    path: '',
    title: `roster.title.${kind}`,
    data: { kind },
    canActivate: [allowed(permission)],
    providers: [provideTranslocoScope('roster', 'agency')],
    loadComponent: () => import('./roster-page').then((m) => m.RosterPage),
  };
}

export const peopleRoutes: Routes = [importOf('people', 'person.manage')];
export const unitRoutes: Routes = [importOf('units', 'agency.manage')];
export const participantRoutes: Routes = [importOf('participants', 'enrolment.manage')];

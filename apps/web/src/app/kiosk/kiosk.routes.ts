import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { KioskPage } from './kiosk-page';

/** `/kios`: outside the shell and without a guard, since it opens where no server can be asked who is reading. */
export const routes: Routes = [
  { path: '', title: 'kiosk.title', providers: [provideTranslocoScope('kiosk')], component: KioskPage },
];

import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Faults } from './platform/faults';
import { NavigationFocus } from './platform/navigation-focus';
import { Icon } from './ui/icon';
import { NoticeList } from './ui/notice-list';
import { UpdateBanner } from './ui/update-banner';

/** The root: the page, or a calm word when it cannot be shown, and the short messages over it. */
@Component({
  selector: 'j-root',
  imports: [Icon, NoticeList, RouterOutlet, TranslocoPipe, UpdateBanner],
  template: `@if (fault(); as fault) {
      <main class="fault">
        <j-icon name="refresh" [size]="24" />
        <h1>{{ 'platform.fault.' + fault.kind + '.heading' | transloco }}</h1>
        <p>{{ 'platform.fault.' + fault.kind + '.text' | transloco }}</p>
        @if (fault.reference) {
          <p class="muted small">
            {{ 'platform.fault.reference' | transloco: { reference: fault.reference } }}
          </p>
        }
        <p class="row">
          <button type="button" (click)="reload()">{{ 'platform.problem.reload' | transloco }}</button><a
            href="/"
            >{{ 'platform.fault.home' | transloco }}</a
          >
        </p>
      </main>
    } @else {
      <router-outlet />
    }
    <j-update-banner />
    <j-notice-list />`,
  styles: `
    .fault {
      display: grid;
      justify-items: start;
      align-content: center;
      gap: var(--s3);
      min-height: 100dvh;
      max-width: 560px;
      margin: 0 auto;
      padding: var(--s5);
    }
    .fault p {
      margin: 0;
    }
    .fault j-icon {
      padding: var(--s4);
      border-radius: 50%;
      background: var(--primary-soft);
      color: var(--primary-strong);
    }
    button {
      min-height: 44px;
      padding: 0 var(--s5);
      border: 0;
      border-radius: var(--radius);
      background: var(--primary);
      color: var(--on-primary);
      font-weight: 600;
      cursor: pointer;
    }
    a {
      padding: var(--s3);
    }
  `,
})
export class App {
  protected readonly fault = inject(Faults).fault;

  constructor() {
    inject(NavigationFocus).start();
  }

  protected reload(): void {
    location.reload();
  }
}

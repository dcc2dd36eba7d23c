import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { AppUpdate } from '../platform/app-update';
import { Icon } from './icon';

/** Says that a new version lies ready; the reader decides when. One stands in the root component. */
@Component({
  selector: 'j-update-banner',
  imports: [Icon, TranslocoPipe],
  template: `@if (update.ready()) {
    <aside role="status">
      <j-icon name="refresh" />
      <p>
        <strong>{{ 'platform.update.heading' | transloco }}</strong> {{ 'platform.update.text' | transloco }}
      </p>
      <button type="button" (click)="update.reload()">{{ 'platform.update.action' | transloco }}</button>
      <button type="button" (click)="update.dismiss()">{{ 'platform.update.later' | transloco }}</button>
    </aside>
  }`,
  styles: `
    aside {
      position: fixed;
      z-index: 1090;
      inset: auto 0 calc(var(--bottom-nav, 0px) + var(--dock-height));
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: var(--s2) var(--s3);
      padding: var(--s2) var(--s4);
      background: #16202c;
      color: #fff;
      --focus: inset 0 0 0 3px #fff;
    }
    p {
      margin: 0;
    }
    strong {
      color: inherit;
    }
    button {
      min-height: 44px;
      padding: 0 var(--s3);
      border: 0;
      border-radius: var(--radius);
      background: transparent;
      color: #9cc9ff;
      font-weight: 600;
      cursor: pointer;
    }
    @media print {
      aside {
        display: none;
      }
    }
  `,
})
export class UpdateBanner {
  protected readonly update = inject(AppUpdate);
}

import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Notice, Notices } from '../platform/notices';
import { Icon } from './icon';

/** Draws the short messages of `Notices` at the foot of the screen. One stands in the root component. */
@Component({
  selector: 'j-notice-list',
  imports: [Icon, TranslocoPipe],
  template: `<div aria-live="polite" class="list">
    @for (notice of notices(); track notice.id) {
      <div class="notice" [class]="notice.tone" [attr.role]="notice.tone === 'bad' ? 'alert' : null">
        <j-icon [name]="notice.tone === 'bad' ? 'error' : notice.tone === 'ok' ? 'check' : 'info'" />
        <span>{{ notice.text }}</span>
        @if (notice.action; as action) {
          <button type="button" class="act" (click)="act(notice)">{{ action.label }}</button>
        }
        <button
          type="button"
          class="close"
          [attr.aria-label]="'ui.notice.dismiss' | transloco"
          (click)="service.dismiss(notice.id)"
        >
          <j-icon name="x" [size]="16" />
        </button>
      </div>
    }
  </div>`,
  styles: `
    .list {
      position: fixed;
      z-index: 1100;
      inset: auto 0 calc(var(--bottom-nav, 0px) + var(--dock-height) + var(--s4));
      display: grid;
      justify-items: center;
      gap: var(--s2);
      padding: 0 var(--s4);
      pointer-events: none;
    }
    .notice {
      display: flex;
      align-items: center;
      gap: var(--s3);
      max-width: 640px;
      min-height: 52px;
      padding: 4px 4px 4px var(--s4);
      border-radius: var(--radius);
      background: #16202c;
      color: #fff;
      box-shadow: var(--shadow-over);
      pointer-events: auto;
      --focus: inset 0 0 0 3px #fff;
    }
    .bad > j-icon {
      color: #ff9d94;
    }
    .ok > j-icon {
      color: #7fd6a3;
    }
    button {
      min-height: 44px;
      border: 0;
      background: none;
      color: inherit;
      cursor: pointer;
      border-radius: var(--radius-m);
    }
    .act {
      padding: 0 var(--s3);
      font-weight: 600;
      color: #a9d2f7;
      white-space: nowrap;
    }
    .close {
      display: grid;
      place-items: center;
      width: 44px;
    }
    @media (forced-colors: active) {
      .notice {
        border: 1px solid;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class NoticeList {
  protected readonly service = inject(Notices);
  protected readonly notices = computed(() => this.service.notices());

  protected act(notice: Notice): void {
    this.service.dismiss(notice.id);
    notice.action?.run();
  }
}

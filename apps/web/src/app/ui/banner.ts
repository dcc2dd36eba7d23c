import { Component, computed, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

export type BannerTone = 'info' | 'ok' | 'warn' | 'bad';

const icons: Readonly<Record<BannerTone, IconName>> = {
  info: 'info',
  ok: 'check',
  warn: 'alert',
  bad: 'error',
};

/** A sentence about the whole page. `bad` is read out at once, the others when the reader pauses. */
@Component({
  selector: 'j-banner',
  imports: [Icon],
  host: { '[class]': 'tone()', '[attr.role]': "tone() === 'bad' ? 'alert' : 'status'" },
  template: `<j-icon [name]="icon()" />
    <div class="words">
      @if (heading(); as words) {
        <strong>{{ words }}</strong>
      }
      <ng-content />
    </div>
    <div class="action"><ng-content select="[bannerAction]" /></div>`,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: var(--s2) var(--s3);
      padding: var(--s3) var(--s4);
      border: 1px solid transparent;
      border-radius: var(--radius);
      background: var(--info-soft);
      color: var(--info);
    }
    :host(.ok) {
      background: var(--ok-soft);
      color: var(--ok);
    }
    :host(.warn) {
      background: var(--warn-soft);
      color: var(--warn);
    }
    :host(.bad) {
      background: var(--bad-soft);
      color: var(--bad);
    }
    j-icon {
      margin-top: 2px;
    }
    strong {
      display: block;
      color: inherit;
    }
    .words {
      flex: 1 1 240px;
    }
    .action:empty {
      display: none;
    }
    @media (forced-colors: active) {
      :host {
        border-color: CanvasText;
      }
    }
  `,
})
export class Banner {
  readonly tone = input<BannerTone>('info');
  readonly heading = input<string>();
  protected readonly icon = computed(() => icons[this.tone()]);
}

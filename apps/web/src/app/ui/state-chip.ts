import { Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import type { Tone } from './tone.types';

/** A state as icon, word and tone. `preview` draws the dashed outline of what is not saved yet. */
@Component({
  selector: 'j-chip',
  imports: [Icon],
  host: { '[class]': 'tone()', '[class.preview]': 'preview()' },
  template: `@if (icon(); as name) {
      <j-icon [name]="name" [size]="16" />
    }
    <ng-content />`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 2px 10px;
      border: 1px solid transparent;
      border-radius: 999px;
      background: var(--sunken);
      color: var(--text);
      font-size: var(--t-s);
      font-weight: 600;
      font-variant-numeric: proportional-nums;
      white-space: nowrap;
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
    :host(.info) {
      background: var(--info-soft);
      color: var(--info);
    }
    :host(.gold) {
      background: var(--gold-soft);
      color: var(--gold);
    }
    :host(.past) {
      background: var(--past-soft);
      color: var(--past);
    }
    :host(.preview) {
      background: var(--surface);
      border: 1px dashed currentColor;
    }
    @media (forced-colors: active) {
      :host {
        border-color: CanvasText;
      }
    }
    @media print {
      :host {
        border-color: #666;
      }
    }
  `,
})
export class StateChip {
  readonly tone = input<Tone>('neutral');
  readonly icon = input<IconName>();
  readonly preview = input(false);
}

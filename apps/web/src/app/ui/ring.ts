import { Component, computed, input } from '@angular/core';
import { Percent } from './format-pipes';

/** A share as a ring with its figure inside. `label` says what of. */
@Component({
  selector: 'j-ring',
  imports: [Percent],
  host: { role: 'img', '[attr.aria-label]': 'label()' },
  template: `<svg viewBox="0 0 84 84" [attr.width]="size()" [attr.height]="size()" aria-hidden="true">
    <circle cx="42" cy="42" r="37" />
    <circle
      class="value"
      cx="42"
      cy="42"
      r="37"
      pathLength="100"
      transform="rotate(-90 42 42)"
      [attr.stroke-dasharray]="shown() + ' 100'"
      [attr.visibility]="shown() > 0 ? 'visible' : 'hidden'"
    />
    <text x="42" y="49">{{ shown() | percent }}</text>
  </svg>`,
  styles: `
    :host {
      display: inline-grid;
      flex: none;
    }
    circle {
      fill: none;
      stroke-width: 8;
      stroke: var(--track);
    }
    .value {
      stroke: var(--primary);
      stroke-linecap: round;
    }
    text {
      font: 600 19px var(--font);
      fill: var(--ink);
      text-anchor: middle;
    }
  `,
})
export class Ring {
  /** Percent, 0 to 100. */
  readonly percent = input.required<number>();
  readonly label = input.required<string>();
  readonly size = input(84);
  protected readonly shown = computed(() => Math.min(100, Math.max(0, this.percent())));
}

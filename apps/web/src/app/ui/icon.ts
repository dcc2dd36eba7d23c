import { Component, computed, input } from '@angular/core';
import { type IconName, iconPaths } from './icon-paths';

/** A drawing beside a word. It says nothing to screen readers: the word does. */
@Component({
  selector: 'j-icon',
  host: { class: 'j-icon', 'aria-hidden': 'true' },
  template: `<svg viewBox="0 0 24 24" [attr.width]="size()" [attr.height]="size()" focusable="false">
    <path [attr.d]="path()" />
  </svg>`,
  styles: `
    :host {
      display: inline-grid;
      flex: none;
    }
    path {
      fill: none;
      stroke: currentColor;
      stroke-width: var(--icon-stroke, 1.75);
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  /** Pixels: 16 beside small words, 20 in buttons and menus, 24 alone. */
  readonly size = input(20);
  protected readonly path = computed(() => iconPaths[this.name()]);
}

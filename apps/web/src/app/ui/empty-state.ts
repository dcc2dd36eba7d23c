import { Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

/** Nothing here yet: why, and what to do. The action is projected. */
@Component({
  selector: 'j-empty-state',
  imports: [Icon],
  template: `<span class="mark"><j-icon [name]="icon()" [size]="24" /></span>
    <p class="heading">{{ heading() }}</p>
    @if (text(); as words) {
      <p class="text">{{ words }}</p>
    }
    <div class="action"><ng-content /></div>`,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      padding: var(--s7) var(--s4);
      text-align: center;
    }
    .mark {
      display: grid;
      place-items: center;
      width: 56px;
      height: 56px;
      border-radius: 50%;
      background: var(--primary-soft);
      color: var(--primary-strong);
    }
    p {
      margin: 0;
      max-width: 46ch;
    }
    .heading {
      margin-top: var(--s4);
      font-size: var(--t-l);
      font-weight: 600;
      color: var(--ink);
    }
    .text {
      margin-top: var(--s1);
      color: var(--muted);
      text-wrap: balance;
    }
    .action {
      margin-top: var(--s4);
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--s2);
    }
    .action:empty {
      display: none;
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly text = input<string>();
  readonly icon = input<IconName>('search');
}

import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from './icon';

/** Where one is in a sequence such as the four steps of an import. It shows; the page moves. */
@Component({
  selector: 'j-stepper',
  imports: [Icon, TranslocoPipe],
  template: `<ol [attr.aria-label]="label()">
    @for (step of steps(); track step) {
      <li [class.done]="$index < current()" [attr.aria-current]="$index === current() ? 'step' : null">
        <span>
          @if ($index < current()) {
            <j-icon name="check" [size]="16" />
          } @else {
            {{ $index + 1 }}
          }
        </span>
        <em
          >{{ step }}
          @if ($index < current()) {
            <span class="vh">, {{ 'ui.stepper.done' | transloco }}</span>
          }
        </em>
      </li>
    }
  </ol>`,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2) var(--s5);
      margin: 0;
      padding: 0;
      list-style: none;
      font-size: var(--t-s);
      font-weight: 600;
      color: var(--muted);
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--s2);
    }
    li + li::before {
      content: '';
      width: 40px;
      height: 1px;
      margin-right: var(--s4);
      background: var(--line-strong);
    }
    em {
      font-style: normal;
    }
    li > span {
      display: grid;
      place-items: center;
      width: 26px;
      height: 26px;
      border: 1.5px solid var(--control);
      border-radius: 50%;
      font-size: var(--t-sub);
    }
    .done > span {
      border-color: var(--primary-soft);
      background: var(--primary-soft);
      color: var(--primary-strong);
    }
    [aria-current] {
      color: var(--ink);
    }
    [aria-current] > span {
      border-color: var(--primary);
      background: var(--primary);
      color: var(--on-primary);
    }
    @media (max-width: 800px) {
      ol {
        flex-wrap: nowrap;
        gap: var(--s2);
      }
      li + li::before {
        width: 12px;
        margin: 0;
      }
      li:not([aria-current]) em {
        position: absolute;
        clip-path: inset(50%);
        width: 1px;
        overflow: hidden;
        white-space: nowrap;
      }
    }
  `,
})
export class Stepper {
  readonly steps = input.required<readonly string[]>();
  /** From 0. */
  readonly current = input.required<number>();
  readonly label = input.required<string>();
}

import { Component, computed, input } from '@angular/core';
import { Figure } from './format-pipes';

/** A part of the whole. Colours are named by meaning. */
export interface StackPart {
  readonly label: string;
  readonly count: number;
  readonly tone: 'new' | 'changed' | 'same' | 'ok' | 'warn' | 'bad' | 'waiting';
}

/** A whole split into counted parts, with its legend: imports, running jobs. */
@Component({
  selector: 'j-stack-bar',
  imports: [Figure],
  template: `<div class="bar" aria-hidden="true">
      @for (part of filled(); track part.label) {
        <i [class]="part.tone" [style.flex-grow]="part.count"></i>
      }
    </div>
    <ul>
      @for (part of parts(); track part.label) {
        <li>
          <i [class]="part.tone"></i>{{ part.label }} <b>{{ part.count | figure }}</b>
        </li>
      }
      <li class="end"><ng-content /></li>
    </ul>`,
  styles: `
    .bar {
      display: flex;
      gap: 2px;
      height: 12px;
      border-radius: 999px;
      overflow: hidden;
      background: var(--track);
    }
    .bar i {
      flex-basis: 0;
      min-width: 6px;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s5);
      margin: var(--s3) 0 0;
      padding: 0;
      list-style: none;
      font-size: var(--t-s);
      color: var(--muted);
    }
    li {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }
    li i {
      width: 10px;
      height: 10px;
      border-radius: 3px;
    }
    .end {
      margin-left: auto;
    }
    .end:empty {
      display: none;
    }
    .new {
      background: var(--primary);
    }
    .changed {
      background: color-mix(in srgb, var(--primary) 62%, var(--surface));
    }
    .same {
      background: var(--control);
    }
    .ok {
      background: var(--ok-fill);
    }
    .warn {
      background: var(--below);
    }
    .bad {
      background: var(--bad-fill);
    }
    .waiting {
      background: var(--track);
    }
    li .waiting {
      box-shadow: inset 0 0 0 1px var(--control);
    }
    @media print, (forced-colors: active) {
      i {
        print-color-adjust: exact;
        forced-color-adjust: none;
      }
    }
  `,
})
export class StackBar {
  readonly parts = input.required<readonly StackPart[]>();
  protected readonly filled = computed(() => this.parts().filter(({ count }) => count > 0));
}

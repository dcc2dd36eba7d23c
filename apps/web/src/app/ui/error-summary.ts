import { Component, DOCUMENT, type ElementRef, effect, inject, input, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type FieldError, fieldId } from '../platform/form';
import { Icon } from './icon';

/**
 * What has to be corrected, above the form. The focus moves to it on every failed attempt, and each line leads to
 * its field. Draws nothing while there is nothing to correct.
 */
@Component({
  selector: 'j-error-summary',
  imports: [Icon, TranslocoPipe],
  template: `@if (errors().length > 0) {
    <div #summary class="summary" role="alert" tabindex="-1" aria-labelledby="error-summary-heading">
      <h2 id="error-summary-heading">
        <j-icon name="error" />{{
          heading() ?? ('ui.errors.heading' | transloco: { count: errors().length })
        }}
      </h2>
      <ul>
        @for (error of errors(); track $index) {
          <li>
            @if (error.path !== '') {
              <a [href]="'#' + idOf(error)" (click)="goTo(error, $event)">{{ labelled(error) }}</a>
            } @else {
              {{ error.message }}
            }
          </li>
        }
      </ul>
    </div>
  }`,
  styles: `
    .summary {
      padding: var(--s4);
      border: 2px solid var(--bad);
      border-radius: var(--radius);
      background: var(--surface);
    }
    .summary:focus {
      outline: none;
      box-shadow: 0 0 0 4px var(--bad-soft);
    }
    h2 {
      display: flex;
      align-items: center;
      gap: var(--s2);
      font-size: var(--t-m);
      color: var(--bad);
    }
    ul {
      margin: var(--s2) 0 0;
      padding-left: var(--s5);
    }
    li {
      padding: 2px 0;
      color: var(--bad);
      font-weight: 600;
    }
    a {
      display: inline-block;
      padding: 2px 0;
      color: inherit;
    }
  `,
})
export class ErrorSummary {
  readonly errors = input.required<readonly FieldError[]>();
  readonly heading = input<string>();
  /** Label of each field by path, put before its message. */
  readonly labels = input<Readonly<Record<string, string>>>({});

  private readonly document = inject(DOCUMENT);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');

  constructor() {
    effect(() => {
      if (this.errors().length > 0) this.summary()?.nativeElement.focus();
    });
  }

  protected idOf(error: FieldError): string {
    return fieldId(error.path);
  }

  protected labelled(error: FieldError): string {
    const label = this.labels()[error.path];
    return label === undefined ? error.message : `${label}: ${error.message}`;
  }

  protected goTo(error: FieldError, event: Event): void {
    event.preventDefault();
    this.document.getElementById(fieldId(error.path))?.focus();
  }
}

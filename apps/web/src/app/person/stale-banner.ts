import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AppProblem } from '../platform/problem';
import { Banner } from '../ui/banner';
import { conflictsOf, versionStored } from './stale.rules';

/** Somebody else saved first: what is stored beside what the form says, and the choice to save one's own over it. */
@Component({
  selector: 'j-stale-banner',
  imports: [Banner, MatButton, TranslocoPipe],
  template: `@if (version() !== null) {
    <j-banner tone="warn" [heading]="'person.stale.heading' | transloco">
      <ul>
        @for (line of lines(); track line.field) {
          <li>
            <b>{{ labels()[line.field] ?? line.field }}</b>:
            {{ 'person.stale.stored' | transloco: { value: line.stored || '–' } }},
            {{ 'person.stale.given' | transloco: { value: line.given || '–' } }}
          </li>
        }
      </ul>
      <button type="button" bannerAction matButton="outlined" class="sm" (click)="kept.emit(version() ?? 0)">
        {{ 'person.stale.keep' | transloco }}
      </button>
    </j-banner>
  }`,
  styles: `
    :host:empty {
      display: none;
    }
    ul {
      margin: var(--s1) 0 0;
      padding-left: var(--s4);
    }
  `,
})
export class StaleBanner {
  /** What the server refused; anything but a stale form draws nothing. */
  readonly problem = input.required<AppProblem | null>();
  /** Names of fields. */
  readonly labels = input<Readonly<Record<string, string>>>({});
  /** Save one's own over it: the version to save over. */
  readonly kept = output<number>();

  private readonly details = computed(() =>
    this.problem()?.code === 'conflict.stale' ? (this.problem()?.details ?? {}) : {},
  );
  protected readonly lines = computed(() => conflictsOf(this.details()));
  protected readonly version = computed(() => versionStored(this.details()));
}

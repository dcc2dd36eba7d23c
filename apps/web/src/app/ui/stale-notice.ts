import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AppProblem } from '../platform/problem';
import { Banner } from './banner';
import { differences, storedVersion } from './stale.rules';

/** Somebody else saved first: what they saved beside what the form says, and the choice between the two. */
@Component({
  selector: 'j-stale-notice',
  imports: [Banner, MatButton, TranslocoPipe],
  template: `@if (version() !== null) {
    <j-banner tone="warn" [heading]="'ui.stale.heading' | transloco">
      @if (lines().length > 0) {
        <table>
          <thead>
            <tr>
              <th scope="col">{{ 'ui.stale.field' | transloco }}</th>
              <th scope="col">{{ 'ui.stale.stored' | transloco }}</th>
              <th scope="col">{{ 'ui.stale.given' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (line of lines(); track line.field) {
              <tr>
                <th scope="row">{{ fieldWords() + '.' + line.field | transloco }}</th>
                <td>{{ line.stored || '–' }}</td>
                <td>{{ line.given || '–' }}</td>
              </tr>
            }
          </tbody>
        </table>
      } @else {
        {{ 'ui.stale.text' | transloco }}
      }
      <p>
        <button type="button" matButton="outlined" class="sm" (click)="dropped.emit()">
          {{ 'ui.stale.drop' | transloco }}
        </button>
        <button type="button" matButton="outlined" class="sm" (click)="kept.emit(version() ?? 0)">
          {{ 'ui.stale.keep' | transloco }}
        </button>
      </p>
    </j-banner>
  }`,
  styles: `
    table {
      width: 100%;
      margin: var(--s2) 0;
      border-collapse: collapse;
      font-size: var(--t-s);
    }
    th,
    td {
      padding: var(--s1) var(--s3) var(--s1) 0;
      text-align: left;
      vertical-align: top;
      overflow-wrap: anywhere;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      margin: var(--s2) 0 0;
    }
  `,
})
export class StaleNotice {
  /** Key below which the names of the fields are worded, as `cohort.field`. */
  readonly fieldWords = input.required<string>();
  /** What the server refused; anything but a stale form draws nothing. */
  readonly problem = input<AppProblem | null>(null);

  /** Take what is stored. */
  readonly dropped = output();
  /** Save one's own over it: the version to save over. */
  readonly kept = output<number>();

  private readonly details = computed(() =>
    this.problem()?.code === 'conflict.stale' ? (this.problem()?.details ?? {}) : {},
  );
  protected readonly lines = computed(() => differences(this.details()));
  protected readonly version = computed(() => storedVersion(this.details()));
}

import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from './icon';
import type { FilterTag } from './table.types';

/** The filters in force, in words, each removable. Draws nothing when there are none. */
@Component({
  selector: 'j-filter-tags',
  imports: [Icon, MatButton, TranslocoPipe],
  template: `@if (tags().length > 0) {
    <ul [attr.aria-label]="'ui.filter.active' | transloco">
      @for (tag of tags(); track tag.key) {
        <li>
          {{ tag.label }}: <b>{{ tag.value }}</b>
          <button
            type="button"
            [attr.aria-label]="'ui.filter.remove' | transloco: { name: tag.label }"
            (click)="removed.emit(tag.key)"
          >
            <j-icon name="x" [size]="16" />
          </button>
        </li>
      }
    </ul>
    @if (tags().length > 1) {
      <button matButton class="sm" (click)="cleared.emit()">{{ 'ui.filter.clear' | transloco }}</button>
    }
  }`,
  styles: `
    :host,
    ul {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2);
    }
    :host:empty {
      display: none;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 36px;
      padding-left: 12px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-m);
      background: var(--surface);
      font-size: var(--t-s);
    }
    li button {
      display: grid;
      place-items: center;
      width: 36px;
      height: 34px;
      padding: 0;
      border: 0;
      border-radius: var(--radius-m);
      background: none;
      color: var(--primary);
      cursor: pointer;
    }
    li button:hover {
      background: var(--primary-soft);
    }
  `,
})
export class FilterTags {
  readonly tags = input.required<readonly FilterTag[]>();
  /** Key of the tag. */
  readonly removed = output<string>();
  readonly cleared = output();
}

import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Figure } from './format-pipes';

const sizes = [25, 50, 100, 200];

/** `1–50 dari 294`, back and on. Draws no buttons when all fits on one page. */
@Component({
  selector: 'j-pager',
  imports: [Figure, MatButton, TranslocoPipe],
  template: `<span role="status">{{
      'ui.pager.range' | transloco: { from: first() | figure, to: last() | figure, total: total() | figure }
    }}</span>
    @if (total() > sizes[0]!) {
      <label
        >{{ 'ui.pager.size' | transloco }}
        <select class="control" [value]="size()" (change)="sizeChange.emit(+$any($event.target).value)">
          @for (choice of choices(); track choice) {
            <option [value]="choice" [selected]="choice === size()">{{ choice }}</option>
          }
        </select>
      </label>
    }
    @if (pages() > 1) {
      <nav [attr.aria-label]="'ui.pager.label' | transloco">
        <button
          matButton="outlined"
          class="sm"
          disabledInteractive
          [disabled]="page() <= 1"
          (click)="go(page() - 1)"
        >
          {{ 'ui.pager.previous' | transloco }}
        </button>
        <span>{{ 'ui.pager.page' | transloco: { page: page() | figure, pages: pages() | figure } }}</span>
        <button
          matButton="outlined"
          class="sm"
          disabledInteractive
          [disabled]="page() >= pages()"
          (click)="go(page() + 1)"
        >
          {{ 'ui.pager.next' | transloco }}
        </button>
      </nav>
    }`,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s4);
      padding: var(--s3) var(--s5);
      font-size: var(--t-s);
      color: var(--muted);
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: var(--s2);
      white-space: nowrap;
    }
    select.control {
      width: auto;
      min-height: 36px;
      border-radius: var(--radius-m);
    }
    nav {
      display: flex;
      align-items: center;
      gap: var(--s3);
      margin-left: auto;
    }
    @media (max-width: 720px) {
      :host {
        padding: var(--s3) var(--s4);
        justify-content: space-between;
      }
      nav {
        width: 100%;
        justify-content: space-between;
      }
      nav button {
        --mat-button-outlined-container-height: 44px;
      }
    }
  `,
})
export class Pager {
  /** From 1. */
  readonly page = input.required<number>();
  readonly size = input.required<number>();
  readonly total = input.required<number>();
  readonly pageChange = output<number>();
  readonly sizeChange = output<number>();

  protected readonly sizes = sizes;
  protected readonly choices = computed(() => [...new Set([...sizes, this.size()])].sort((a, b) => a - b));
  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.total() / this.size())));
  protected readonly first = computed(() => Math.min(this.total(), (this.page() - 1) * this.size() + 1));
  protected readonly last = computed(() => Math.min(this.total(), this.page() * this.size()));

  protected go(page: number): void {
    if (page >= 1 && page <= this.pages()) this.pageChange.emit(page);
  }
}

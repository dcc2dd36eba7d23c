import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  type ElementRef,
  computed,
  contentChild,
  contentChildren,
  effect,
  input,
  linkedSignal,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Banner } from './banner';
import { Cell, RowActions } from './data-table-slots';
import { EmptyState } from './empty-state';
import { FilterTags } from './filter-tags';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { Pager } from './pager';
import { rangeSelected } from './selection.rules';
import type { FilterTag, TableColumn, TableState } from './table.types';

/**
 * A list of records, one page at a time as the server gives it. It sorts and pages nothing itself: it says what the
 * reader wants by `stateChange`. On phones each row becomes a card.
 *
 * Keyboard: arrows, Home and End move between rows, Enter opens one, Space selects, Shift+Space selects up to there.
 */
@Component({
  selector: 'j-data-table',
  imports: [Banner, EmptyState, FilterTags, Icon, MatButton, NgTemplateOutlet, Pager, TranslocoPipe],
  templateUrl: './data-table.html',
  styleUrl: './data-table.css',
})
export class DataTable<Row> {
  /** What the table lists; read out, not shown. */
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly TableColumn<Row>[]>();
  readonly rows = input.required<readonly Row[]>();
  /** Number of all rows that match. */
  readonly total = input.required<number>();
  readonly state = input.required<TableState>();
  readonly rowKey = input.required<(row: Row) => string>();
  /** Name of a row for screen readers, as in "Pilih Melati Pualam". */
  readonly rowName = input.required<(row: Row) => string>();
  readonly loading = input(false);
  /** Why the rows could not be loaded, already worded; null when they could. */
  readonly problem = input<string | null>(null);
  readonly filterTags = input<readonly FilterTag[]>([]);
  readonly selectable = input(false);
  /** Keys of the selected rows; they stay selected while paging. */
  readonly selected = model<ReadonlySet<string>>(new Set());
  /** Key of the row whose details are open beside the table. */
  readonly openKey = input<string | null>(null);
  /** Whether rows open on click and Enter. */
  readonly openable = input(false);
  readonly emptyHeading = input<string>();
  readonly emptyText = input<string>();
  readonly emptyIcon = input<IconName>('search');

  readonly stateChange = output<Partial<TableState>>();
  readonly filterRemoved = output<string>();
  readonly filtersCleared = output();
  readonly opened = output<Row>();
  readonly retry = output();

  private readonly cells = contentChildren<Cell<Row>>(Cell);
  protected readonly actions = contentChild<RowActions<Row>>(RowActions);
  protected readonly templates = computed(
    () => new Map(this.cells().map((cell) => [cell.jCell(), cell.template])),
  );
  protected readonly sortedBy = computed(() => this.state().sort.replace(/^-/, ''));
  protected readonly isDescending = computed(() => this.state().sort.startsWith('-'));
  protected readonly isInteractive = computed(() => this.openable() || this.selectable());
  protected readonly isFiltered = computed(() => this.filterTags().length > 0 || this.state().q !== '');
  protected readonly width = computed(
    () => this.columns().length + (this.selectable() ? 1 : 0) + (this.actions() === undefined ? 0 : 1),
  );
  protected readonly keys = computed(() => this.rows().map(this.rowKey()));
  protected readonly selectedHere = computed(
    () => this.keys().filter((key) => this.selected().has(key)).length,
  );
  /** The row that takes the focus by Tab; the first again whenever other rows arrive. */
  protected readonly current = linkedSignal({ source: this.rows, computation: () => 0 });
  protected readonly skeleton = [0.7, 0.5, 0.8, 0.6, 0.75, 0.55, 0.65, 0.5];
  private readonly scroll = viewChild<ElementRef<HTMLElement>>('scroll');
  /** Whether the table is wider than its place: it then scrolls in a box of its own, at the cost of sticky headings. */
  protected readonly isWide = signal(false);
  private anchor = 0;

  constructor() {
    effect((onCleanup) => {
      const box = this.scroll()?.nativeElement;
      if (box === undefined) return;
      const observer = new ResizeObserver(() => this.isWide.set(box.scrollWidth > box.clientWidth));
      observer.observe(box);
      if (box.firstElementChild !== null) observer.observe(box.firstElementChild);
      onCleanup(() => observer.disconnect());
    });
  }

  protected sort(column: TableColumn<Row>): void {
    const isAscending = this.sortedBy() === column.key && !this.isDescending();
    this.stateChange.emit({ sort: isAscending ? `-${column.key}` : column.key });
  }

  protected ariaSort(column: TableColumn<Row>): 'ascending' | 'descending' | null {
    if (this.sortedBy() !== column.key) return null;
    return this.isDescending() ? 'descending' : 'ascending';
  }

  protected toggle(index: number, extend: boolean): void {
    const from = extend ? this.anchor : index;
    this.selected.set(rangeSelected(this.selected(), this.keys(), from, index));
    this.anchor = index;
  }

  protected toggleAll(): void {
    const isFull = this.selectedHere() === this.keys().length;
    const others = [...this.selected()].filter((key) => !this.keys().includes(key));
    this.selected.set(new Set(isFull ? others : [...others, ...this.keys()]));
  }

  protected open(row: Row, event: Event): void {
    const isOnControl = (event.target as HTMLElement).closest('a, button, input, select, label') !== null;
    if (this.openable() && !isOnControl) this.opened.emit(row);
  }

  protected press(event: KeyboardEvent, index: number): void {
    const row = event.currentTarget as HTMLElement;
    if (event.target !== row) return;
    const last = this.rows().length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    if (to !== undefined) this.moveTo(row, Math.min(last, Math.max(0, to)));
    else if (event.key === ' ' && this.selectable()) this.toggle(index, event.shiftKey);
    else if (event.key === 'Enter') this.open(this.rows()[index] as Row, event);
    else return;
    event.preventDefault();
  }

  private moveTo(row: HTMLElement, index: number): void {
    this.current.set(index);
    row.parentElement?.querySelectorAll<HTMLElement>(':scope > tr')[index]?.focus();
  }
}

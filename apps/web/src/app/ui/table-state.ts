import { type Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { apiQuery, readTableState, tableParams } from './table-state.rules';
import type { TableState } from './table.types';

/**
 * The state of a list, read from and written to the query of the URL. To be made where `inject` may be called.
 * Other words in the URL are left alone.
 */
export class UrlTableState {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.queryParamMap, {
    initialValue: this.route.snapshot.queryParamMap,
  });

  readonly state: Signal<TableState> = computed(() =>
    readTableState((name) => this.params().get(name), this.filterNames, this.initial),
  );
  /** Query for the API's bounded lists, without what is empty. */
  readonly query = computed(() => apiQuery(this.state()));

  /**
   * @param filterNames the filters this list knows
   * @param initial what holds when the URL says nothing
   */
  constructor(
    private readonly filterNames: readonly string[] = [],
    private readonly initial: Partial<TableState> = {},
  ) {}

  /** Changes part of it; anything but the page itself starts again at page 1. Typing does not fill the history. */
  change(patch: Partial<TableState>): void {
    if (this.isLeaving()) return;
    const queryParams = tableParams({ ...this.state(), page: 1, ...patch }, this.initial);
    const replaceUrl = patch.q !== undefined;
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl,
    });
  }

  /** An empty value removes the filter. */
  setFilter(name: string, value: string): void {
    this.change({ filters: { ...this.state().filters, [name]: value } });
  }

  clearFilters(): void {
    this.change({ q: '', filters: Object.fromEntries(this.filterNames.map((name) => [name, ''])) });
  }

  /** Whether the reader is on the way to another page: words typed just before must not call them back. */
  private isLeaving(): boolean {
    const next = this.router.currentNavigation()?.extractedUrl;
    return next !== undefined && pathOf(this.router.serializeUrl(next)) !== pathOf(this.router.url);
  }
}

function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

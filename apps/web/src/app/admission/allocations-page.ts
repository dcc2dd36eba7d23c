import { Component, type Signal, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { AllocationRow } from '@jenjang/shared/admission';
import { TranslocoPipe, translateObjectSignal } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { loadedPage } from '../platform/loaded';
import { SignInStore } from '../platform/sign-in-store';
import { Bar } from '../ui/bar';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell, RowActions } from '../ui/data-table-slots';
import { Figure } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import type { TableColumn } from '../ui/table.types';
import { AdmissionApi } from './admission-api';

/** Seats of a year above the cohorts: national targets and shares, with what is taken of each. */
@Component({
  selector: 'j-allocations-page',
  imports: [
    Bar,
    Card,
    Cell,
    DataTable,
    Figure,
    Icon,
    MatButton,
    PageHeader,
    RowActions,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './allocations-page.html',
  styles: '.filled { display: grid; gap: var(--s1); min-width: 140px; }',
})
export class AllocationsPage {
  private readonly dialog = inject(MatDialog);
  protected readonly signIn = inject(SignInStore);
  private readonly words: Signal<Readonly<Record<string, string>>> =
    translateObjectSignal('allocation.column');
  protected readonly table = new UrlTableState(['year'], { sort: '-seats' });
  protected readonly resource = inject(AdmissionApi).allocations(this.table.query);
  protected readonly list = loadedPage(this.resource);
  protected readonly keyOf = (row: AllocationRow): string => row.id;
  protected readonly nameOf = (row: AllocationRow): string =>
    `${row.academyCode} ${row.agencyName ?? ''} ${String(row.year)}`;
  protected readonly columns = computed<readonly TableColumn<AllocationRow>[]>(() => [
    { key: 'what', heading: this.words()['what'] ?? '' },
    { key: 'agency', heading: this.words()['agency'] ?? '', sortable: true },
    { key: 'year', heading: this.words()['year'] ?? '', sortable: true, width: '90px' },
    { key: 'seats', heading: this.words()['seats'] ?? '', sortable: true, numeric: true, width: '120px' },
    { key: 'taken', heading: this.words()['taken'] ?? '', sortable: true, width: '220px' },
  ]);
  /** Whether the reader holds the right everywhere, as the server says with each row; a new list asks the permission. */
  protected readonly mayAdd = computed(
    () => this.signIn.may('agency.manage') && this.list.rows().every(({ mayChange }) => mayChange),
  );

  protected async edit(row: AllocationRow | null): Promise<void> {
    const { AllocationDialog } = await import('./allocation-dialog');
    const opened = this.dialog.open<unknown, AllocationRow | null, boolean>(AllocationDialog, {
      data: row,
      width: '520px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.resource.reload();
  }
}

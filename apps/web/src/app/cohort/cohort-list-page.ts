import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type CohortRow, type CohortState, cohortStateLabels, cohortStates } from '@jenjang/shared/cohort';
import { TranslocoPipe } from '@jsverse/transloco';
import { loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { Bar } from '../ui/bar';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell } from '../ui/data-table-slots';
import { DayRange, Figure, ZoneName } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import type { TableColumn } from '../ui/table.types';
import { CohortApi } from './cohort-api';
import { cohortWords } from './cohort-words';
import { cohortStateLooks } from './cohort.looks';

/** All cohorts within the reader's reach. */
@Component({
  selector: 'j-cohort-list-page',
  imports: [
    Bar,
    Card,
    Cell,
    DataTable,
    DayRange,
    Figure,
    Icon,
    MatButton,
    PageHeader,
    RouterLink,
    SearchField,
    StateChip,
    TranslocoPipe,
    ZoneName,
  ],
  templateUrl: './cohort-list-page.html',
  styleUrl: './cohort-list-page.css',
})
export class CohortListPage {
  private readonly router = inject(Router);
  private readonly words = cohortWords();
  protected readonly locale = inject(LocaleService).locale;
  protected readonly table = new UrlTableState(['state'], { sort: '-startsOn' });
  private readonly resource = inject(CohortApi).cohorts(this.table.query);
  protected readonly cohorts = loadedPage(this.resource);
  protected readonly isLoading = this.resource.isLoading;
  protected readonly mayCreate = computed(() => this.store.may('cohort.manage'));
  protected readonly looks = cohortStateLooks;
  protected readonly labels = cohortStateLabels;
  protected readonly states = cohortStates;
  private readonly store = inject(SignInStore);

  protected readonly columns = computed<readonly TableColumn<CohortRow>[]>(() => [
    { key: 'name', heading: this.words('list.name'), sortable: true },
    { key: 'startsOn', heading: this.words('list.dates'), sortable: true, width: '220px' },
    { key: 'seatsTaken', heading: this.words('list.seats'), sortable: true, width: '170px' },
    { key: 'state', heading: this.words('list.state'), sortable: true, width: '160px' },
  ]);
  protected readonly tags = computed(() => {
    const state = this.table.state().filters['state'] as CohortState | '' | undefined;
    if (!state) return [];
    return [
      {
        key: 'state',
        label: this.words('list.state'),
        value: cohortStateLabels[state][this.locale()],
      },
    ];
  });
  protected readonly keyOf = (row: CohortRow): string => row.id;
  protected readonly nameOf = (row: CohortRow): string => row.name;

  protected open(row: CohortRow): void {
    void this.router.navigate(['/angkatan', row.id]);
  }

  protected reload(): void {
    this.resource.reload();
  }
}

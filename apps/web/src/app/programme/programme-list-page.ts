import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type ProgrammeRow, audienceLabels } from '@jenjang/shared/programme';
import { TranslocoPipe } from '@jsverse/transloco';
import { wordsOf } from '../platform/words';
import { loaded, loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell } from '../ui/data-table-slots';
import { Figure, LessonHours } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import type { TableColumn } from '../ui/table.types';
import { ProgrammeApi } from './programme-api';

/** All programmes that the reader may take or change: national templates and those of the own agency. */
@Component({
  selector: 'j-programme-list-page',
  imports: [
    Card,
    Cell,
    DataTable,
    Figure,
    Icon,
    LessonHours,
    MatButton,
    PageHeader,
    RouterLink,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './programme-list-page.html',
})
export class ProgrammeListPage {
  private readonly api = inject(ProgrammeApi);
  private readonly router = inject(Router);
  private readonly words = wordsOf('programme');
  private readonly store = inject(SignInStore);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly table = new UrlTableState(['academy', 'owner']);
  private readonly resource = this.api.programmes(this.table.query);
  protected readonly programmes = loadedPage(this.resource);
  protected readonly isLoading = this.resource.isLoading;
  protected readonly academies = loaded(this.api.academies());
  protected readonly mayCreate = computed(() => this.store.may('programme.manage'));
  protected readonly audiences = audienceLabels;

  protected readonly columns = computed<readonly TableColumn<ProgrammeRow>[]>(() => [
    { key: 'name', heading: this.words('programme.list.name'), sortable: true },
    { key: 'academy', heading: this.words('programme.list.academy'), sortable: true, width: '110px' },
    {
      key: 'lessonHours',
      heading: this.words('programme.list.lessonHours'),
      sortable: true,
      numeric: true,
      width: '90px',
    },
    { key: 'curriculum', heading: this.words('programme.list.curriculum'), width: '210px' },
    { key: 'cohorts', heading: this.words('programme.list.cohorts'), numeric: true, width: '110px' },
  ]);
  protected readonly tags = computed(() => {
    const { academy, owner } = this.table.state().filters;
    return [
      ...(academy ? [{ key: 'academy', label: this.words('programme.list.academy'), value: academy }] : []),
      ...(owner
        ? [
            {
              key: 'owner',
              label: this.words('programme.list.owner'),
              value: this.words(`programme.owner.${owner}`),
            },
          ]
        : []),
    ];
  });
  protected readonly keyOf = (row: ProgrammeRow): string => row.id;
  protected readonly nameOf = (row: ProgrammeRow): string => row.name;

  protected open(row: ProgrammeRow): void {
    void this.router.navigate(['/program', row.id]);
  }

  protected reload(): void {
    this.resource.reload();
  }
}

import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { type AgencyRow, agencyKindLabels } from '@jenjang/shared/agency';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell, RowActions } from '../ui/data-table-slots';
import { Figure, ZoneName } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { UrlTableState } from '../ui/table-state';
import { AgencyApi } from './agency-api';

/** The agencies within reach: a national admin adds them, each is named and set up by those who manage it. */
@Component({
  selector: 'j-agencies-page',
  imports: [
    Card,
    Cell,
    DataTable,
    Figure,
    Icon,
    MatButton,
    PageHeader,
    RouterLink,
    RowActions,
    SearchField,
    TranslocoPipe,
    ZoneName,
  ],
  templateUrl: './agencies-page.html',
})
export class AgenciesPage {
  private readonly dialog = inject(MatDialog);
  protected readonly table = new UrlTableState([], { sort: 'name' });
  protected readonly agencies = inject(AgencyApi).page(this.table.query);
  protected readonly list = loadedPage(this.agencies);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly kindLabels = agencyKindLabels;
  private readonly me = inject(SignInStore).me;
  protected readonly mayAdd = computed(
    () => this.me()?.grants.some(({ role, scope }) => role === 'admin' && scope.kind === 'national') ?? false,
  );

  protected readonly keyOf = (row: AgencyRow): string => row.id;
  protected readonly nameOf = (row: AgencyRow): string => row.name;

  /** Opens the form: of an agency, or empty for a new one. */
  protected async edit(agency: AgencyRow | null): Promise<void> {
    const { AgencyDialog } = await import('./agency-dialog');
    const opened = this.dialog.open<unknown, string | null, boolean>(AgencyDialog, {
      data: agency?.id ?? null,
      width: '600px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.agencies.reload();
  }
}

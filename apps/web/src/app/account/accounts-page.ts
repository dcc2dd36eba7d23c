import { Component, type Signal, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { AccountRow } from '@jenjang/shared/identity';
import { roles } from '@jenjang/shared/identity';
import { TranslocoPipe, translateObjectSignal } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { deviceZone } from '../platform/device-zone';
import { loadedPage } from '../platform/loaded';
import { SignInStore } from '../platform/sign-in-store';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell } from '../ui/data-table-slots';
import { Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import type { FilterTag } from '../ui/table.types';
import { AccountApi } from './account-api';

type Words = Readonly<Record<string, string>>;

/** Who may sign in, and with which roles. */
@Component({
  selector: 'j-accounts-page',
  imports: [
    Card,
    Cell,
    DataTable,
    Icon,
    MatButton,
    Moment,
    PageHeader,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './accounts-page.html',
  styleUrl: './accounts-page.css',
})
export class AccountsPage {
  private readonly dialog = inject(MatDialog);
  protected readonly store = inject(SignInStore);
  protected readonly table = new UrlTableState(['role'], { sort: 'name' });
  protected readonly accounts = inject(AccountApi).accounts(this.table.query);
  protected readonly list = loadedPage(this.accounts);
  private readonly roleWords: Signal<Words> = translateObjectSignal('role');
  private readonly columnWords: Signal<Words> = translateObjectSignal('column');
  protected readonly zone = deviceZone();
  protected readonly roles = roles;
  protected readonly role = computed(() => this.table.state().filters['role'] ?? '');
  protected readonly tags = computed<readonly FilterTag[]>(() =>
    this.role() === ''
      ? []
      : [
          {
            key: 'role',
            label: this.columnWords()['grants'] ?? '',
            value: this.roleWords()[this.role()] ?? '',
          },
        ],
  );

  protected readonly keyOf = (row: AccountRow): string => row.id;
  protected readonly nameOf = (row: AccountRow): string => row.displayName;

  protected async open(account: AccountRow): Promise<void> {
    const { AccountPanel } = await import('./account-panel');
    const opened = this.dialog.open<unknown, AccountRow, boolean>(AccountPanel, {
      data: account,
      panelClass: 'j-drawer',
      autoFocus: 'dialog',
    });
    await firstValueFrom(opened.afterClosed());
    this.accounts.reload();
  }

  protected async create(): Promise<void> {
    const { CreateAccountDialog } = await import('./create-account-dialog');
    const opened = this.dialog.open(CreateAccountDialog, {
      width: '600px',
      maxWidth: 'calc(100vw - 32px)',
      disableClose: true,
    });
    await firstValueFrom(opened.afterClosed());
    this.accounts.reload();
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { ClientRow } from '@jenjang/shared/identity';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { deviceZone } from '../platform/device-zone';
import { loaded } from '../platform/loaded';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { AccountApi } from './account-api';

/** Machines that may read: HR systems of agencies. */
@Component({
  selector: 'j-clients-page',
  imports: [Banner, Card, EmptyState, Icon, MatButton, Moment, PageHeader, StateChip, TranslocoPipe],
  templateUrl: './clients-page.html',
  styleUrl: './clients-page.css',
})
export class ClientsPage {
  private readonly api = inject(AccountApi);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  private readonly words = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(SignInStore);
  private readonly resource = this.api.clients();
  private readonly list = loaded(this.resource);
  private readonly refusal = signal<string | null>(null);
  protected readonly clients = this.list.value;
  protected readonly problem = computed(() => this.list.problem() ?? this.refusal());
  protected readonly zone = deviceZone();

  protected async create(): Promise<void> {
    const { CreateClientDialog } = await import('./create-client-dialog');
    const opened = this.dialog.open(CreateClientDialog, {
      width: '560px',
      maxWidth: 'calc(100vw - 32px)',
      disableClose: true,
    });
    await firstValueFrom(opened.afterClosed());
    this.resource.reload();
  }

  protected async disable({ id, name }: ClientRow): Promise<void> {
    const say = (key: string): string => this.transloco.translate(`account.client.disable.${key}`, { name });
    const confirmed = await this.confirm.ask({
      heading: say('heading'),
      text: say('text'),
      action: say('action'),
      danger: true,
    });
    if (confirmed === null) return;
    try {
      await this.api.disableClient(id);
      this.refusal.set(null);
      this.resource.reload();
    } catch (error) {
      this.refusal.set(this.words.of(error));
    }
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { AccountGrant, AccountRow } from '@jenjang/shared/identity';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { RecordHistory } from '../audit';
import { deviceZone } from '../platform/device-zone';
import { FormSubmission } from '../platform/form';
import { loadedPage } from '../platform/loaded';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Confirm } from '../ui/confirm-dialog';
import { ErrorSummary } from '../ui/error-summary';
import { Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import { AccountApi, type OneTimeLink } from './account-api';
import { GrantForm, fieldLabelKey, newGrant, requireTargets } from './grant-form';
import { ShownOnce } from './shown-once';

/** One account at the right edge: its roles, a fresh link, and whether it may sign in at all. */
@Component({
  selector: 'j-account-panel',
  imports: [
    Banner,
    ErrorSummary,
    GrantForm,
    Icon,
    MatButton,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Moment,
    ReactiveFormsModule,
    ShownOnce,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './account-panel.html',
  styleUrl: './account-panel.css',
})
export class AccountPanel {
  private readonly api = inject(AccountApi);
  private readonly words = inject(ProblemText);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly history = inject(RecordHistory);
  protected readonly store = inject(SignInStore);
  private readonly given = inject<AccountRow>(MAT_DIALOG_DATA);
  private readonly found = this.api.accounts(() => ({ q: this.given.login, size: '50', page: '1' }));
  private readonly list = loadedPage(this.found);
  /** As the server has it now; what the list showed until it answers. */
  protected readonly account = computed(
    () => this.list.rows().find(({ id }) => id === this.given.id) ?? this.given,
  );
  protected readonly zone = deviceZone();
  protected readonly link = signal<OneTimeLink | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly isAdding = signal(false);
  protected readonly grant = newGrant();
  protected readonly submission = new FormSubmission(this.grant, () =>
    import('@jenjang/shared/identity').then((m) => m.GrantRequest),
  );

  protected readonly labels = computed(() =>
    Object.fromEntries(
      this.submission.errors().map(({ path }) => [path, this.transloco.translate(fieldLabelKey(path))]),
    ),
  );

  protected async addGrant(): Promise<void> {
    const isAdded = await this.submission.submit((request) => {
      requireTargets([request], () => '', this.say('grant.missing'));
      return this.api.grant(this.given.id, request);
    });
    if (!isAdded) return;
    this.grant.reset();
    this.isAdding.set(false);
    this.found.reload();
  }

  protected async withdraw(grant: AccountGrant): Promise<void> {
    const role = this.transloco.translate(`account.role.${grant.role}`);
    const place: string = grant.target ?? this.transloco.translate('account.scope.national');
    const confirmed = await this.confirm.ask({
      heading: this.say('withdraw.heading', { role }),
      text: this.say('withdraw.text', { name: this.account().displayName, role, place }),
      action: this.say('withdraw.action'),
      danger: true,
    });
    if (confirmed !== null) await this.change(() => this.api.withdraw(this.given.id, grant.id));
  }

  protected async makeLink(): Promise<void> {
    await this.change(async () => this.link.set(await this.api.makeLink(this.given.id)));
  }

  protected async setDisabled(isDisabled: boolean): Promise<void> {
    const confirmed =
      !isDisabled ||
      (await this.confirm.ask({
        heading: this.say('disable.heading', { name: this.account().displayName }),
        text: this.say('disable.text'),
        action: this.say('disable.action'),
        danger: true,
      })) !== null;
    if (confirmed) await this.change(() => this.api.setDisabled(this.given.id, isDisabled));
  }

  protected showHistory(): void {
    const { id, displayName: name } = this.account();
    this.history.show({ kind: 'account', id, name, zone: this.zone });
  }

  private async change(act: () => Promise<unknown>): Promise<void> {
    this.problem.set(null);
    try {
      await act();
      this.found.reload();
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }

  private say(key: string, values: Record<string, string> = {}): string {
    return this.transloco.translate(`account.${key}`, values);
  }
}

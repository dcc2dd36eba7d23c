import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { ApprovalLinkRow, LinkStanding, MadeApprovalLink } from '@jenjang/shared/approval';
import type { Zone } from '@jenjang/shared/platform';
import { TranslocoPipe, provideTranslocoScope } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Moment } from '../ui/format-pipes';
import { StateChip } from '../ui/state-chip';
import type { Tone } from '../ui/tone.types';
import { ApprovalApi } from './approval-api';

const tones: Readonly<Record<LinkStanding, Tone>> = {
  open: 'info',
  used: 'ok',
  expired: 'past',
  revoked: 'past',
};

/** Links that ask agencies to approve: made for one approver, copied once, taken back. */
@Component({
  selector: 'j-link-dialog',
  imports: [
    Banner,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Moment,
    StateChip,
    TranslocoPipe,
  ],
  providers: [provideTranslocoScope('approval')],
  templateUrl: './link-dialog.html',
  styleUrl: './link-dialog.css',
})
export class LinkDialog {
  protected readonly cohort = inject<{ readonly id: string; readonly zone: Zone }>(MAT_DIALOG_DATA);
  private readonly api = inject(ApprovalApi);
  private readonly problems = inject(ProblemText);
  protected readonly approvers = loaded(this.api.approvers(this.cohort.id));
  private readonly resource = this.api.links(this.cohort.id);
  protected readonly links = loaded(this.resource);
  protected readonly tones = tones;
  protected readonly made = signal<MadeApprovalLink | null>(null);
  protected readonly isCopied = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async create(approverId: string): Promise<void> {
    if (approverId === '') return;
    await this.attempt(async () => {
      this.isCopied.set(false);
      this.made.set(await this.api.createLink(this.cohort.id, approverId));
    });
  }

  protected async copy(url: string): Promise<void> {
    await navigator.clipboard.writeText(url);
    this.isCopied.set(true);
  }

  protected async revoke({ id }: ApprovalLinkRow): Promise<void> {
    await this.attempt(() => this.api.revokeLink(id));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await work();
      this.resource.reload();
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}

import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import {
  type DelegationRow,
  type DelegationStanding,
  delegationStandingLabels,
  type DelegableGrant,
  wordDelegation,
} from '@jenjang/shared/delegation';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Day } from '../ui/format-pipes';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import type { Tone } from '../ui/tone.types';
import { DelegationApi } from './delegation-api';

const tones: Readonly<Record<DelegationStanding, Tone>> = {
  ahead: 'neutral',
  inForce: 'ok',
  ended: 'past',
  revoked: 'past',
};

/** Deputies that one named, and heads whose deputy one is or was. */
@Component({
  selector: 'j-delegation-page',
  imports: [Banner, Card, Day, EmptyState, MatButton, PageHeader, StateChip, TranslocoPipe],
  templateUrl: './delegation-page.html',
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s4);
      padding: var(--s3) var(--s5);
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    li > span {
      flex: 1 1 220px;
    }
    @media (max-width: 800px) {
      li {
        padding-inline: 20px;
      }
    }
  `,
})
export class DelegationPage {
  private readonly api = inject(DelegationApi);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('delegation');
  protected readonly locale = inject(LocaleService).locale;
  protected readonly labels = delegationStandingLabels;
  protected readonly tones = tones;
  protected readonly resource = this.api.all();
  protected readonly found = loaded(this.resource);
  /** Neither given nor held, and no right to give: nothing to see. */
  protected readonly isEmpty = computed(() => {
    const found = this.found.value();
    return found !== null && found.delegable.length + found.given.length + found.held.length === 0;
  });

  protected standing(row: DelegationRow): string {
    return wordDelegation(row, this.locale());
  }

  protected mayRevoke({ standing }: DelegationRow): boolean {
    return standing === 'ahead' || standing === 'inForce';
  }

  protected async name(grants: readonly DelegableGrant[]): Promise<void> {
    const { NameDeputyDialog } = await import('./name-deputy-dialog');
    const opened = this.dialog.open<unknown, readonly DelegableGrant[], boolean>(NameDeputyDialog, {
      data: grants,
      width: '560px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (!(await firstValueFrom(opened.afterClosed()))) return;
    this.notices.show(this.words('delegation.named'), 'ok');
    this.resource.reload();
  }

  protected async revoke(row: DelegationRow): Promise<void> {
    const asked = await this.confirm.ask({
      heading: this.words('delegation.revokeHeading', { name: row.deputyName }),
      text: this.words('delegation.revokeText'),
      action: this.words('delegation.revoke'),
      danger: true,
    });
    if (asked === null) return;
    try {
      await this.api.revoke(row.id);
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
    }
    this.resource.reload();
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type FlagRow, flagLabels } from '@jenjang/shared/checkin';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Clock } from '../ui/format-pipes';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { CheckInApi } from './checkin-api';

/** Check-ins that look odd, for a person to judge. */
@Component({
  selector: 'j-flags-page',
  imports: [Banner, Card, Clock, EmptyState, MatButton, PageHeader, StateChip, TranslocoPipe],
  templateUrl: './flags-page.html',
  styles: `
    ul {
      display: grid;
      gap: var(--s4);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: var(--s2);
      padding-bottom: var(--s4);
      border-bottom: 1px solid var(--line);
    }
    li:last-child {
      padding-bottom: 0;
      border-bottom: 0;
    }
    p {
      margin: 0;
    }
  `,
})
export class FlagsPage {
  readonly cohortId = input.required<string>();
  readonly sessionId = input.required<string>();

  private readonly api = inject(CheckInApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly words = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(LocaleService).locale;
  protected readonly view = loaded(this.api.opening(this.sessionId)).value;
  protected readonly resource = this.api.flags(this.sessionId);
  private readonly found = loaded(this.resource);
  protected readonly flags = this.found.value;
  protected readonly problem = this.found.problem;
  protected readonly zone = computed(() => this.view()?.zone ?? 'Asia/Jakarta');

  protected label({ kind }: FlagRow): string {
    return flagLabels[kind][this.locale()];
  }

  /** The facts in words; each kind has its own sentence. */
  protected facts({ kind, facts }: FlagRow): string {
    const key = kind === 'odd_place' ? `${kind}.${String(facts['why'] ?? 'none')}` : kind;
    const minutes = Math.ceil(Number(facts['seconds'] ?? 0) / 60);
    return this.transloco.translate(`checkin.facts.${key}`, { ...facts, minutes });
  }

  protected accept(flag: FlagRow): Promise<void> {
    return this.judge(flag, 'accepted', '');
  }

  protected async reject(flag: FlagRow): Promise<void> {
    const asked = await this.confirm.ask({
      heading: this.transloco.translate('checkin.flags.rejectHeading', { name: flag.name }),
      text: this.transloco.translate('checkin.flags.rejectText'),
      action: this.transloco.translate('checkin.flags.reject'),
      danger: true,
      reasonLabel: this.transloco.translate('checkin.flags.reason'),
    });
    if (asked !== null) await this.judge(flag, 'rejected', asked.reason);
  }

  private async judge({ id }: FlagRow, verdict: 'accepted' | 'rejected', reason: string): Promise<void> {
    try {
      await this.api.judge(id, { verdict, reason });
    } catch (error) {
      this.notices.show(this.words.of(error), 'bad');
    }
    this.resource.reload();
  }
}

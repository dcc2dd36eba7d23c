import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type OfferLine,
  type PassOver,
  type WaitingRow,
  cellWords,
  wordOfferReason,
  wordPassOver,
} from '@jenjang/shared/waiting';
import { TranslocoPipe } from '@jsverse/transloco';
import { CohortStore } from '../cohort';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Day, Figure, Moment, NipPipe } from '../ui/format-pipes';
import { StateChip } from '../ui/state-chip';
import { offerLooks } from './waiting.looks';
import { WaitingApi } from './waiting-api';

/** "Daftar tunggu" of a cohort: whose turn it is, offers that are open, and why it was whose turn. */
@Component({
  selector: 'j-waiting-page',
  imports: [Banner, Card, Day, EmptyState, Figure, MatButton, Moment, NipPipe, StateChip, TranslocoPipe],
  templateUrl: './waiting-page.html',
  styleUrl: './waiting-page.css',
})
export class WaitingPage {
  private readonly store = inject(CohortStore);
  private readonly api = inject(WaitingApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('waiting');
  private readonly locale = inject(LocaleService).locale;
  protected readonly looks = offerLooks;
  protected readonly resource = this.api.list(this.store.id);
  protected readonly list = loaded(this.resource);
  protected readonly offered = computed(() => this.inState('offered'));
  protected readonly waiting = computed(() => this.inState('waitlisted'));
  protected readonly mayOffer = computed(
    () => this.list.value()?.allowedOperations.includes('offer') ?? false,
  );

  protected passOver(reason: PassOver): string {
    return wordPassOver(reason, this.locale());
  }

  protected bandOf({ band }: WaitingRow): string {
    return cellWords(null, band, this.locale()).replace(/^[^,]*, /, '');
  }

  protected reasonsOf({ why }: OfferLine): readonly string[] {
    return wordOfferReason(why, this.list.value()?.zone ?? 'Asia/Jakarta', this.locale());
  }

  protected async offer(row: WaitingRow): Promise<void> {
    const others = this.waiting().filter((one) => this.isBefore(one, row)).length;
    const isOutOfOrder = others > 0 || row.passOver.length > 0;
    const answer = await this.confirm.ask({
      heading: this.words('waiting.offer.heading', { name: row.name }),
      text: this.words(isOutOfOrder ? 'waiting.offer.outOfOrder' : 'waiting.offer.text', {
        hours: this.list.value()?.offerHours ?? 0,
        count: others,
      }),
      action: this.words('waiting.offer.action'),
      ...(isOutOfOrder ? { reasonLabel: this.words('waiting.offer.reason') } : {}),
    });
    if (answer !== null) await this.send(row, answer.reason);
  }

  /** Whether this one would have come first: able to take a seat, and higher up. */
  private isBefore(one: WaitingRow, row: WaitingRow): boolean {
    return one.passOver.length === 0 && one.seatFree && (one.place ?? 0) < (row.place ?? 0);
  }

  private async send({ enrolmentId, name }: WaitingRow, reason: string): Promise<void> {
    try {
      await this.api.offer(this.store.id(), reason === '' ? { enrolmentId } : { enrolmentId, reason });
      this.notices.show(this.words('waiting.offer.done', { name }), 'ok');
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
    }
    this.resource.reload();
    this.store.reload();
  }

  private inState(state: WaitingRow['state']): readonly WaitingRow[] {
    return this.list.value()?.rows.filter((row) => row.state === state) ?? [];
  }
}

import { Component, DestroyRef, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type MyOffer, wordOfferReason } from '@jenjang/shared/waiting';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { DayRange, Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { offerLooks } from './waiting.looks';
import { WaitingApi } from './waiting-api';
import { timeLeft, timeLeftKey } from './time-left.rules';

/** Seats that the reader was offered, each with the time left to answer. */
@Component({
  selector: 'j-offers-page',
  imports: [
    Banner,
    Card,
    DayRange,
    EmptyState,
    Icon,
    MatButton,
    Moment,
    PageHeader,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './offers-page.html',
  styleUrl: './offers-page.css',
})
export class OffersPage {
  /** From the address: the offer that a message led to. */
  readonly offerId = input<string>();

  private readonly api = inject(WaitingApi);
  private readonly confirm = inject(Confirm);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('waiting');
  private readonly locale = inject(LocaleService).locale;
  protected readonly resource = this.api.mine();
  protected readonly found = loaded(this.resource);
  protected readonly looks = offerLooks;
  protected readonly busy = signal(false);
  /** What went wrong with an answer; stays until the next try. */
  protected readonly trouble = signal<string | null>(null);
  /** The one that the reader came for first, then what is open, then the rest as it came. */
  protected readonly offers = computed(() => {
    const first = (offer: MyOffer): number =>
      (offer.id === this.offerId() ? 2 : 0) + (offer.outcome === 'open' ? 1 : 0);
    return [...(this.found.value() ?? [])].sort((a, b) => first(b) - first(a));
  });
  /** When the answer of the server came, by a clock that nobody sets. */
  private readonly since = linkedSignal({ source: this.found.value, computation: () => performance.now() });
  private readonly tick = signal(performance.now());

  constructor() {
    const timer = setInterval(() => this.tick.set(performance.now()), 1000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Time left in words by the server's clock, null when it is over. */
  protected leftOf({ now, expiresAt }: MyOffer): string | null {
    const elapsed = Math.max(0, this.tick() - this.since());
    const left = timeLeft(Date.parse(expiresAt) - Date.parse(now) - elapsed);
    return left && this.words(`waiting.left.${timeLeftKey(left)}`, { ...left });
  }

  protected reasonsOf({ why, zone }: MyOffer): readonly string[] {
    return wordOfferReason({ ...why, passedOver: [] }, zone, this.locale());
  }

  protected async accept(offer: MyOffer): Promise<void> {
    await this.answer(offer, 'accept');
  }

  protected async decline(offer: MyOffer): Promise<void> {
    const sure = await this.confirm.ask({
      heading: this.words('waiting.decline.heading', { cohort: offer.cohortName }),
      text: this.words('waiting.decline.text'),
      action: this.words('waiting.decline.action'),
      danger: true,
    });
    if (sure !== null) await this.answer(offer, 'decline');
  }

  private async answer({ id }: MyOffer, answer: 'accept' | 'decline'): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.trouble.set(null);
    try {
      await this.api.answer(id, answer);
    } catch (error) {
      this.trouble.set(this.problems.of(error));
    }
    this.busy.set(false);
    this.resource.reload();
  }
}

import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { attendanceMarkLabels } from '@jenjang/shared/attendance';
import type { CheckInAnswer } from '@jenjang/shared/checkin';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { ProblemText } from '../platform/problem-text';
import { Card } from '../ui/card';
import { Clock } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { CheckInApi } from './checkin-api';
import { CodeScanner } from './code-scanner';
import { randomName } from './random-name';

/** A card as it was taken or refused; the newest first. */
interface Taken {
  readonly id: string;
  readonly answer: CheckInAnswer | null;
  readonly problem: string | null;
}

const shownAtMost = 30;

/** Scanning cards at the door, with the phone of a facilitator. */
@Component({
  selector: 'j-card-page',
  imports: [Card, Clock, CodeScanner, Icon, MatButton, PageHeader, TranslocoPipe],
  templateUrl: './card-page.html',
  styleUrl: './card-page.css',
})
export class CardPage {
  readonly cohortId = input.required<string>();
  readonly sessionId = input.required<string>();

  private readonly api = inject(CheckInApi);
  private readonly words = inject(ProblemText);
  private readonly locale = inject(LocaleService).locale;
  protected readonly view = loaded(this.api.opening(this.sessionId)).value;
  protected readonly taken = signal<readonly Taken[]>([]);
  protected readonly count = computed(
    () => this.taken().filter(({ answer }) => answer?.outcome === 'recorded').length,
  );

  /** Each card is one check-in of its own; a second look at the same card is answered with the first. */
  protected async take(text: string): Promise<void> {
    if (text.trim().length < 4) return;
    const id = randomName();
    try {
      this.add({ id, answer: await this.api.card(this.sessionId(), text.trim(), id), problem: null });
    } catch (error) {
      this.add({ id, answer: null, problem: this.words.of(error) });
    }
  }

  protected markWord({ mark }: CheckInAnswer): string {
    return mark === null ? '–' : attendanceMarkLabels[mark][this.locale()];
  }

  private add(one: Taken): void {
    this.taken.update((taken) => [one, ...taken].slice(0, shownAtMost));
    // Whoever scans looks at the queue, not at the screen.
    if ('vibrate' in navigator) navigator.vibrate(one.answer === null ? [80, 60, 80] : 60);
  }
}

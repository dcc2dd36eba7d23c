import { Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { OpeningView } from '@jenjang/shared/checkin';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Clock } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { CheckInApi } from './checkin-api';
import { OpeningSettingsForm } from './opening-settings-form';

const lookEveryMs = 30_000;

/** Check-in of one session for staff: one button to open it, and everything that is done with it. */
@Component({
  selector: 'j-opening-page',
  imports: [
    Banner,
    Card,
    Clock,
    Icon,
    MatButton,
    OpeningSettingsForm,
    PageHeader,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './opening-page.html',
  styleUrl: './opening-page.css',
})
export class OpeningPage {
  readonly cohortId = input.required<string>();
  readonly sessionId = input.required<string>();

  private readonly api = inject(CheckInApi);
  private readonly words = inject(ProblemText);
  protected readonly resource = this.api.opening(this.sessionId);
  private readonly found = loaded(this.resource);
  protected readonly problem = this.found.problem;
  protected readonly view = this.found.value;
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly isOpen = computed(() => {
    const state = this.view()?.state;
    return state === 'open' || state === 'out' || state === 'between';
  });

  constructor() {
    const timer = setInterval(() => this.resource.reload(), lookEveryMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected open(): Promise<void> {
    return this.act(() => this.api.open(this.sessionId(), {}));
  }

  protected close(): Promise<void> {
    return this.act(() => this.api.close(this.sessionId()));
  }

  protected extend(minutes: number): Promise<void> {
    return this.act(() => this.api.extend(this.sessionId(), minutes));
  }

  protected show(view: OpeningView): void {
    this.resource.set(view);
  }

  private async act(work: () => Promise<OpeningView>): Promise<void> {
    this.busy.set(true);
    this.refusal.set(null);
    try {
      this.resource.set(await work());
    } catch (error) {
      this.refusal.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}

import { Component, DestroyRef, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { ClosingNeed, DaySession } from '@jenjang/shared/day';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { CloseSession } from '../attendance';
import { CohortStore } from '../cohort';
import { loaded } from '../platform/loaded';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Bar } from '../ui/bar';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Clock, Day, LessonHours } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import { DayApi } from './day-api';
import { momentLooks, placeOfNeed } from './day.looks';
import type { WalkInAsked } from './walk-in-dialog';

/** The page is told anew so often; whoever needs it faster looks at the board. */
const renewedEvery = 15_000;

/** The running day: what is on, what comes next, who is missing, and what stands before closing. */
@Component({
  selector: 'j-day-page',
  imports: [
    Banner,
    Bar,
    Card,
    Clock,
    Day,
    EmptyState,
    Icon,
    LessonHours,
    MatButton,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './day-page.html',
  styleUrl: './day-page.css',
})
export class DayPage {
  /** From the address: the day to show; today without it. */
  readonly tanggal = input('', { transform: (value: string | undefined) => value ?? '' });

  protected readonly store = inject(CohortStore);
  private readonly api = inject(DayApi);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly closing = inject(CloseSession);
  private readonly signIn = inject(SignInStore);
  protected readonly resource = this.api.day(() => this.store.id(), this.tanggal);
  protected readonly day = loaded(this.resource);
  protected readonly looks = momentLooks;
  protected readonly mayMark = computed(() => this.signIn.may('attendance.mark'));
  protected readonly mayEnrol = computed(() => this.signIn.may('enrolment.manage'));

  constructor() {
    const timer = setInterval(() => {
      if (!this.resource.isLoading()) this.resource.reload();
    }, renewedEvery);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  protected show(tanggal: string | null): void {
    void this.router.navigate([], { queryParams: { tanggal }, queryParamsHandling: 'merge' });
  }

  protected inRoom({ counts }: DaySession): number {
    return (counts.present ?? 0) + (counts.late ?? 0);
  }

  protected excused({ counts }: DaySession): number {
    return (counts.permitted ?? 0) + (counts.sick ?? 0) + (counts.on_duty ?? 0);
  }

  protected unmarked({ needs }: DaySession): number {
    return needs.find(({ block }) => block === 'unmarked')?.count ?? 0;
  }

  /** The address where a need is met, or null. */
  protected placeOf({ block }: ClosingNeed, session: DaySession): readonly string[] | null {
    const place = placeOfNeed(block, session.id);
    return place && ['/angkatan', this.store.id(), ...place];
  }

  protected async walkIn({ id, title }: DaySession): Promise<void> {
    const { WalkInDialog } = await import('./walk-in-dialog');
    const opened = this.dialog.open<unknown, WalkInAsked, boolean>(WalkInDialog, {
      data: { cohortId: this.store.id(), sessionId: id, title },
      width: '560px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.resource.reload();
  }

  protected async close(session: DaySession): Promise<void> {
    if (await this.closing.ask(session.id, this.unmarked(session)))
      this.resource.reload();
  }
}

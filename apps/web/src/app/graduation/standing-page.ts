import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { firstOpen, wordOutcome } from '@jenjang/shared/graduation';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { CriterionCard } from './criterion-card';
import { GraduationApi } from './graduation-api';
import { verdictLooks } from './graduation.looks';

/** "Kelulusan saya": every criterion with value, threshold and state, in the words the organiser reads. */
@Component({
  selector: 'j-standing-page',
  imports: [
    Banner,
    Card,
    CriterionCard,
    EmptyState,
    Icon,
    MatButton,
    Moment,
    PageHeader,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './standing-page.html',
  styleUrl: './standing-page.css',
})
export class StandingPage {
  private readonly locale = inject(LocaleService).locale;
  protected readonly resource = inject(GraduationApi).own();
  private readonly found = loaded(this.resource);
  protected readonly problem = this.found.problem;
  protected readonly standings = this.found.value;
  private readonly chosen = signal<string | null>(null);
  protected readonly standing = computed(() => {
    const all = this.standings() ?? [];
    return all.find(({ enrolmentId }) => enrolmentId === this.chosen()) ?? all[0] ?? null;
  });
  protected readonly met = computed(
    () => this.standing()?.live.results.filter(({ state }) => state === 'met').length ?? 0,
  );
  protected readonly decided = computed(() => this.standing()?.decisions[0] ?? null);
  protected readonly decidedWord = computed(() => {
    const decided = this.decided();
    return decided === null ? '' : wordOutcome(decided.outcome, this.locale());
  });
  protected readonly looks = verdictLooks;
  protected readonly next = computed(() => this.nextStep());

  protected choose(enrolmentId: string): void {
    this.chosen.set(enrolmentId);
  }

  /** The first thing that can still be done, by criterion; null when nothing is left to do. */
  private nextStep(): { readonly key: string; readonly link: string | null } | null {
    const standing = this.standing();
    if (standing === null) return null;
    const open = firstOpen(standing.live.results);
    if (open === null) return null;
    if (open.criterion === 'attendance') return { key: 'attendance', link: '/jadwal' };
    if (open.criterion === 'modules') return { key: 'modules', link: '/belajar' };
    return { key: 'score', link: null };
  }
}

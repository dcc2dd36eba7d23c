import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AttendanceSummary } from '@jenjang/shared/attendance';
import { type CriterionResult, type StandingSession, wordResult } from '@jenjang/shared/graduation';
import { formatNumber, formatPercent } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Bar } from '../ui/bar';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import { barOf, criterionLooks } from './graduation.looks';

/** One criterion with value, threshold, state and what to do: the same for participant, organiser and HR. */
@Component({
  selector: 'j-criterion-card',
  imports: [Bar, Icon, RouterLink, StateChip, TranslocoPipe],
  template: `<div class="head">
      <h3>{{ words().title }}</h3>
      <j-chip [tone]="look().tone" [icon]="look().icon">{{ words().stateWord }}</j-chip>
    </div>
    <p class="values">
      <b>{{ value() }}</b><span>{{ 'graduation.threshold' | transloco: { value: threshold() } }}</span>
    </p>
    <j-bar
      [value]="bar().value"
      [max]="bar().max"
      [threshold]="bar().threshold"
      [lost]="bar().lost"
      [tone]="bar().tone"
      [label]="words().sentence"
    />
    <p class="why">{{ 'graduation.why.' + why().key | transloco: why().facts }}</p>
    @if (details()) {
      @if (result().criterion === 'attendance') {
        <a routerLink="/jadwal"
          >{{ 'graduation.toSessions' | transloco }}<j-icon name="right" [size]="16"
        /></a>
      }
      @if (result().criterion === 'modules') {
        <a routerLink="/belajar"
          >{{ 'graduation.toModules' | transloco }}<j-icon name="right" [size]="16"
        /></a>
      }
    }`,
  styles: `
    :host {
      display: block;
    }
    .head,
    .values {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--s2);
    }
    .head {
      margin-bottom: var(--s3);
    }
    .values {
      align-items: baseline;
      margin: 0;
    }
    .values b {
      font-size: var(--t-l);
    }
    .values span {
      font-size: var(--t-s);
      color: var(--muted);
      white-space: nowrap;
    }
    j-bar {
      margin: var(--s3) 0 14px;
    }
    .why {
      margin: 0;
      font-size: var(--t-s);
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 2px;
      min-height: 44px;
      margin-bottom: -14px;
      font-size: var(--t-s);
      font-weight: 600;
      text-decoration: none;
    }
  `,
})
export class CriterionCard {
  readonly result = input.required<CriterionResult>();
  readonly attendance = input.required<AttendanceSummary>();
  readonly sessions = input.required<readonly StandingSession[]>();
  /** Whether links to the participant's own pages are drawn. */
  readonly details = input(false);

  private readonly locale = inject(LocaleService).locale;
  protected readonly words = computed(() => wordResult(this.result(), this.locale()));
  protected readonly look = computed(() => criterionLooks[this.result().state]);
  protected readonly bar = computed(() => barOf(this.result(), this.attendance().reachablePercent));
  protected readonly threshold = computed(() => {
    const { criterion, threshold } = this.result();
    return criterion === 'attendance'
      ? formatPercent(threshold, this.locale())
      : formatNumber(threshold, this.locale());
  });
  protected readonly value = computed(() => this.valueOf());
  protected readonly why = computed(() => this.reasonOf());

  /** The sentence without its title and threshold, which stand beside it. */
  private valueOf(): string {
    const { sentence, title } = this.words();
    const cut = sentence
      .slice(title.length)
      .replace(/, (batas|threshold) .*$/, '')
      .trim();
    return cut.charAt(0).toUpperCase() + cut.slice(1);
  }

  private reasonOf(): { readonly key: string; readonly facts: Readonly<Record<string, string>> } {
    const { criterion, state } = this.result();
    if (criterion !== 'attendance' || state === 'met') return { key: `${criterion}.${state}`, facts: {} };
    const { attendedLessonHours, countedLessonHours, reachableLessonHours } = this.attendance();
    const needed = Math.max(0, (this.result().threshold / 100) * countedLessonHours - attendedLessonHours);
    const open = this.sessions().filter(({ stillOpen }) => stillOpen);
    const figure = (value: number): string =>
      formatNumber(Math.ceil(value * 100 - 1e-6) / 100, this.locale());
    return {
      key: `${criterion}.${state}`,
      facts: {
        needed: figure(needed),
        left: figure(reachableLessonHours - attendedLessonHours),
        sessions: String(open.length),
      },
    };
  }
}

import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type GraduationRow, wordOutcome, wordResult, wordSummary } from '@jenjang/shared/graduation';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Initials, Moment, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import { GraduationApi } from './graduation-api';
import { criterionLooks, verdictLooks } from './graduation.looks';

/** One participant beside the list: each criterion in words, and every decision so far. */
@Component({
  selector: 'j-graduation-detail',
  imports: [Banner, Icon, Initials, Moment, NipPipe, RouterLink, StateChip, TranslocoPipe],
  template: `<header>
      <span class="avatar" aria-hidden="true">{{ row().name | initials }}</span>
      <div>
        <h2>{{ row().name }}</h2>
        <span class="sub">{{ row().nip | nip }}</span>
        <span class="sub">{{ row().unitName ?? '–' }}{{ row().eselon ? ' · ' + row().eselon : '' }}</span>
      </div>
      <button
        type="button"
        class="icon-button"
        [attr.aria-label]="'graduation.detail.close' | transloco"
        (click)="closed.emit()"
      >
        <j-icon name="x" />
      </button>
    </header>
    <section>
      <j-chip [tone]="looks[row().verdict].tone" [icon]="looks[row().verdict].icon">{{
        verdict() ?? ('graduation.open' | transloco)
      }}</j-chip>
      <p>{{ summary() }}</p>
    </section>
    <ul>
      @for (line of lines(); track $index) {
        <li [class]="line.look.tone">
          <j-icon [name]="line.look.icon" />
          <span
            ><b>{{ line.words.sentence }}</b
            ><span class="sub">{{ line.words.stateWord }}</span></span
          >
        </li>
      }
    </ul>
    <section>
      <h3>{{ 'graduation.detail.history' | transloco }}</h3>
      @if (problem(); as text) {
        <j-banner tone="bad">{{ text }}</j-banner>
      } @else if (standing(); as found) {
        @for (decision of found.decisions; track decision.id) {
          <p class="past">
            {{ decision.decidedAt | moment: found.zone }} · <b>{{ outcome(decision.outcome) }}</b>{{
              decision.decidedBy ? ' · ' + decision.decidedBy : ''
            }}
            @if (decision.reason) {
              <span class="sub">{{ decision.reason }}</span>
            }
          </p>
        } @empty {
          <p class="past">{{ 'graduation.detail.noDecision' | transloco }}</p>
        }
      } @else {
        <p class="past">{{ 'graduation.loading' | transloco }}</p>
      }
    </section>
    <section>
      <a [routerLink]="['/pegawai', row().personId]">{{ 'graduation.detail.toPerson' | transloco }}</a>
    </section>`,
  styles: `
    :host {
      display: block;
      border: 1px solid var(--line);
      border-radius: var(--radius-l);
      background: var(--surface);
      box-shadow: var(--shadow);
      font-size: var(--t-s);
    }
    :host > * {
      margin: 0;
      padding: var(--s4) 20px;
    }
    :host > * + * {
      border-top: 1px solid var(--line);
    }
    header {
      display: grid;
      grid-template-columns: 36px 1fr 44px;
      gap: var(--s3);
    }
    h2 {
      font-size: var(--t-m);
    }
    h3 {
      margin-bottom: var(--s2);
      font-size: var(--t-s);
    }
    p {
      margin: var(--s2) 0 0;
    }
    ul {
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 20px 1fr;
      gap: 10px;
      padding: 7px 0;
    }
    .ok > j-icon {
      color: var(--ok);
    }
    .bad > j-icon {
      color: var(--bad);
    }
    .warn > j-icon {
      color: var(--warn);
    }
    .info > j-icon {
      color: var(--info);
    }
    .past {
      color: var(--muted);
    }
  `,
})
export class GraduationDetail {
  readonly row = input.required<GraduationRow>();
  readonly closed = output();

  private readonly locale = inject(LocaleService).locale;
  private readonly found = loaded(inject(GraduationApi).standing(() => this.row().enrolmentId));
  protected readonly standing = this.found.value;
  protected readonly problem = this.found.problem;
  protected readonly looks = verdictLooks;
  protected readonly verdict = computed(() => {
    const { verdict } = this.row();
    return verdict === 'open' ? null : wordOutcome(verdict, this.locale());
  });
  protected readonly summary = computed(() => wordSummary(this.row().live.results, this.locale(), 'staff'));
  protected readonly lines = computed(() =>
    this.row().live.results.map((result) => ({
      words: wordResult(result, this.locale()),
      look: criterionLooks[result.state],
    })),
  );

  protected outcome(outcome: 'graduated' | 'attended' | 'failed'): string {
    return wordOutcome(outcome, this.locale());
  }
}

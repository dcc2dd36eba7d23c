import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AgendaSession } from '@jenjang/shared/agenda';
import { instantMs, isoInstant, localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { FeedCard, TaughtList } from '../calendar';
import { loaded } from '../platform/loaded';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Day } from '../ui/format-pipes';
import { PageHeader } from '../ui/page-header';
import { AgendaApi } from './agenda-api';
import { SessionCard } from './session-card';

interface ScheduleDay {
  readonly date: string;
  readonly sessions: readonly AgendaSession[];
}

/** "Jadwal": one's sessions day by day, each by the clock of its own place. */
@Component({
  selector: 'j-schedule-page',
  imports: [
    Banner,
    Card,
    Day,
    EmptyState,
    FeedCard,
    MatButton,
    PageHeader,
    RouterLink,
    SessionCard,
    TaughtList,
    TranslocoPipe,
  ],
  template: `<j-page-header [heading]="'agenda.schedule.title' | transloco">
      @if (!teaches()) {
        <ng-container headerActions>
          <a matButton="outlined" class="sm" routerLink="/kartu">{{ 'agenda.schedule.card' | transloco }}</a>
          <a matButton="outlined" class="sm" routerLink="/izin">{{
            'agenda.schedule.absences' | transloco
          }}</a>
        </ng-container>
      }
    </j-page-header>
    <div class="days">
      <div class="choice" role="group" [attr.aria-label]="'agenda.schedule.title' | transloco">
        <button type="button" [attr.aria-pressed]="!past()" (click)="past.set(false)">
          {{ 'agenda.schedule.ahead' | transloco }}
        </button>
        <button type="button" [attr.aria-pressed]="past()" (click)="past.set(true)">
          {{ 'agenda.schedule.past' | transloco }}
        </button>
      </div>
      @if (teaches()) {
        <j-taught-list [past]="past()" />
      } @else if (problem(); as text) {
        <j-banner tone="bad" [heading]="'ui.table.notLoaded' | transloco">
          {{ text }}
          <button matButton="outlined" class="sm" bannerAction (click)="resource.reload()">
            {{ 'ui.table.retry' | transloco }}
          </button>
        </j-banner>
      } @else if (sessions() === null) {
        <p class="muted">{{ 'agenda.loading' | transloco }}</p>
      } @else {
        @for (day of days(); track day.date) {
          <section>
            <h2>{{ day.date | day: 'weekday' }}</h2>
            @for (session of day.sessions; track session.sessionId) {
              <j-card><j-session-card [session]="session" [now]="now" /></j-card>
            }
          </section>
        } @empty {
          <j-card>
            <j-empty-state
              icon="calendar"
              [heading]="(past() ? 'agenda.schedule.nonePast' : 'agenda.schedule.none') | transloco"
              [text]="past() ? undefined : ('agenda.schedule.noneText' | transloco)"
            />
          </j-card>
        }
      }
      <j-feed-card />
    </div>`,
  styles: `
    .days {
      display: grid;
      gap: var(--s5);
      width: min(640px, 100%);
      margin-inline: auto;
    }
    section {
      display: grid;
      gap: var(--s3);
    }
    h2 {
      font-size: var(--t-m);
    }
    .choice {
      display: inline-flex;
      gap: var(--s2);
    }
    .choice button {
      min-height: 44px;
      padding: 0 var(--s4);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--surface);
      font-size: var(--t-s);
      font-weight: 600;
      cursor: pointer;
    }
    .choice [aria-pressed='true'] {
      border-color: var(--primary);
      background: var(--primary-soft);
      color: var(--primary-strong);
    }
  `,
})
export class SchedulePage {
  private readonly store = inject(SignInStore);
  private readonly openedAt = Date.now();
  protected readonly now = isoInstant(this.openedAt);
  /** Two roles are never mixed: whoever teaches sees what they teach. */
  protected readonly teaches = computed(() => this.store.role() === 'facilitator');
  protected readonly resource = inject(AgendaApi).schedule();
  private readonly found = loaded(this.resource);
  protected readonly sessions = this.found.value;
  protected readonly problem = this.found.problem;
  protected readonly past = signal(false);
  /** What lies ahead from the nearest day on, what is over from the latest back. */
  protected readonly days = computed<readonly ScheduleDay[]>(() => {
    const wanted = (this.sessions() ?? []).filter(
      ({ endsAt }) => instantMs(endsAt) < this.openedAt === this.past(),
    );
    const dayOf = ({ startsAt, zone }: AgendaSession): string => localDate(startsAt, zone);
    const dates = [...new Set(wanted.map(dayOf))];
    const days = dates.map((date) => ({
      date,
      sessions: wanted.filter((session) => dayOf(session) === date),
    }));
    return this.past() ? days.reverse() : days;
  });
}

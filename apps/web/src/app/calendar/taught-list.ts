import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaughtSession } from '@jenjang/shared/calendar';
import { instantMs, localDate } from '@jenjang/shared/platform';
import { mapLink, placeLine } from '@jenjang/shared/venue';
import { TranslocoPipe, provideTranslocoScope } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Clock, Day, LessonHours } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import { CalendarApi } from './calendar-api';

/** The sessions that one teaches, day by day, with the way to each cohort's participants and sheet. */
@Component({
  selector: 'j-taught-list',
  imports: [Banner, Card, Clock, Day, EmptyState, Icon, LessonHours, RouterLink, StateChip, TranslocoPipe],
  providers: [provideTranslocoScope('calendar')],
  template: `@if (found.problem(); as words) {
      <j-banner tone="bad">{{ words }}</j-banner>
    } @else if (found.value() === null) {
      <p class="muted">{{ 'calendar.loading' | transloco }}</p>
    }
    @for (day of days(); track day.date) {
      <section>
        <h2>{{ day.date | day: 'weekday' }}</h2>
        @for (session of day.sessions; track session.sessionId) {
          <j-card>
            <p class="over">{{ session.startsAt | clock: session.zone : session.endsAt }}</p>
            <h3 [class.void]="session.state === 'cancelled'">{{ session.title }}</h3>
            <p class="sub">
              {{ session.cohortName }}
              @if (session.className) {
                · {{ session.className }}
              }
              · {{ session.lessonHours | lessonHours }} ·
              {{ 'calendar.expected' | transloco: { count: session.expected } }}
            </p>
            @if (lineOf(session); as line) {
              <p class="sub">{{ line }}</p>
            }
            @if (session.state === 'cancelled') {
              <j-chip tone="bad" icon="forbidden">{{ 'calendar.cancelled' | transloco }}</j-chip>
            } @else if (session.clashes) {
              <j-chip tone="warn" icon="alert">{{ 'calendar.clash' | transloco }}</j-chip>
            }
            <p class="links">
              <a [routerLink]="['/angkatan', session.cohortId, 'presensi', session.sessionId]"
                ><j-icon name="checklist" [size]="16" />{{ 'calendar.sheet' | transloco }}</a
              >
              <a [routerLink]="['/angkatan', session.cohortId, 'peserta']"
                ><j-icon name="users" [size]="16" />{{ 'calendar.roster' | transloco }}</a
              >
              @if (mapOf(session); as link) {
                <a [href]="link" target="_blank" rel="noopener noreferrer"
                  ><j-icon name="pin" [size]="16" />{{ 'calendar.map' | transloco }}</a
                >
              }
              @if (session.meetingUrl) {
                <a [href]="session.meetingUrl" target="_blank" rel="noopener noreferrer"
                  ><j-icon name="video" [size]="16" />{{ 'calendar.meeting' | transloco }}</a
                >
              }
            </p>
          </j-card>
        }
      </section>
    } @empty {
      @if (found.value() !== null) {
        <j-card>
          <j-empty-state
            icon="calendar"
            [heading]="'calendar.noTeaching' | transloco"
            [text]="'calendar.noTeachingText' | transloco"
          />
        </j-card>
      }
    }`,
  styles: `
    :host,
    section {
      display: grid;
      gap: var(--s3);
    }
    h2 {
      font-size: var(--t-m);
    }
    h3 {
      margin: var(--s1) 0;
      font-size: var(--t-l);
    }
    p {
      margin: 0;
    }
    .over {
      font-size: var(--t-s);
      font-weight: 600;
      color: var(--muted);
    }
    .void {
      color: var(--muted);
      text-decoration: line-through;
    }
    .links {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s4);
    }
    .links a {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      min-height: 44px;
      font-size: var(--t-s);
      font-weight: 600;
    }
  `,
})
export class TaughtList {
  /** Whether what is over is shown, newest first, instead of what is to come. */
  readonly past = input(false);

  private readonly openedAt = Date.now();
  protected readonly found = loaded(inject(CalendarApi).teaching());
  protected readonly days = computed(() => {
    const wanted = (this.found.value() ?? []).filter(
      ({ endsAt }) => instantMs(endsAt) < this.openedAt === this.past(),
    );
    const dayOf = ({ startsAt, zone }: TaughtSession): string => localDate(startsAt, zone);
    const days = [...new Set(wanted.map(dayOf))].map((date) => ({
      date,
      sessions: wanted.filter((session) => dayOf(session) === date),
    }));
    return this.past() ? days.reverse() : days;
  });

  protected lineOf({ place, venue }: TaughtSession): string {
    return placeLine(place, venue);
  }

  protected mapOf({ place }: TaughtSession): string | null {
    return mapLink(place);
  }
}

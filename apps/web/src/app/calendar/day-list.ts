import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Clash, type HolidayMark, clashChips } from '@jenjang/shared/calendar';
import type { SessionView } from '@jenjang/shared/cohort';
import { mapLink, placeLine } from '@jenjang/shared/venue';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Clock, Day as DayPipe, LessonHours } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import type { Day, Placed } from './week.rules';

/** Sessions of a cohort day by day: what a phone shows, and the way to move one without a grid. */
@Component({
  selector: 'j-day-list',
  imports: [Clock, DayPipe, Icon, LessonHours, MatButton, StateChip, TranslocoPipe],
  template: `@for (day of dated(); track day.date) {
      <section>
        <h2>{{ day.date | day: 'weekday' }}</h2>
        @for (holiday of day.holidays; track holiday.name) {
          <p class="band">{{ holiday.name }}</p>
        }
        <ul>
          @for (session of day.sessions; track session.id) {
            <li [class.void]="session.state === 'cancelled'">
              <div>
                <span class="time">{{ session.startsAt | clock: session.zone : session.endsAt }}</span>
                <b>{{ session.title }}</b>
                <span class="sub">
                  {{ session.lessonHours | lessonHours }}
                  @if (lineOf(session); as line) {
                    · {{ line }}
                  }
                </span>
                @if (session.facilitators.length > 0) {
                  <span class="sub">{{ namesOf(session) }}</span>
                }
                <span class="chips">
                  @if (session.state === 'cancelled') {
                    <j-chip tone="bad" icon="forbidden">{{ 'calendar.cancelled' | transloco }}</j-chip>
                  } @else if (session.isPending) {
                    <j-chip tone="info" [preview]="true">{{ 'calendar.notSaved' | transloco }}</j-chip>
                  }
                  @for (word of wordsOf(session); track word) {
                    <j-chip tone="warn" icon="alert">{{ word }}</j-chip>
                  }
                </span>
                <span class="links">
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
                </span>
              </div>
              @if (movable() && session.state === 'planned' && session.marked === 0) {
                <button matButton="outlined" class="sm" (click)="asked.emit(session)">
                  {{ 'calendar.move' | transloco }}<span class="vh"> {{ session.title }}</span>
                </button>
              }
            </li>
          }
        </ul>
      </section>
    } @empty {
      <p class="muted">{{ 'calendar.empty' | transloco }}</p>
    }`,
  styles: `
    section {
      margin-bottom: var(--s5);
    }
    h2 {
      margin-bottom: var(--s2);
      font-size: var(--t-m);
    }
    .band {
      margin: 0 0 var(--s2);
      padding: var(--s1) var(--s3);
      border-left: 3px solid var(--bad);
      background: var(--bad-soft);
      font-size: var(--t-s);
      font-weight: 600;
      color: var(--bad);
    }
    ul {
      display: grid;
      gap: var(--s2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      justify-content: space-between;
      gap: var(--s2) var(--s4);
      padding: var(--s3) var(--s4);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }
    li > div {
      display: grid;
      flex: 1 1 220px;
      gap: 2px;
    }
    .time {
      font-size: var(--t-s);
      font-weight: 600;
      color: var(--muted);
    }
    .void b {
      text-decoration: line-through;
      color: var(--muted);
    }
    .chips,
    .links {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s3);
    }
    .links a {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      min-height: 44px;
      font-size: var(--t-s);
      font-weight: 600;
    }
    .chips:not(:has(*)),
    .links:not(:has(*)) {
      display: none;
    }
  `,
})
export class DayList {
  readonly days = input.required<readonly Day[]>();
  readonly clashes = input<readonly Clash[]>([]);
  readonly holidays = input<readonly HolidayMark[]>([]);
  readonly movable = input(false);

  readonly asked = output<SessionView>();

  private readonly locale = inject(LocaleService).locale;
  protected readonly dated = computed(() =>
    this.days().map((day) => ({
      ...day,
      holidays: this.holidays().filter(({ fallsOn }) => fallsOn === day.date),
    })),
  );

  protected lineOf({ place, venue }: Placed): string {
    return placeLine(place, venue);
  }

  protected mapOf({ place }: Placed): string | null {
    return mapLink(place);
  }

  protected namesOf({ facilitators }: Placed): string {
    return facilitators.map(({ name }) => name).join('; ');
  }

  protected wordsOf({ id, isPending }: Placed): readonly string[] {
    if (isPending) return [];
    const own = this.clashes().filter(({ sessionId, otherId }) => sessionId === id || otherId === id);
    return [...new Set(own.map(({ code }) => clashChips[code][this.locale()]))];
  }
}

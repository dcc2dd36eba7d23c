import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AgendaSession } from '@jenjang/shared/agenda';
import { type AttendanceMark, attendanceMarkLabels } from '@jenjang/shared/attendance';
import { instantMs, localDate } from '@jenjang/shared/platform';
import { mapLink, placeLine } from '@jenjang/shared/venue';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Clock, Day, LessonHours } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import type { Tone } from '../ui/tone.types';

const markTones: Readonly<Record<AttendanceMark, Tone>> = {
  present: 'ok',
  late: 'warn',
  permitted: 'info',
  sick: 'past',
  on_duty: 'info',
  absent: 'bad',
};

/** A session of one's own: what, when with its zone, where, and what was marked. */
@Component({
  selector: 'j-session-card',
  imports: [Clock, Day, Icon, LessonHours, MatButton, RouterLink, StateChip, TranslocoPipe],
  template: `<div class="over">
      <span>{{ lead() ? ('agenda.today' | transloco) : session().programmeName }}</span>
      @if (markWord(); as word) {
        <j-chip [tone]="markTone()" icon="check">{{ word }}</j-chip>
      } @else if (session().state === 'cancelled') {
        <j-chip tone="bad" icon="forbidden">{{ 'agenda.cancelled' | transloco }}</j-chip>
      } @else if (isRunning()) {
        <j-chip tone="info" icon="clock">{{ 'agenda.running' | transloco }}</j-chip>
      }
    </div>
    @if (lead() || dated()) {
      <h2 [class.void]="session().state === 'cancelled'">{{ session().title }}</h2>
    } @else {
      <h3 [class.void]="session().state === 'cancelled'">{{ session().title }}</h3>
    }
    <ul>
      <li>
        <j-icon name="clock" /><span
          >{{ session().startsAt | clock: session().zone : session().endsAt }}
          @if (dated()) {
            <span class="sub">{{ day() | day: 'weekday' }}</span>
          }
        </span>
      </li>
      @if (line(); as words) {
        <li>
          <j-icon name="pin" /><span
            >{{ words }}
            @if (map(); as link) {
              <a class="sub" [href]="link" target="_blank" rel="noopener noreferrer">{{
                'agenda.map' | transloco
              }}</a>
            }
          </span>
        </li>
      }
      @if (session().meetingUrl) {
        <li>
          <j-icon name="video" /><a [href]="session().meetingUrl" target="_blank" rel="noopener noreferrer">{{
            'agenda.meeting' | transloco
          }}</a>
        </li>
      }
      <li>
        <j-icon name="book" /><span
          >{{ session().lessonHours | lessonHours }} · {{ session().cohortName }}</span
        >
      </li>
    </ul>
    @if (session().checkInUntil; as until) {
      <a matButton="filled" class="main block check-in" [routerLink]="['/hadir', session().sessionId]"
        ><j-icon name="qr" />{{ 'agenda.checkIn' | transloco }}</a
      >
      <p class="sub until">
        {{ 'agenda.checkInUntil' | transloco: { time: until | clock: session().zone } }}
      </p>
    }
    @if (session().clashes) {
      <p class="clash"><j-icon name="alert" [size]="16" />{{ 'agenda.clash' | transloco }}</p>
      <p class="sub">
        {{ 'agenda.clashText' | transloco }}
        @if (session().contact; as contact) {
          <a [href]="'mailto:' + contact.email">{{ 'agenda.contact' | transloco: { name: contact.name } }}</a>
        }
      </p>
    }`,
  styles: `
    :host {
      display: block;
    }
    .over {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--s2);
      min-height: 27px;
      font-size: var(--t-s);
      font-weight: 600;
      color: var(--muted);
    }
    h2,
    h3 {
      margin: var(--s2) 0;
      font-size: var(--t-l);
    }
    li a {
      display: inline-block;
      padding-block: 4px;
    }
    .void {
      color: var(--muted);
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
      gap: var(--s3);
    }
    li j-icon {
      margin-top: 2px;
      color: var(--muted);
    }
    .check-in {
      margin-top: 20px;
    }
    .until {
      margin: var(--s2) 0 var(--s4);
      text-align: center;
    }
    .clash {
      display: flex;
      align-items: center;
      gap: 6px;
      margin: var(--s3) 0 0;
      font-size: var(--t-s);
      font-weight: 600;
      color: var(--warn);
    }
    :host(.lead) h2 {
      font-size: var(--t-xl);
    }
  `,
  host: { '[class.lead]': 'lead()' },
})
export class SessionCard {
  readonly session = input.required<AgendaSession>();
  /** ISO instant at which the facts were told. */
  readonly now = input.required<string>();
  readonly lead = input(false);
  /** Whether the date is written too, where it does not stand above. */
  readonly dated = input(false);

  private readonly locale = inject(LocaleService).locale;
  protected readonly day = computed(() => localDate(this.session().startsAt, this.session().zone));
  protected readonly line = computed(() => placeLine(this.session().place, this.session().venue));
  protected readonly map = computed(() => mapLink(this.session().place));
  protected readonly markWord = computed(() => {
    const { mark } = this.session();
    return mark === null ? null : attendanceMarkLabels[mark][this.locale()];
  });
  protected readonly markTone = computed<Tone>(() => {
    const { mark } = this.session();
    return mark === null ? 'neutral' : markTones[mark];
  });
  protected readonly isRunning = computed(() => {
    const { startsAt, endsAt, state } = this.session();
    const now = instantMs(this.now());
    return state === 'planned' && instantMs(startsAt) <= now && now < instantMs(endsAt);
  });
}

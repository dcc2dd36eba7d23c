import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type Zone, formatDate, localDate, localTime, zoneAbbreviation } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { CohortStore } from '../cohort';
import { LocaleService } from '../platform/locale';
import { DayRange, LessonHours } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import type { PhaseLine, SessionLine } from './plan.rules';

/** Sessions under their phases, with a line of dots that shows how far one is. */
@Component({
  selector: 'j-session-lines',
  imports: [DayRange, Icon, LessonHours, MatButton, RouterLink, StateChip, TranslocoPipe],
  templateUrl: './session-lines.html',
  styleUrl: './session-lines.css',
})
export class SessionLines {
  readonly phases = input.required<readonly PhaseLine[]>();
  readonly cohortZone = input.required<Zone>();
  readonly isOver = input(false);
  /** Whether each session has a button to change it. */
  readonly editable = input(false);

  readonly edited = output<SessionLine>();

  private readonly locale = inject(LocaleService).locale;
  protected readonly store = inject(CohortStore);

  /** `Sen 4 Nov`, or both ends when it lasts for days. */
  protected daysOf({ startsAt, endsAt, zone }: SessionLine): string {
    const [first, last] = [localDate(startsAt, zone), localDate(Date.parse(endsAt) - 1, zone)];
    const short = (date: string): string => formatDate(date, this.locale(), 'short').replace(/ \d{4}$/, '');
    if (first !== last) return `${short(first)} – ${short(last)}`;
    return `${formatDate(first, this.locale(), 'weekday').slice(0, 3)} ${short(first)}`;
  }

  /** `08.00–11.30`; the zone only where it is not the cohort's, for the heading names that one. */
  protected timesOf({ startsAt, endsAt, zone }: SessionLine): string {
    const times = `${localTime(startsAt, zone)}–${localTime(endsAt, zone)}`;
    return zone === this.cohortZone() ? times : `${times}\u00a0${zoneAbbreviation(zone)}`;
  }

  protected namesOf({ facilitators }: SessionLine): string {
    return facilitators.map(({ name }) => name).join('; ');
  }
}

import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionOfToday } from '@jenjang/shared/home';
import { TranslocoPipe } from '@jsverse/transloco';
import { Clock, Figure } from '../ui/format-pipes';
import type { IconName } from '../ui/icon-paths';
import { StateChip } from '../ui/state-chip';
import type { Tone } from '../ui/tone.types';
import { type SessionPhase, phaseOf } from './today.rules';

const looks: Readonly<Record<SessionPhase, { readonly tone: Tone; readonly icon: IconName }>> = {
  closed: { tone: 'ok', icon: 'check' },
  cancelled: { tone: 'past', icon: 'x' },
  running: { tone: 'info', icon: 'clock' },
  open: { tone: 'warn', icon: 'alert' },
  ahead: { tone: 'neutral', icon: 'calendar' },
};

/** Sessions of today: when, what, how far its attendance is. */
@Component({
  selector: 'j-today-list',
  imports: [Clock, Figure, RouterLink, StateChip, TranslocoPipe],
  template: `<ul>
    @for (line of lines(); track line.sessionId) {
      <li>
        <a [routerLink]="['/angkatan', line.cohortId, 'presensi', line.sessionId]">
          <span class="time">{{ line.startsAt | clock: line.zone : line.endsAt }}</span>
          <b [class.void]="line.phase === 'cancelled'">{{ line.title }}</b>
          <span class="where">{{ line.cohortName }}{{ line.venue ? ' · ' + line.venue : '' }}</span>
          <span class="state">
            <j-chip [tone]="looks[line.phase].tone" [icon]="looks[line.phase].icon">{{
              'home.today.' + line.phase | transloco
            }}</j-chip>
            @switch (line.phase) {
              @case ('closed') {
                <span>{{
                  'home.today.attended'
                    | transloco: { count: line.attended | figure, expected: line.expected | figure }
                }}</span>
              }
              @case ('ahead') {
                <span>{{ 'home.today.expected' | transloco: { count: line.expected | figure } }}</span>
              }
              @case ('cancelled') {}
              @default {
                <span>{{
                  'home.today.marked'
                    | transloco: { count: line.marked | figure, expected: line.expected | figure }
                }}</span>
              }
            }
          </span>
        </a>
      </li>
    }
  </ul>`,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    a {
      display: grid;
      gap: 2px;
      padding: var(--s3) var(--s5);
      border-top: 1px solid var(--line);
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      background: var(--primary-soft);
    }
    a:focus-visible {
      box-shadow: inset var(--focus);
      border-radius: 0;
    }
    .time,
    .where,
    .state {
      font-size: var(--t-s);
      color: var(--muted);
    }
    .void {
      color: var(--muted);
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s1) var(--s2);
      margin-top: var(--s1);
    }
    @media (max-width: 800px) {
      a {
        padding-inline: 20px;
      }
    }
  `,
})
export class TodayList {
  readonly sessions = input.required<readonly SessionOfToday[]>();
  /** ISO instant at which the facts were told. */
  readonly now = input.required<string>();

  protected readonly looks = looks;
  protected readonly lines = computed(() =>
    this.sessions().map((session) => ({ ...session, phase: phaseOf(session, this.now()) })),
  );
}

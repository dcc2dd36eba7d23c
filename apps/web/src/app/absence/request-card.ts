import { Component, computed, inject, input } from '@angular/core';
import { type AbsenceRequestView, absenceKindLabels, absenceStateLabels } from '@jenjang/shared/absence';
import { localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Clock, Day, LessonHours, Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import { absenceLooks } from './absence.looks';

/** A request: which sessions, why, with which letter, and what became of it. */
@Component({
  selector: 'j-request-card',
  imports: [Clock, Day, Icon, LessonHours, Moment, StateChip, TranslocoPipe],
  template: `@let asked = request();
    <p class="row wrap">
      <j-chip [tone]="look().tone" [icon]="look().icon">{{ stateWord() }}</j-chip>
      @if (asked.late) {
        <j-chip tone="warn" icon="clock">{{ 'absence.late' | transloco }}</j-chip>
      }
      <b>{{ kindWord() }}</b>
    </p>
    <ul>
      @for (session of asked.sessions; track session.sessionId) {
        <li>
          <b>{{ session.title }}</b>
          <span class="sub"
            >{{ dayOf(session) | day: 'weekday' }},
            {{ session.startsAt | clock: session.zone : session.endsAt }} ·
            {{ session.lessonHours | lessonHours }}</span
          >
        </li>
      }
    </ul>
    <p class="reason">{{ asked.reason }}</p>
    @if (asked.letter; as letter) {
      <p>
        <a [href]="'/api/v1/files/' + letter.id" target="_blank" rel="noopener"
          ><j-icon name="file" [size]="16" /> {{ letter.name }}</a
        >
      </p>
    }
    @if (asked.decidedAt; as at) {
      <p class="muted small">
        {{ 'absence.decidedBy' | transloco: { name: asked.decidedBy } }} {{ at | moment: zone() }}
        @if (asked.note) {
          <br />“{{ asked.note }}”
        }
      </p>
    }`,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
    }
    p,
    ul {
      margin: 0;
    }
    ul {
      display: grid;
      gap: var(--s2);
      padding: 0;
      list-style: none;
    }
    .reason {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class RequestCard {
  readonly request = input.required<AbsenceRequestView>();

  private readonly locale = inject(LocaleService).locale;
  protected readonly look = computed(() => absenceLooks[this.request().state]);
  protected readonly stateWord = computed(() => absenceStateLabels[this.request().state][this.locale()]);
  protected readonly kindWord = computed(() => absenceKindLabels[this.request().kind][this.locale()]);
  protected readonly zone = computed(() => this.request().sessions[0]?.zone ?? 'Asia/Jakarta');

  protected dayOf({ startsAt, zone }: AbsenceRequestView['sessions'][number]): string {
    return localDate(startsAt, zone);
  }
}

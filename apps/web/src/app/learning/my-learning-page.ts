import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type MyLearningRow } from '@jenjang/shared/learning';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { Bar } from '../ui/bar';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { DayRange, Figure, LessonHours, ZoneName } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { LearningApi } from './learning-api';

/** The cohorts that the reader takes, each with the one activity to go on with. */
@Component({
  selector: 'j-my-learning-page',
  imports: [
    Banner,
    Bar,
    Card,
    DayRange,
    EmptyState,
    Figure,
    Icon,
    LessonHours,
    MatButton,
    PageHeader,
    RouterLink,
    StateChip,
    TranslocoPipe,
    ZoneName,
  ],
  template: `<j-page-header [heading]="'learning.title' | transloco" />
    @if (mine.problem(); as words) {
      <j-banner tone="bad" [heading]="'learning.notLoaded' | transloco">
        {{ words }}
        <button matButton="outlined" class="sm" bannerAction (click)="resource.reload()">
          <j-icon name="refresh" [size]="16" />{{ 'learning.retry' | transloco }}
        </button>
      </j-banner>
    }
    <div class="grid">
      @for (one of mine.value(); track one.enrolmentId) {
        <j-card [lead]="$first && one.next !== null">
          <p class="sub">{{ one.academyCode }} · {{ one.programmeName }}</p>
          <h2>
            <a [routerLink]="one.enrolmentId">{{ one.cohortName }}</a>
          </h2>
          <p class="muted small">
            {{ one.startsOn | dayRange: one.endsOn }} ({{ one.zone | zoneName }}) ·
            {{ one.lessonHours | lessonHours }}
          </p>
          @let words =
            progressKey(one) | transloco: { done: (one.completed | figure), all: (one.required | figure) };
          <p class="row figures">
            <b>{{ words }}</b>
            @if (isDone(one)) {
              <j-chip tone="ok" icon="check">{{ 'learning.allDone' | transloco }}</j-chip>
            }
          </p>
          @if (one.required > 0) {
            <j-bar
              [value]="one.completed"
              [max]="one.required"
              [label]="words"
              [tone]="isDone(one) ? 'ok' : 'info'"
            />
          }
          @if (one.next; as next) {
            <p class="next">
              <span class="muted small">{{ 'learning.next' | transloco }}</span><br />{{ next.title
              }}<span class="sub">{{ next.moduleTitle }}</span>
            </p>
            <a
              [matButton]="$first ? 'filled' : 'outlined'"
              class="main block"
              [routerLink]="[one.enrolmentId, 'materi', next.activityId]"
              >{{ (one.completed > 0 ? 'learning.goOn' : 'learning.begin') | transloco }}</a
            >
          } @else {
            <a matButton="outlined" class="main block" [routerLink]="one.enrolmentId">{{
              'learning.see' | transloco
            }}</a>
          }
        </j-card>
      } @empty {
        @if (mine.value() !== null) {
          <j-card>
            <j-empty-state
              icon="book"
              [heading]="'learning.none' | transloco"
              [text]="'learning.noneText' | transloco"
            />
          </j-card>
        }
      }
    </div>`,
  styles: `
    .grid {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(360px, 100%), 1fr));
      gap: var(--s5);
      align-items: start;
    }
    h2 a {
      color: inherit;
      text-decoration: none;
    }
    h2 a:hover {
      text-decoration: underline;
    }
    p {
      margin: 4px 0 0;
    }
    .figures {
      margin: var(--s4) 0 var(--s2);
    }
    .next {
      margin: var(--s4) 0;
      color: var(--ink);
    }
    .block {
      margin-top: var(--s2);
    }
  `,
})
export class MyLearningPage {
  protected readonly resource = inject(LearningApi).mine();
  protected readonly mine = loaded(this.resource);

  protected isDone({ completed, required }: MyLearningRow): boolean {
    return required > 0 && completed === required;
  }

  protected progressKey({ required }: MyLearningRow): string {
    return required === 0 ? 'learning.nothing' : 'learning.progress';
  }
}

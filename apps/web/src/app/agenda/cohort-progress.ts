import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HomeCohort } from '@jenjang/shared/agenda';
import { wordOutcome } from '@jenjang/shared/graduation';
import { formatNumber } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Bar } from '../ui/bar';
import { Icon } from '../ui/icon';
import { Ring } from '../ui/ring';
import { StateChip } from '../ui/state-chip';

/** JP of one cohort: reached, threshold, and what can no longer be reached. */
@Component({
  selector: 'j-cohort-progress',
  imports: [Bar, Icon, Ring, RouterLink, StateChip, TranslocoPipe],
  template: `<div class="over">
      <span>{{ cohort().cohortName }}</span>
      @if (decided(); as word) {
        <j-chip
          [tone]="cohort().decided === 'failed' ? 'bad' : 'ok'"
          [icon]="cohort().decided === 'failed' ? 'x' : 'check'"
          >{{ word }}</j-chip
        >
      }
    </div>
    <h2>{{ cohort().programmeName }}</h2>
    <div class="progress">
      <j-ring
        [percent]="cohort().attendance.percent"
        [label]="'agenda.progress.told' | transloco: figures()"
      />
      <div>
        <p class="big">{{ 'agenda.progress.reached' | transloco: figures() }}</p>
        @if (figures().needed !== null) {
          <p class="muted small">
            {{
              (figures().missing ? 'agenda.progress.toGo' : 'agenda.progress.enough') | transloco: figures()
            }}
          </p>
        }
      </div>
    </div>
    <j-bar
      [value]="cohort().attendance.attendedLessonHours"
      [max]="whole()"
      [threshold]="needed()"
      [lost]="lost()"
      [label]="'agenda.progress.told' | transloco: figures()"
    />
    @if (needed() !== null && whole() > 0) {
      <div class="scale" aria-hidden="true">
        <span [style.left.%]="place()" [style.transform]="'translateX(-' + place() + '%)'">{{
          'agenda.progress.threshold' | transloco: figures()
        }}</span>
      </div>
    }
    <p class="note">{{ 'agenda.progress.' + note() | transloco: figures() }}</p>
    @if (cohort().requiredActivities > 0) {
      <p class="note plain">
        {{
          'agenda.progress.activities'
            | transloco: { done: cohort().completedActivities, all: cohort().requiredActivities }
        }}
      </p>
    }
    <a routerLink="/kelulusan"
      >{{ 'agenda.toGraduation' | transloco }}<j-icon name="right" [size]="16"
    /></a>`,
  styles: `
    :host {
      display: block;
    }
    .over {
      display: flex;
      justify-content: space-between;
      gap: var(--s2);
      font-size: var(--t-s);
      font-weight: 600;
      color: var(--muted);
    }
    h2 {
      font-size: var(--t-l);
    }
    p {
      margin: 0;
    }
    .progress {
      display: grid;
      grid-template-columns: 84px 1fr;
      gap: var(--s4);
      align-items: center;
      margin: var(--s4) 0 20px;
    }
    .big {
      font-size: var(--t-xl);
      font-weight: 600;
      line-height: 1.25;
      color: var(--ink);
    }
    .scale {
      position: relative;
      height: 20px;
      margin-top: 10px;
      font-size: var(--t-xs);
      font-weight: 600;
      color: var(--ink);
    }
    .scale span {
      position: absolute;
      white-space: nowrap;
    }
    .note {
      margin-top: var(--s3);
      padding-top: var(--s3);
      border-top: 1px solid var(--line);
      font-size: var(--t-s);
      color: var(--muted);
    }
    .plain {
      margin-top: var(--s1);
      padding-top: 0;
      border: 0;
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
export class CohortProgress {
  readonly cohort = input.required<HomeCohort>();

  private readonly locale = inject(LocaleService).locale;
  protected readonly whole = computed(() => this.cohort().attendance.countedLessonHours);
  protected readonly needed = computed(() => {
    const percent = this.cohort().minAttendancePercent;
    return percent === null ? null : Math.ceil(percent * this.whole() - 1e-6) / 100;
  });
  /** Where on the bar the threshold stands, in percent; its words are shifted by as much, so they never leave the card. */
  protected readonly place = computed(() => ((this.needed() ?? 0) / this.whole()) * 100);
  /** JP that nothing can bring back. */
  protected readonly lost = computed(() =>
    Math.max(0, this.whole() - this.cohort().attendance.reachableLessonHours),
  );
  protected readonly figures = computed(() => {
    const { attendedLessonHours, reachableLessonHours } = this.cohort().attendance;
    const figure = (value: number): string => formatNumber(value, this.locale());
    const needed = this.needed();
    const missing = needed === null ? 0 : Math.max(0, needed - attendedLessonHours);
    return {
      reached: figure(attendedLessonHours),
      planned: figure(this.whole()),
      needed: needed === null ? null : figure(needed),
      missing: missing > 0 ? figure(missing) : '',
      lost: figure(this.lost()),
      left: figure(reachableLessonHours - attendedLessonHours),
    };
  });
  protected readonly decided = computed(() => {
    const { decided } = this.cohort();
    return decided === null ? null : wordOutcome(decided, this.locale());
  });
  /** Key of the sentence under the bar. */
  protected readonly note = computed(() => this.noteKey());

  private noteKey(): string {
    const { attendance, minAttendancePercent, decided } = this.cohort();
    if (decided !== null) return 'noteDecided';
    if (minAttendancePercent === null) return 'noteFree';
    if (attendance.percent >= minAttendancePercent) return 'noteEnough';
    if (attendance.reachablePercent < minAttendancePercent) return 'noteImpossible';
    return this.lost() > 0 ? 'noteLost' : 'noteLeft';
  }
}

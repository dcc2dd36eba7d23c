import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  type AttendanceMark,
  type SessionAttendance,
  attendanceMarkLabels,
  attendanceMarks,
  unmarkedLabel,
} from '@jenjang/shared/attendance';
import { instantMs, localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Clock, Day, LessonHours } from '../ui/format-pipes';
import { StateChip } from '../ui/state-chip';
import { AttendanceApi } from './attendance-api';
import { AttendanceMatrix } from './attendance-matrix';

type Phase = 'now' | 'due' | 'ahead' | 'closed' | 'cancelled';

/** The sessions of a cohort with how far each is marked; below them everyone's marks. */
@Component({
  selector: 'j-attendance-page',
  imports: [
    AttendanceMatrix,
    Banner,
    Card,
    Clock,
    Day,
    EmptyState,
    LessonHours,
    MatButton,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  host: { class: 'stack' },
  templateUrl: './attendance-page.html',
  styleUrl: './attendance-page.css',
})
export class AttendancePage {
  readonly cohortId = input.required<string>();

  private readonly locale = inject(LocaleService).locale;
  private readonly openedAt = Date.now();
  protected readonly sessions = inject(AttendanceApi).sessions(this.cohortId);
  private readonly found = loaded(this.sessions);
  protected readonly problem = this.found.problem;
  protected readonly rows = computed(() =>
    (this.found.value() ?? []).map((session) => ({
      ...session,
      phase: this.phaseOf(session),
      day: localDate(session.startsAt, session.zone),
      marked: Object.values(session.counts).reduce((sum, count) => sum + count, 0),
      parts: attendanceMarks
        .filter((mark) => (session.counts[mark] ?? 0) > 0)
        .map((mark) => ({ mark, count: session.counts[mark] ?? 0 })),
    })),
  );

  /** The one session whose button is filled: the first that goes on or comes today. */
  protected readonly first = computed(() => this.rows().find(({ phase }) => phase === 'now')?.id);

  protected label(mark: AttendanceMark | null): string {
    return (mark === null ? unmarkedLabel : attendanceMarkLabels[mark])[this.locale()];
  }

  private phaseOf({ state, startsAt, endsAt, zone }: SessionAttendance): Phase {
    if (state !== 'planned') return state;
    if (localDate(startsAt, zone) > localDate(this.openedAt, zone)) return 'ahead';
    return instantMs(endsAt) > this.openedAt ? 'now' : 'due';
  }
}

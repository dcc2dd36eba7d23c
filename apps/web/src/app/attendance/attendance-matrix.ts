import { Component, computed, inject, input, signal } from '@angular/core';
import { type AttendanceRow, type SessionAttendance, attendanceMarkLabels } from '@jenjang/shared/attendance';
import { formatDate, localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { LessonHours, NipPipe, Percent } from '../ui/format-pipes';
import { Pager } from '../ui/pager';
import { SearchField } from '../ui/search-field';
import { AttendanceApi } from './attendance-api';
import { markLetters } from './marking.rules';

/** Everyone of a cohort against every session, with what it comes to of all planned JP. */
@Component({
  selector: 'j-attendance-matrix',
  imports: [Banner, Card, EmptyState, LessonHours, NipPipe, Pager, Percent, SearchField, TranslocoPipe],
  templateUrl: './attendance-matrix.html',
  styleUrl: './attendance-matrix.css',
})
export class AttendanceMatrix {
  readonly cohortId = input.required<string>();
  readonly sessions = input.required<readonly SessionAttendance[]>();

  private readonly locale = inject(LocaleService).locale;
  protected readonly q = signal('');
  protected readonly page = signal(1);
  protected readonly size = signal(50);
  protected readonly matrix = inject(AttendanceApi).matrix(this.cohortId, () => ({
    ...(this.q() === '' ? {} : { q: this.q() }),
    page: String(this.page()),
    size: String(this.size()),
  }));
  private readonly state = loaded(this.matrix);
  protected readonly found = this.state.value;
  protected readonly problem = this.state.problem;
  protected readonly columns = computed(() =>
    this.sessions()
      .filter(({ state }) => state !== 'cancelled')
      .map(({ id, title, startsAt, zone, mandatory }, index) => ({
        id,
        number: index + 1,
        mandatory,
        hint: `${title}, ${formatDate(localDate(startsAt, zone), this.locale(), 'short')}`,
      })),
  );

  protected search(words: string): void {
    this.q.set(words);
    this.page.set(1);
  }

  protected resize(size: number): void {
    this.size.set(size);
    this.page.set(1);
  }

  protected cell(
    row: AttendanceRow,
    sessionId: string,
  ): { readonly letter: string; readonly word: string; readonly tone: string } | null {
    const found = row.marks[sessionId];
    if (found === undefined) return null;
    const [mark] = found;
    return { letter: markLetters[mark], word: attendanceMarkLabels[mark][this.locale()], tone: mark };
  }
}

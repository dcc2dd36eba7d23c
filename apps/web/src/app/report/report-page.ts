import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { attendanceMarkLabels } from '@jenjang/shared/attendance';
import {
  type ReportPreview,
  type ReportRow,
  matchLabels,
  reportKindLabels,
  reportOutcomeLabels,
} from '@jenjang/shared/report';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Dock } from '../ui/dock';
import { FileDrop } from '../ui/file-drop';
import { LessonHours } from '../ui/format-pipes';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { ReportApi } from './report-api';
import { type Choices, chosenOf, matchesOf, sumsOf, twiceChosen } from './report-choice.rules';

/** A report of Zoom, Meet or Teams: read, checked line by line, taken over as attendance. */
@Component({
  selector: 'j-report-page',
  imports: [
    Banner,
    Card,
    Dock,
    FileDrop,
    LessonHours,
    MatButton,
    PageHeader,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
})
export class ReportPage {
  /** From the address. */
  readonly cohortId = input.required<string>();
  readonly sessionId = input.required<string>();

  private readonly api = inject(ReportApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('report');
  protected readonly locale = inject(LocaleService).locale;
  protected readonly kindLabels = reportKindLabels;
  protected readonly matchLabels = matchLabels;
  protected readonly markLabels = attendanceMarkLabels;
  protected readonly outcomeLabels = reportOutcomeLabels;

  private fileId = '';
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly preview = signal<ReportPreview | null>(null);
  protected readonly choices = signal<Choices>(new Map());
  protected readonly absentOthers = signal(false);
  protected readonly replaceHandMade = signal(false);
  protected readonly sums = computed(() => {
    const preview = this.preview();
    return preview && sumsOf(preview, this.choices());
  });
  protected readonly twice = computed(() => twiceChosen(this.preview()?.rows ?? [], this.choices()));

  protected chosen(row: ReportRow): string | null {
    return chosenOf(row, this.choices());
  }

  protected nameOf(enrolmentId: string): string {
    return this.preview()?.roster.find((person) => person.enrolmentId === enrolmentId)?.name ?? '';
  }

  protected choose({ index }: ReportRow, enrolmentId: string): void {
    this.choices.update((before) => new Map(before).set(index, enrolmentId === '' ? null : enrolmentId));
  }

  protected async read(file: File): Promise<void> {
    await this.working(async () => {
      this.fileId = (await this.api.send(file)).id;
      this.choices.set(new Map());
      this.preview.set(await this.api.preview(this.sessionId(), this.fileId));
    });
  }

  protected async take(): Promise<void> {
    await this.working(async () => {
      const { marked, same, kept, absent } = await this.api.take(this.sessionId(), {
        fileId: this.fileId,
        matches: matchesOf(this.choices()),
        absentOthers: this.absentOthers(),
        replaceHandMade: this.replaceHandMade(),
      });
      this.notices.show(this.words('report.done', { marked, same, kept, absent }), 'ok');
      await this.router.navigate(['/angkatan', this.cohortId(), 'presensi', this.sessionId()]);
    });
  }

  private async working(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}

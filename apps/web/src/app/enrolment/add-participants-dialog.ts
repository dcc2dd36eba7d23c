import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { CohortDetail } from '@jenjang/shared/cohort';
import { type CandidateRow, type IntakeReport, enrolmentStateLabels } from '@jenjang/shared/enrolment';
import { dutyStatusLabels, nameWithTitles } from '@jenjang/shared/person';
import { TranslocoPipe } from '@jsverse/transloco';
import { loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { EmptyState } from '../ui/empty-state';
import { Figure, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { EnrolmentApi } from './enrolment-api';
import { seatEffect } from './seats.rules';

/** Finds people, picks many, shows what that does to the seats, and takes them in. Closes with true when somebody was taken. */
@Component({
  selector: 'j-add-participants-dialog',
  imports: [
    Banner,
    EmptyState,
    Figure,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    NipPipe,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './add-participants-dialog.html',
  styleUrl: './add-participants-dialog.css',
})
export class AddParticipantsDialog {
  protected readonly cohort = inject<CohortDetail>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<AddParticipantsDialog, boolean>>(MatDialogRef);
  private readonly api = inject(EnrolmentApi);
  private readonly problems = inject(ProblemText);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly dutyLabels = dutyStatusLabels;
  protected readonly stateLabels = enrolmentStateLabels;
  protected readonly nameOf = nameWithTitles;

  protected readonly words = signal('');
  private readonly resource = this.api.candidates(() => this.cohort.id, this.words);
  protected readonly candidates = loadedPage(this.resource);
  protected readonly picked = signal<ReadonlyMap<string, CandidateRow>>(new Map());
  protected readonly classId = signal('');
  protected readonly whenFull = signal<'waitlist' | 'refuse'>('waitlist');
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly report = signal<IntakeReport | null>(null);
  /** People whom the report refused, with the name that was picked. */
  protected readonly refused = computed(() =>
    (this.report()?.rows ?? [])
      .filter(({ outcome }) => outcome === 'refused')
      .map((row) => ({ ...row, person: this.picked().get(row.personId) })),
  );
  /** One key per choice: pressing twice is asking once. */
  private key = crypto.randomUUID();

  protected readonly effect = computed(() => {
    const cohortClass = this.cohort.classes.find(({ id }) => id === this.classId());
    return seatEffect(
      this.picked().size,
      this.cohort.capacity - this.cohort.seatsTaken,
      cohortClass ? cohortClass.capacity - cohortClass.seatsTaken : null,
    );
  });

  protected toggle(row: CandidateRow): void {
    this.key = crypto.randomUUID();
    const next = new Map(this.picked());
    if (!next.delete(row.personId)) next.set(row.personId, row);
    this.picked.set(next);
  }

  protected pickAllShown(): void {
    this.key = crypto.randomUUID();
    this.picked.set(
      new Map([...this.picked(), ...this.candidates.rows().map((row) => [row.personId, row] as const)]),
    );
  }

  protected async enrol(): Promise<void> {
    if (this.isBusy() || this.picked().size === 0) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const classId = this.classId() || undefined;
      const report = await this.api.enrol(
        this.cohort.id,
        { personIds: [...this.picked().keys()], mode: 'each', whenFull: this.whenFull(), classId },
        this.key,
      );
      if (report.refused === 0) this.dialog.close(true);
      else this.report.set(report);
    } catch (error) {
      this.problem.set(this.problems.of(error));
      this.key = crypto.randomUUID();
    } finally {
      this.isBusy.set(false);
    }
  }

  protected close(): void {
    this.dialog.close(this.report() !== null);
  }
}

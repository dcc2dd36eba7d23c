import { Component, Service, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type AttendanceMark, type MarkInForce, attendanceMarkLabels } from '@jenjang/shared/attendance';
import { formatNumber } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { LocaleService } from '../platform/locale';

/** The mark whose note and JP are asked for. */
export interface AskedMark {
  readonly name: string;
  readonly mark: AttendanceMark;
  readonly sessionLessonHours: number;
  readonly current: MarkInForce | null;
  /** Whether the session is closed: then a reason must be given. */
  readonly needsReason: boolean;
}

export interface MarkDetail {
  readonly lessonHours?: number;
  readonly reason: string;
}

@Component({
  selector: 'j-mark-details-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TranslocoPipe],
  template: `<h2 mat-dialog-title>{{ asked.name }}</h2>
    <form (submit)="$event.preventDefault(); save()">
      <mat-dialog-content>
        <p class="muted">{{ label }}</p>
        @if (isAttending) {
          <label for="mark-lesson-hours">{{
            'attendance.detail.lessonHours' | transloco: { max: max }
          }}</label>
          <input
            #hours
            id="mark-lesson-hours"
            class="control"
            inputmode="decimal"
            [value]="lessonHours()"
            [attr.aria-invalid]="isTried() && hoursProblem() ? true : null"
            aria-describedby="mark-lesson-hours-error"
            (input)="lessonHours.set(hours.value)"
          />
          <p id="mark-lesson-hours-error" class="error">
            {{
              isTried() && hoursProblem()
                ? ('attendance.detail.lessonHoursProblem' | transloco: { max: max })
                : ''
            }}
          </p>
        }
        <label for="mark-reason">{{
          (asked.needsReason ? 'attendance.correction.reason' : 'attendance.detail.note') | transloco
        }}</label>
        <textarea
          #note
          id="mark-reason"
          class="control"
          maxlength="500"
          [value]="reason()"
          [attr.aria-invalid]="isTried() && isReasonMissing() ? true : null"
          aria-describedby="mark-reason-error"
          (input)="reason.set(note.value)"
        ></textarea>
        <p id="mark-reason-error" class="error">
          {{ isTried() && isReasonMissing() ? ('ui.confirm.reasonMissing' | transloco) : '' }}
        </p>
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" matButton [mat-dialog-close]="null">
          {{ 'ui.confirm.cancel' | transloco }}
        </button>
        <button type="submit" matButton="filled">{{ 'attendance.detail.save' | transloco }}</button>
      </mat-dialog-actions>
    </form>`,
  styles: `
    label {
      display: block;
      margin-bottom: var(--s1);
      font-weight: 600;
      color: var(--ink);
    }
    p {
      margin: 0 0 var(--s3);
    }
    .error {
      min-height: 20px;
      color: var(--bad);
      font-size: var(--t-s);
      font-weight: 600;
    }
    mat-dialog-actions {
      justify-content: flex-end;
      gap: var(--s2);
      padding: var(--s2) var(--s5) var(--s5);
    }
  `,
})
export class MarkDetailsDialog {
  protected readonly asked = inject<AskedMark>(MAT_DIALOG_DATA);
  private readonly opened = inject<MatDialogRef<MarkDetailsDialog, MarkDetail>>(MatDialogRef);
  private readonly locale = inject(LocaleService).locale();
  protected readonly isAttending = this.asked.mark === 'present' || this.asked.mark === 'late';
  protected readonly label = attendanceMarkLabels[this.asked.mark][this.locale];
  protected readonly max = formatNumber(this.asked.sessionLessonHours, this.locale);
  protected readonly lessonHours = signal(
    formatNumber(
      this.asked.current?.mark === this.asked.mark
        ? this.asked.current.lessonHours
        : this.asked.sessionLessonHours,
      this.locale,
    ),
  );
  protected readonly reason = signal(
    this.asked.current?.mark === this.asked.mark ? (this.asked.current.reason ?? '') : '',
  );
  protected readonly isTried = signal(false);
  private readonly hours = computed(() =>
    /^\d{1,2}([.,]\d{1,2})?$/.test(this.lessonHours().trim())
      ? Number(this.lessonHours().trim().replace(',', '.'))
      : Number.NaN,
  );
  protected readonly hoursProblem = computed(
    () => this.isAttending && !(this.hours() >= 0 && this.hours() <= this.asked.sessionLessonHours),
  );
  protected readonly isReasonMissing = computed(() => this.asked.needsReason && this.reason().trim() === '');

  protected save(): void {
    this.isTried.set(true);
    if (this.hoursProblem() || this.isReasonMissing()) return;
    this.opened.close({
      reason: this.reason().trim(),
      lessonHours: this.isAttending ? this.hours() : undefined,
    });
  }
}

/** Asks for the note and the JP of a mark. */
@Service()
export class MarkDetails {
  private readonly dialog = inject(MatDialog);

  /** Resolves to null when the marker thinks better of it. */
  async ask(asked: AskedMark): Promise<MarkDetail | null> {
    const opened = this.dialog.open<MarkDetailsDialog, AskedMark, MarkDetail>(MarkDetailsDialog, {
      data: asked,
      width: '480px',
      maxWidth: 'calc(100vw - 32px)',
    });
    return (await firstValueFrom(opened.afterClosed())) ?? null;
  }
}

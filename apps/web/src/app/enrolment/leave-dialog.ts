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
import { type MoveReason, moveReasonLabels, reasonsToLeave } from '@jenjang/shared/enrolment';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';

/** Who leaves, and to which standing. */
export interface Leaving {
  readonly name: string;
  readonly state: keyof typeof reasonsToLeave;
}

/** Why somebody leaves: a code, and words where there are any. */
export interface LeaveReason {
  readonly code: MoveReason;
  readonly reason?: string;
}

/** Asks why somebody is rejected or withdraws. Closes with the reason, or with nothing. */
@Component({
  selector: 'j-leave-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TranslocoPipe],
  template: `<h2 mat-dialog-title>
      {{ 'enrolment.leave.' + data.state + '.heading' | transloco: { name: data.name } }}
    </h2>
    <mat-dialog-content>
      <p>{{ 'enrolment.leave.' + data.state + '.text' | transloco }}</p>
      <label for="leave-code">{{ 'enrolment.reasonCode' | transloco }}</label>
      <select #choice id="leave-code" class="control" (change)="choose(choice.value)">
        <option value="">{{ 'enrolment.reasonChoose' | transloco }}</option>
        @for (reason of reasons; track reason) {
          <option [value]="reason">{{ labels[reason][locale()] }}</option>
        }
      </select>
      <label for="leave-words">{{ 'enrolment.reason' | transloco }}</label>
      <textarea
        #text
        id="leave-words"
        class="control"
        rows="3"
        maxlength="500"
        aria-describedby="leave-hint"
        (input)="words.set(text.value)"
      ></textarea>
      <p id="leave-hint" class="sub">{{ 'enrolment.reasonHint' | transloco }}</p>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton [mat-dialog-close]="null">{{ 'enrolment.cancel' | transloco }}</button>
      <button
        matButton="filled"
        class="danger"
        disabledInteractive
        [disabled]="reason() === null"
        (click)="leave()"
      >
        {{ 'enrolment.act.' + data.state | transloco }}
      </button>
    </mat-dialog-actions>`,
  styles: 'label { display: block; margin: var(--s3) 0 var(--s1); font-weight: 600; } p { margin: 0; }',
})
export class LeaveDialog {
  protected readonly data = inject<Leaving>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<LeaveDialog, LeaveReason | null>>(MatDialogRef);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly labels = moveReasonLabels;
  protected readonly reasons: readonly MoveReason[] = reasonsToLeave[this.data.state];
  protected readonly words = signal('');
  private readonly code = signal<MoveReason | null>(null);
  /** Null while something is missing. */
  protected readonly reason = computed<LeaveReason | null>(() => {
    const [code, words] = [this.code(), this.words().trim()];
    if (code === null || (code === 'other' && words.length < 3)) return null;
    return words.length < 3 ? { code } : { code, reason: words };
  });

  protected choose(value: string): void {
    this.code.set(this.reasons.find((reason) => reason === value) ?? null);
  }

  protected leave(): void {
    const reason = this.reason();
    if (reason !== null) this.dialog.close(reason);
  }
}

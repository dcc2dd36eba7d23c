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
import { moveReasonLabels, reasonsToLeave } from '@jenjang/shared/enrolment';
import type { SelectionPreview } from '@jenjang/shared/selection';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';

/** Why people are turned down; words as well where the code asks for them. */
export interface RejectReason {
  readonly code: (typeof reasonsToLeave.rejected)[number];
  readonly reason?: string;
}

/** Asks why candidates are rejected: a code from a short list, and words. The people concerned are told. */
@Component({
  selector: 'j-reject-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TranslocoPipe],
  template: `<h2 mat-dialog-title>{{ 'selection.ask.reject' | transloco: { count: preview.chosen } }}</h2>
    <mat-dialog-content>
      <p class="muted">{{ 'selection.reject.text' | transloco }}</p>
      @if (preview.refused.length > 0) {
        <p>{{ 'selection.effect.refused' | transloco: { count: preview.refused.length } }}</p>
      }
      <label for="reject-code">{{ 'selection.reject.code' | transloco }}</label>
      <select
        #choice
        id="reject-code"
        class="control"
        (change)="code.set(codes[choice.selectedIndex] ?? codes[0])"
      >
        @for (key of codes; track key) {
          <option [value]="key">{{ labels[key][locale()] }}</option>
        }
      </select>
      <label for="reject-words">
        {{ (isOther() ? 'selection.reject.words' : 'selection.reject.wordsOptional') | transloco }}
      </label>
      <textarea
        #text
        id="reject-words"
        class="control"
        maxlength="500"
        [attr.aria-invalid]="isMissing() ? 'true' : null"
        [attr.aria-describedby]="isMissing() ? 'reject-error' : null"
        (input)="words.set(text.value.trim())"
      ></textarea>
      @if (isMissing()) {
        <p id="reject-error" class="error" role="alert">{{ 'selection.reject.missing' | transloco }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton [mat-dialog-close]="undefined">{{ 'selection.cancel' | transloco }}</button>
      <button matButton="filled" class="danger" [disabled]="preview.chosen === 0" (click)="answer()">
        {{ 'selection.act.reject' | transloco }}
      </button>
    </mat-dialog-actions>`,
  styles: `
    mat-dialog-content {
      display: grid;
      gap: var(--s2);
    }
    p {
      margin: 0;
    }
    label {
      margin-top: var(--s2);
      font-weight: 600;
      color: var(--ink);
    }
    .error {
      color: var(--bad);
      font-size: var(--t-s);
      font-weight: 600;
    }
  `,
})
export class RejectDialog {
  private readonly dialog = inject<MatDialogRef<RejectDialog, RejectReason>>(MatDialogRef);
  protected readonly preview = inject<SelectionPreview>(MAT_DIALOG_DATA);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly codes = reasonsToLeave.rejected;
  protected readonly labels = moveReasonLabels;
  protected readonly code = signal<RejectReason['code']>(this.codes[0]);
  protected readonly words = signal('');
  protected readonly isMissing = signal(false);
  protected readonly isOther = computed(() => this.code() === 'other');

  protected answer(): void {
    const words = this.words();
    this.isMissing.set((this.isOther() || words !== '') && words.length < 3);
    if (!this.isMissing())
      this.dialog.close({ code: this.code(), ...(words === '' ? {} : { reason: words }) });
  }
}

import { Component, Service, inject, signal } from '@angular/core';
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
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import type { Tone } from './tone.types';

/** One consequence: `5 menjadi Lulus`. */
export interface Effect {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly strong: string;
  readonly text: string;
}

/** What is about to happen, in words. */
export interface Confirmation {
  readonly heading: string;
  readonly text?: string;
  readonly effects?: readonly Effect[];
  /** What the button does, as a verb: "Cabut sertifikat", never "OK". */
  readonly action: string;
  readonly danger?: boolean;
  /** Label of a reason that must be given. */
  readonly reasonLabel?: string;
}

/** The reason given, or an empty text when none was asked. */
export interface Confirmed {
  readonly reason: string;
}

@Component({
  selector: 'j-confirm-dialog',
  imports: [
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TranslocoPipe,
  ],
  template: `<h2 mat-dialog-title>{{ asked.heading }}</h2>
    <mat-dialog-content>
      @if (asked.text) {
        <p>{{ asked.text }}</p>
      }
      @if (asked.effects; as effects) {
        <ul>
          @for (effect of effects; track $index) {
            <li [class]="effect.tone">
              <j-icon [name]="effect.icon" /><span
                ><b>{{ effect.strong }}</b> {{ effect.text }}</span
              >
            </li>
          }
        </ul>
      }
      @if (asked.reasonLabel; as label) {
        <label for="confirm-reason">{{ label }}</label>
        <textarea
          #field
          id="confirm-reason"
          class="control"
          maxlength="500"
          [attr.aria-invalid]="isReasonMissing() ? 'true' : null"
          [attr.aria-describedby]="isReasonMissing() ? 'confirm-reason-error' : null"
          (input)="reason.set(field.value.trim())"
        ></textarea>
        @if (isReasonMissing()) {
          <p id="confirm-reason-error" class="error" role="alert">
            {{ 'ui.confirm.reasonMissing' | transloco }}
          </p>
        }
      }
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton [mat-dialog-close]="null">{{ 'ui.confirm.cancel' | transloco }}</button>
      <button
        matButton="filled"
        [class.danger]="asked.danger"
        [attr.aria-disabled]="needsReason() ? 'true' : null"
        (click)="answer()"
      >
        {{ asked.action }}
      </button>
    </mat-dialog-actions>`,
  styles: `
    p {
      margin: 0 0 var(--s3);
    }
    ul {
      display: grid;
      gap: var(--s2);
      margin: 0 0 var(--s4);
      padding: var(--s3) var(--s4);
      list-style: none;
      border-radius: var(--radius);
      background: var(--canvas);
    }
    li {
      display: flex;
      gap: var(--s3);
    }
    .ok j-icon {
      color: var(--ok);
    }
    .warn j-icon {
      color: var(--warn);
    }
    .bad j-icon {
      color: var(--bad);
    }
    .neutral j-icon {
      color: var(--muted);
    }
    .info j-icon {
      color: var(--info);
    }
    label {
      display: block;
      margin-bottom: var(--s1);
      font-weight: 600;
      color: var(--ink);
    }
    .error {
      margin: var(--s1) 0 0;
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
export class ConfirmDialog {
  private readonly dialog = inject<MatDialogRef<ConfirmDialog, Confirmed>>(MatDialogRef);
  protected readonly asked = inject<Confirmation>(MAT_DIALOG_DATA);
  protected readonly reason = signal('');
  protected readonly isReasonMissing = signal(false);

  protected needsReason(): boolean {
    return this.asked.reasonLabel !== undefined && this.reason() === '';
  }

  protected answer(): void {
    this.isReasonMissing.set(this.needsReason());
    if (!this.needsReason()) this.dialog.close({ reason: this.reason() });
  }
}

/** Asks before a decisive act. */
@Service()
export class Confirm {
  private readonly dialog = inject(MatDialog);

  /** Resolves to null when the reader thinks better of it. */
  async ask(confirmation: Confirmation): Promise<Confirmed | null> {
    const opened = this.dialog.open<ConfirmDialog, Confirmation, Confirmed>(ConfirmDialog, {
      data: confirmation,
      width: '520px',
      maxWidth: 'calc(100vw - 32px)',
      role: 'alertdialog',
      // The second click of an impatient double click lands beside the question: that is no answer to it.
      disableClose: true,
    });
    opened.keydownEvents().subscribe(({ key }) => {
      if (key === 'Escape') opened.close();
    });
    return (await firstValueFrom(opened.afterClosed())) ?? null;
  }
}

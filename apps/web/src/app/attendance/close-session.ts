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
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { AttendanceApi } from './attendance-api';

interface AskedSession {
  readonly sessionId: string;
  readonly unmarked: number;
}

@Component({
  selector: 'j-close-session-dialog',
  imports: [
    Banner,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TranslocoPipe,
  ],
  template: `<h2 mat-dialog-title>{{ 'attendance.close.heading' | transloco }}</h2>
    <mat-dialog-content>
      <p>{{ 'attendance.close.text' | transloco }}</p>
      @if (asked.unmarked > 0) {
        <fieldset>
          <legend>{{ 'attendance.close.unmarked' | transloco: { count: asked.unmarked } }}</legend>
          @for (choice of choices; track choice) {
            <label>
              <input
                type="radio"
                name="unmarked"
                [value]="choice"
                [checked]="unmarked() === choice"
                (change)="unmarked.set(choice)"
              />
              <span>
                <b>{{ 'attendance.close.' + choice | transloco: { count: asked.unmarked } }}</b>
                <span class="sub">{{ 'attendance.close.' + choice + 'Text' | transloco }}</span>
              </span>
            </label>
          }
        </fieldset>
      }
      @if (problem(); as text) {
        <j-banner tone="bad">{{ text }}</j-banner>
      }
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton [mat-dialog-close]="false">{{ 'ui.confirm.cancel' | transloco }}</button>
      <button matButton="filled" [disabled]="isBusy()" disabledInteractive (click)="close()">
        {{ 'attendance.close.action' | transloco }}
      </button>
    </mat-dialog-actions>`,
  styles: `
    p {
      margin: 0 0 var(--s4);
    }
    fieldset {
      display: grid;
      gap: var(--s2);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: var(--s2);
      font-weight: 600;
      color: var(--ink);
    }
    label {
      display: grid;
      grid-template-columns: 20px 1fr;
      gap: var(--s3);
      padding: var(--s3) var(--s4);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      cursor: pointer;
    }
    label:has(:checked) {
      border-color: var(--primary);
      background: var(--primary-soft);
    }
    input {
      margin-top: 3px;
    }
    mat-dialog-actions {
      justify-content: flex-end;
      gap: var(--s2);
      padding: var(--s2) var(--s5) var(--s5);
    }
  `,
})
export class CloseSessionDialog {
  protected readonly asked = inject<AskedSession>(MAT_DIALOG_DATA);
  private readonly opened = inject<MatDialogRef<CloseSessionDialog, boolean>>(MatDialogRef);
  private readonly api = inject(AttendanceApi);
  private readonly words = inject(ProblemText);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly choices = ['absent', 'leave'] as const;
  protected readonly unmarked = signal<'absent' | 'leave'>('absent');
  protected readonly problem = signal<string | null>(null);
  protected readonly isBusy = signal(false);

  protected async close(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const { markedAbsent, leftUnmarked } = await this.api.close(
        this.asked.sessionId,
        this.asked.unmarked > 0 ? { unmarked: this.unmarked() } : {},
      );
      this.notices.show(
        this.transloco.translate('attendance.close.done', { markedAbsent, leftUnmarked }),
        'ok',
      );
      this.opened.close(true);
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}

/** Closes a session after asking what becomes of those who are not marked. */
@Service()
export class CloseSession {
  private readonly dialog = inject(MatDialog);

  /** Resolves to whether the session was closed. */
  async ask(sessionId: string, unmarked: number): Promise<boolean> {
    const opened = this.dialog.open<CloseSessionDialog, AskedSession, boolean>(CloseSessionDialog, {
      data: { sessionId, unmarked },
      width: '520px',
      maxWidth: 'calc(100vw - 32px)',
    });
    return (await firstValueFrom(opened.afterClosed())) === true;
  }
}

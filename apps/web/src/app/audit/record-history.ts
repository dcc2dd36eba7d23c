import { Component, Service, inject } from '@angular/core';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { HistoryKind } from '@jenjang/shared/audit';
import type { Zone } from '@jenjang/shared/platform';
import { TranslocoPipe, provideTranslocoScope } from '@jsverse/transloco';
import { Icon } from '../ui/icon';
import { HistoryTimeline } from './history-timeline';

/** The record whose story is told. */
export interface HistorySubject {
  readonly kind: HistoryKind;
  readonly id: string;
  readonly name: string;
  readonly zone: Zone;
}

@Component({
  selector: 'j-record-history',
  imports: [HistoryTimeline, Icon, MatDialogClose, MatDialogContent, MatDialogTitle, TranslocoPipe],
  providers: [provideTranslocoScope('audit')],
  template: `<header>
      <div>
        <h2 mat-dialog-title>{{ 'audit.heading' | transloco }}</h2>
        <p>{{ subject.name }}</p>
      </div>
      <button
        type="button"
        class="icon-button"
        mat-dialog-close
        [attr.aria-label]="'audit.close' | transloco"
      >
        <j-icon name="x" />
      </button>
    </header>
    <mat-dialog-content>
      <j-history-timeline [kind]="subject.kind" [recordId]="subject.id" [zone]="subject.zone" />
    </mat-dialog-content>`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      height: 100%;
    }
    header {
      display: flex;
      align-items: flex-start;
      justify-content: space-between;
      gap: var(--s3);
      padding: var(--s4) var(--s4) var(--s4) var(--s5);
      border-bottom: 1px solid var(--line);
    }
    header h2 {
      padding: 0;
    }
    header h2::before {
      display: none;
    }
    header p {
      margin: 0;
      font-size: var(--t-s);
      color: var(--muted);
      overflow-wrap: anywhere;
    }
    mat-dialog-content {
      max-height: none !important;
      padding-top: var(--s4) !important;
    }
  `,
})
export class RecordHistoryDrawer {
  protected readonly subject = inject<HistorySubject>(MAT_DIALOG_DATA);
}

/** Opens the story of a record at the right edge, so that the page it belongs to stays in sight. */
@Service()
export class RecordHistory {
  private readonly dialog = inject(MatDialog);

  show(subject: HistorySubject): void {
    this.dialog.open(RecordHistoryDrawer, { data: subject, panelClass: 'j-drawer', autoFocus: 'dialog' });
  }
}

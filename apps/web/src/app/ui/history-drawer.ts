import { httpResource } from '@angular/common/http';
import { Component, Service, computed, inject } from '@angular/core';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { HistoryEntry, HistoryKind } from '@jenjang/shared/audit';
import type { Zone } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { Banner } from './banner';
import { EmptyState } from './empty-state';
import { Moment } from './format-pipes';
import { changesOf } from './history.rules';
import { Icon } from './icon';

/** The record whose history is asked for. */
export interface HistorySubject {
  readonly kind: HistoryKind;
  readonly id: string;
  readonly name: string;
  readonly zone: Zone;
  /** Words for the fields, by their name in the audit trail. */
  readonly labels?: Readonly<Record<string, string>>;
}

@Component({
  selector: 'j-history-drawer',
  imports: [
    Banner,
    EmptyState,
    Icon,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Moment,
    TranslocoPipe,
  ],
  templateUrl: './history-drawer.html',
  styleUrl: './history-drawer.css',
})
export class HistoryDrawer {
  protected readonly subject = inject<HistorySubject>(MAT_DIALOG_DATA);
  protected readonly history = httpResource<readonly HistoryEntry[]>(() => ({
    url: '/api/v1/audit',
    params: { kind: this.subject.kind, id: this.subject.id },
  }));
  private readonly loaded = loaded(this.history);
  protected readonly problem = this.loaded.problem;
  protected readonly events = computed(() =>
    (this.loaded.value() ?? []).map((event) => ({ ...event, changes: changesOf(event) })),
  );

  protected labelOf(field: string): string {
    return this.subject.labels?.[field] ?? field.replaceAll('_', ' ');
  }
}

/** Opens "Riwayat" of a record at the right edge: who, when, from, to, why. */
@Service()
export class History {
  private readonly dialog = inject(MatDialog);

  show(subject: HistorySubject): void {
    this.dialog.open(HistoryDrawer, { data: subject, panelClass: 'j-drawer', autoFocus: 'dialog' });
  }
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import type { HistoryEntry } from '@jenjang/shared/audit';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Moment } from '../ui/format-pipes';
import { changesOf } from '../ui/history.rules';
import { CohortStore } from './cohort-store';

/** Everything that happened to a cohort and its plan: who, when, from, to, why. */
@Component({
  selector: 'j-history-page',
  imports: [Banner, Card, EmptyState, Moment, TranslocoPipe],
  templateUrl: './history-page.html',
  styleUrl: './history-page.css',
})
export class HistoryPage {
  protected readonly store = inject(CohortStore);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(LocaleService).locale;
  private readonly resource = httpResource<readonly HistoryEntry[]>(() =>
    this.store.id() === ''
      ? undefined
      : { url: '/api/v1/audit', params: { kind: 'cohort', id: this.store.id() } },
  );
  protected readonly history = loaded(this.resource);
  protected readonly events = computed(() =>
    (this.history.value() ?? []).map((event) => ({
      ...event,
      changes: changesOf(event).filter(({ field }) => !hidden.has(field)),
    })),
  );

  /** A column in the reader's words, or its own name with blanks. */
  protected labelOf(column: string): string {
    this.locale();
    const field = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const words = this.transloco.getTranslation(this.locale())[`cohort.field.${field}`] as string | undefined;
    return words ?? column.replaceAll('_', ' ');
  }
}

/** Keys of the machine, which tell a reader nothing. */
const hidden = new Set([
  'id',
  'cohort_id',
  'agency_id',
  'curriculum_id',
  'phase_id',
  'class_id',
  'module_id',
  'created_at',
  'version',
]);

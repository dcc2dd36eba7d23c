import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import type { HistoryEntry } from '@jenjang/shared/audit';
import {
  cohortModeLabels,
  cohortStateLabels,
  partnerRoleLabels,
  phaseModeLabels,
  sessionStateLabels,
} from '@jenjang/shared/cohort';
import type { Wording } from '@jenjang/shared/platform';
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

  /** A stored value in the reader's words: states and modes by their names, lists of people by theirs. */
  protected valueOf(column: string, value: string): string {
    const words = wordings[column]?.[value];
    return words === undefined ? namesIn(value) : words[this.locale()];
  }

  /** A column in the reader's words, or its own name with blanks. */
  protected labelOf(column: string): string {
    this.locale();
    const field = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const words = this.transloco.getTranslation(this.locale())[`cohort.field.${field}`] as string | undefined;
    return words ?? column.replaceAll('_', ' ');
  }
}

const wordings: Readonly<Record<string, Readonly<Record<string, Wording>>>> = {
  state: { ...sessionStateLabels, ...cohortStateLabels },
  mode: { ...phaseModeLabels, ...cohortModeLabels },
  role: partnerRoleLabels,
};

/** Names out of a stored list of people; any other text as it is. */
function namesIn(value: string): string {
  if (!value.startsWith('[')) return value;
  const people = JSON.parse(value) as readonly { readonly name?: string }[];
  return people.map(({ name }) => name ?? '').join(', ') || '–';
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

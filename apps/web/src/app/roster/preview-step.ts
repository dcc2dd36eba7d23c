import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { employmentKindLabels, positionKindLabels } from '@jenjang/shared/person';
import {
  type FieldChange,
  type RosterField,
  type RosterRowView,
  type RosterView,
  type RowOutcome,
  rosterFieldLabels,
  rowOutcomes,
} from '@jenjang/shared/roster';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded, loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Bar } from '../ui/bar';
import { Card } from '../ui/card';
import { Dock } from '../ui/dock';
import { Figure } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { Pager } from '../ui/pager';
import { type StackPart, StackBar } from '../ui/stack-bar';
import { StateChip } from '../ui/state-chip';
import { firstTab, seatsMissing, shownFields, writable } from './preview.rules';
import { RosterApi } from './roster-api';
import { RowMender } from './row-mender';

const rowsOnPage = 25;
const changesShown = 5;
const tones: Readonly<Record<RowOutcome, StackPart['tone']>> = {
  new: 'new',
  updated: 'changed',
  unchanged: 'same',
  rejected: 'bad',
};

/** The third step: what would be written, row by row, and what is wrong with the rest. Nothing is written yet. */
@Component({
  selector: 'j-preview-step',
  imports: [
    Banner,
    Bar,
    Card,
    Dock,
    Figure,
    Icon,
    MatButton,
    Pager,
    RowMender,
    StackBar,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './preview-step.html',
  styleUrl: './preview-step.css',
})
export class PreviewStep {
  readonly run = input.required<RosterView>();
  readonly busy = input(false);
  readonly mended = output<RosterView>();
  readonly committed = output<'all' | 'valid'>();
  readonly remapped = output();
  readonly left = output();

  private readonly api = inject(RosterApi);
  private readonly words = wordsOf('roster');
  protected readonly locale = inject(LocaleService).locale;
  protected readonly labels = rosterFieldLabels;
  protected readonly outcomes = rowOutcomes;
  private readonly runId = computed(() => this.run().id);
  protected readonly counts = computed(
    () =>
      this.run().counts ?? {
        new: 0,
        updated: 0,
        unchanged: 0,
        rejected: 0,
        toVerify: 0,
        formulaCells: 0,
        notices: [],
      },
  );
  protected readonly tab = linkedSignal({ source: this.runId, computation: () => firstTab(this.counts()) });
  protected readonly page = linkedSignal({ source: this.tab, computation: () => 1 });
  private readonly resource = this.api.rows(this.runId, this.tab, this.page, rowsOnPage);
  protected readonly rows = loadedPage(this.resource);
  private readonly changed = loaded(
    this.api.rows(
      this.runId,
      () => 'updated',
      () => 1,
      changesShown,
    ),
  );
  protected readonly isLoading = this.resource.isLoading;
  protected readonly fields = computed(() =>
    shownFields(this.run().kind, this.run().columns, this.rows.rows()),
  );
  /** The row whose cells are open for mending. */
  protected readonly openRow = signal<number | null>(null);
  protected readonly missing = computed(() => seatsMissing(this.run()));
  protected readonly importable = computed(() => writable(this.counts(), this.missing()));
  protected readonly size = rowsOnPage;
  protected readonly mapped = computed(() => Object.keys(this.run().columns).length);
  protected readonly parts = computed<readonly StackPart[]>(() =>
    rowOutcomes.map((outcome) => ({
      label: this.words(`roster.legend.${outcome}`),
      count: this.counts()[outcome],
      tone: tones[outcome],
    })),
  );
  /** A few changes in words, so that a wrong column is seen before it is written. */
  protected readonly changes = computed(() =>
    (this.changed.value()?.rows ?? [])
      .flatMap((row) => row.changes.map((change) => ({ row, change })))
      .slice(0, changesShown),
  );

  protected cellProblem(row: RosterRowView, field: RosterField): string | null {
    return row.problems.find((problem) => problem.field === field)?.message ?? null;
  }

  protected rowProblem(row: RosterRowView): string | null {
    return row.problems.find(({ field }) => field === null)?.message ?? null;
  }

  protected nameOf({ cells }: RosterRowView): string {
    return cells.fullName ?? cells.name ?? cells.nip ?? cells.code ?? '';
  }

  /** A value as readers know it: codes in words. */
  protected worded({ field }: FieldChange, value: string | null): string {
    if (value === null || value === '') return '–';
    if (field === 'kind')
      return employmentKindLabels[value as keyof typeof employmentKindLabels][this.locale()];
    return field === 'positionKind'
      ? positionKindLabels[value as keyof typeof positionKindLabels][this.locale()]
      : value;
  }

  protected toggle(row: RosterRowView): void {
    this.openRow.update((open) => (open === row.rowNumber ? null : row.rowNumber));
  }

  protected take(run: RosterView): void {
    this.openRow.set(null);
    this.mended.emit(run);
    this.resource.reload();
  }

  protected commit(): void {
    this.committed.emit(this.counts().rejected > 0 || this.missing() > 0 ? 'valid' : 'all');
  }
}

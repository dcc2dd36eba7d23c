import { Component, type Signal, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { type QuotaBand, quotaBandLabels, quotaBands, wordCell } from '@jenjang/shared/admission';
import { type EnrolmentState, enrolmentStateLabels, enrolmentStates } from '@jenjang/shared/enrolment';
import { nameWithTitles } from '@jenjang/shared/person';
import {
  type SelectionDecision,
  type SelectionRow,
  type StepStanding,
  selectionStepLabels,
  stepStandingLabels,
  stepStandings,
} from '@jenjang/shared/selection';
import { TranslocoPipe, translateObjectSignal } from '@jsverse/transloco';
import { LinkDialog } from '../approval';
import { CohortStore } from '../cohort';
import { loaded, loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell } from '../ui/data-table-slots';
import { Dock } from '../ui/dock';
import { Day, Figure, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import type { FilterTag, TableColumn } from '../ui/table.types';
import { EffectWords } from './effect-words';
import { FairnessPanel } from './fairness-panel';
import { SelectionActs } from './selection-acts';
import { SelectionApi } from './selection-api';
import { standingLooks, stateLooks } from './selection.looks';

/** Candidates of a cohort in the order of choosing, chosen in bulk with a preview of the effect. */
@Component({
  selector: 'j-selection-page',
  imports: [
    Banner,
    Card,
    Cell,
    DataTable,
    Day,
    Dock,
    FairnessPanel,
    Figure,
    Icon,
    MatButton,
    NipPipe,
    RouterLink,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  providers: [SelectionActs],
  templateUrl: './selection-page.html',
  styleUrl: './selection-page.css',
})
export class SelectionPage {
  protected readonly store = inject(CohortStore);
  private readonly acts = inject(SelectionActs);
  private readonly api = inject(SelectionApi);
  private readonly dialog = inject(MatDialog);
  private readonly effects = inject(EffectWords);
  private readonly words: Signal<Readonly<Record<string, string>>> = translateObjectSignal('column');
  protected readonly locale = inject(LocaleService).locale;

  protected readonly table = new UrlTableState(['unitId', 'band', 'state', 'step'], { sort: 'rank' });
  private readonly resource = this.api.candidates(this.store.id, this.table.query);
  private readonly overviewResource = this.api.overview(this.store.id);
  protected readonly candidates = loadedPage(this.resource);
  protected readonly overview = loaded(this.overviewResource).value;
  protected readonly isLoading = this.resource.isLoading;
  /** The choice of one cohort is not that of another. */
  protected readonly selected = linkedSignal<string, ReadonlySet<string>>({
    source: this.store.id,
    computation: () => new Set(),
  });
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** People whom the last decision refused, with reasons. */
  protected readonly refused = signal<readonly { readonly name: string; readonly why: string }[]>([]);

  protected readonly stateLooks = stateLooks;
  protected readonly standingLooks = standingLooks;
  protected readonly stateLabels = enrolmentStateLabels;
  protected readonly stepLabels = selectionStepLabels;
  protected readonly standingLabels = stepStandingLabels;
  protected readonly bandLabels = quotaBandLabels;
  protected readonly bands = quotaBands;
  protected readonly states = enrolmentStates;
  protected readonly standings = stepStandings;
  protected readonly wordCell = wordCell;
  protected readonly none: ReadonlySet<string> = new Set();
  protected readonly keyOf = (row: SelectionRow): string => row.enrolmentId;
  protected readonly nameOf = (row: SelectionRow): string => nameWithTitles(row);

  protected readonly columns = computed<readonly TableColumn<SelectionRow>[]>(() => {
    const heading = (key: string): string => this.words()[key] ?? '';
    return [
      { key: 'rank', heading: heading('rank'), sortable: true, numeric: true, width: '76px' },
      { key: 'name', heading: heading('name'), sortable: true },
      { key: 'fitness', heading: heading('fitness') },
      { key: 'state', heading: heading('state'), sortable: true, width: '160px' },
    ];
  });
  protected readonly tags = computed<readonly FilterTag[]>(() => {
    const { unitId, band, state, step } = this.table.state().filters;
    const tag = (key: string, label: string, value: string | undefined): readonly FilterTag[] =>
      value ? [{ key, label: this.words()[label] ?? '', value }] : [];
    const locale = this.locale();
    return [
      ...tag('unitId', 'unit', this.overview()?.units.find(({ id }) => id === unitId)?.name),
      ...tag('band', 'band', band ? quotaBandLabels[band as QuotaBand][locale] : ''),
      ...tag('state', 'state', state ? enrolmentStateLabels[state as EnrolmentState][locale] : ''),
      ...tag('step', 'steps', step ? stepStandingLabels[step as StepStanding][locale] : ''),
    ];
  });
  /** What may be decided in bulk; taking a rejection back is offered by its undo. */
  protected readonly decisions = computed(() =>
    (this.overview()?.allowedDecisions ?? []).filter((decision) => decision !== 'reopen'),
  );

  protected whyNot({ shortfalls, movedTo }: SelectionRow): string {
    if (movedTo !== null)
      return this.effects.refusal({ code: 'selection.movedUnit', facts: { unit: movedTo } });
    return this.effects.shortfalls(shortfalls, this.overview()?.names ?? {});
  }

  protected async decide(decision: SelectionDecision): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const decided = await this.acts.decide(decision, [...this.selected()], () => this.reload());
      if (decided === null) return;
      this.problem.set(decided.problem);
      this.refused.set(decided.refused.map((row) => ({ name: row.name, why: this.effects.refusal(row) })));
      if (decided.isStored) this.selected.set(new Set());
      this.reload();
    } finally {
      this.isBusy.set(false);
    }
  }

  protected openLinks(): void {
    const zone = this.overview()?.zone;
    if (zone === undefined) return;
    this.dialog.open(LinkDialog, {
      data: { id: this.store.id(), zone },
      width: '680px',
      maxWidth: 'calc(100vw - 32px)',
    });
  }

  protected async openMinutes(): Promise<void> {
    const { MinutesDialog } = await import('./minutes-dialog');
    const zone = this.overview()?.zone;
    this.dialog.open(MinutesDialog, {
      data: { id: this.store.id(), zone },
      width: '640px',
      maxWidth: 'calc(100vw - 32px)',
    });
  }

  protected reload(): void {
    this.resource.reload();
    this.overviewResource.reload();
    this.store.reload();
  }
}

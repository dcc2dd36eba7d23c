import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { problemWords } from '@jenjang/shared';
import type { SelectionStep } from '@jenjang/shared/admission';
import { nameWithTitles } from '@jenjang/shared/person';
import {
  type SelectionRow,
  type StepResultAnswer,
  type StepResultInput,
  type StepView,
  selectionStepLabels,
} from '@jenjang/shared/selection';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { CohortStore } from '../cohort';
import { loaded, loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Dock } from '../ui/dock';
import { EmptyState } from '../ui/empty-state';
import { Figure, NipPipe } from '../ui/format-pipes';
import { Pager } from '../ui/pager';
import { UrlTableState } from '../ui/table-state';
import { readPasted, scoreOf } from './paste.rules';
import { SelectionApi } from './selection-api';

/** What was written into one cell and is not saved yet. */
interface StepDraft {
  readonly passed?: boolean;
  readonly score?: string;
  readonly note?: string;
}

/** Judging the steps of the selection in a grid: documents, and scores typed or pasted. */
@Component({
  selector: 'j-step-page',
  imports: [Banner, Card, Dock, EmptyState, Figure, MatButton, NipPipe, Pager, RouterLink, TranslocoPipe],
  templateUrl: './step-page.html',
  styleUrl: './step-page.css',
})
export class StepPage {
  private readonly store = inject(CohortStore);
  private readonly api = inject(SelectionApi);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly stepLabels = selectionStepLabels;
  protected readonly nameOf = (row: SelectionRow): string => nameWithTitles(row);

  protected readonly table = new UrlTableState([], { sort: 'name', size: 100 });
  private readonly resource = this.api.candidates(this.store.id, this.table.query);
  protected readonly candidates = loadedPage(this.resource);
  protected readonly overview = loaded(this.api.overview(this.store.id)).value;
  protected readonly drafts = signal<ReadonlyMap<string, StepDraft>>(new Map());
  /** Why a cell was not saved, by its key. */
  protected readonly faults = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly problem = signal<string | null>(null);
  protected readonly isBusy = signal(false);
  private isPasted = false;
  protected readonly count = computed(() => this.drafts().size);

  protected key(row: SelectionRow, step: SelectionStep): string {
    return `${row.enrolmentId} ${step}`;
  }

  protected draft(row: SelectionRow, step: SelectionStep): StepDraft | undefined {
    return this.drafts().get(this.key(row, step));
  }

  /** What the documents are at the moment, drafts first; null when nothing was said. */
  protected isPassed(row: SelectionRow, view: StepView): boolean | null {
    const drafted = this.draft(row, view.step)?.passed;
    if (drafted !== undefined) return drafted;
    return view.standing === 'missing' ? null : view.standing === 'passed';
  }

  protected write(row: SelectionRow, step: SelectionStep, change: StepDraft): void {
    const key = this.key(row, step);
    this.drafts.update((drafts) => new Map([...drafts, [key, { ...drafts.get(key), ...change }]]));
    this.faults.update((faults) => new Map([...faults].filter(([other]) => other !== key)));
  }

  /** Several lines at once fill the cells from here down, or those of the NIP that a line names. */
  protected paste(event: ClipboardEvent, index: number): void {
    const lines = readPasted(event.clipboardData?.getData('text/plain') ?? '');
    if (lines.length < 2 && (lines[0]?.nip ?? null) === null) return;
    event.preventDefault();
    this.isPasted = true;
    const rows = this.candidates.rows();
    for (const [at, { nip, score }] of lines.entries()) {
      const row = nip === null ? rows[index + at] : rows.find((candidate) => candidate.nip === nip);
      if (row && score !== null) this.write(row, 'substance', { score: String(score).replace('.', ',') });
    }
  }

  protected async save(): Promise<void> {
    if (this.isBusy() || this.count() === 0) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const results = this.inputs();
      const source = this.isPasted ? 'paste' : 'sheet';
      const answers =
        results.length > 0 ? await this.api.saveResults(this.store.id(), { results, source }) : [];
      this.settle(answers);
      this.resource.reload();
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  /** Everything drafted as the server takes it; scores that are none stay behind with a fault. */
  private inputs(): StepResultInput[] {
    const faults = new Map<string, string>();
    const inputs = this.candidates.rows().flatMap((row) =>
      row.steps.flatMap((view): StepResultInput[] => {
        const draft = this.draft(row, view.step);
        if (!draft) return [];
        const base = { enrolmentId: row.enrolmentId, step: view.step, supersedes: view.resultId };
        if (view.step === 'administration') {
          const passed = this.isPassed(row, view);
          const note = passed === false ? (draft.note ?? view.note) : '';
          return passed === null ? [] : [{ ...base, passed, note }];
        }
        const score = scoreOf(draft.score ?? '');
        if (score !== null) return [{ ...base, score }];
        faults.set(this.key(row, view.step), this.transloco.translate('selection.step.notScore'));
        return [];
      }),
    );
    this.faults.set(faults);
    return inputs;
  }

  private settle(answers: readonly StepResultAnswer[]): void {
    const refused = answers.filter(({ outcome }) => outcome === 'refused');
    const keyOf = ({ enrolmentId, step }: StepResultAnswer): string => `${enrolmentId} ${step}`;
    const done = new Set(answers.filter(({ outcome }) => outcome !== 'refused').map(keyOf));
    this.drafts.update((drafts) => new Map([...drafts].filter(([key]) => !done.has(key))));
    const worded = refused.map(
      (answer) =>
        [keyOf(answer), problemWords(answer.code ?? '', {})[this.locale() === 'en' ? 1 : 0]] as const,
    );
    this.faults.update((faults) => new Map([...faults, ...worded]));
    this.isPasted = false;
    this.notices.show(this.transloco.translate('selection.step.saved', { count: done.size }), 'ok');
  }
}

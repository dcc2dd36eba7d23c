import {
  Component,
  DestroyRef,
  DOCUMENT,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ScoreRow } from '@jenjang/shared/assessment';
import { finalScoreOf } from '@jenjang/shared/graduation';
import { formatNumber } from '@jenjang/shared/platform';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { Dock } from '../ui/dock';
import { EmptyState } from '../ui/empty-state';
import { Figure, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { Pager } from '../ui/pager';
import { SearchField } from '../ui/search-field';
import { ScoreApi } from './score-api';
import {
  type CellPlace,
  type CellProblem,
  type Drafts,
  answered,
  draftKey,
  pasted,
  problemOf,
  typed,
  wishesOf,
  withAnswers,
} from './score-draft.rules';

/** Scores of a cohort: a grid to type or paste into. Nothing is saved before it was looked at. */
@Component({
  selector: 'j-score-page',
  imports: [
    Banner,
    Card,
    Dock,
    EmptyState,
    Figure,
    Icon,
    MatButton,
    NipPipe,
    Pager,
    SearchField,
    TranslocoPipe,
  ],
  host: { class: 'stack page', '(keydown.control.s)': 'saveByKey($event)' },
  templateUrl: './score-page.html',
  styleUrl: './score-page.css',
})
export class ScorePage {
  readonly cohortId = input.required<string>();

  private readonly api = inject(ScoreApi);
  private readonly words = inject(ProblemText);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly locale = inject(LocaleService).locale;
  protected readonly q = signal('');
  protected readonly page = signal(1);
  protected readonly size = signal(100);
  protected readonly resource = this.api.grid(this.cohortId, () => ({
    ...(this.q() === '' ? {} : { q: this.q() }),
    page: String(this.page()),
    size: String(this.size()),
  }));
  private readonly found = loaded(this.resource);
  protected readonly grid = this.found.value;
  protected readonly problem = this.found.problem;
  protected readonly rows = linkedSignal<readonly ScoreRow[]>(() => this.grid()?.rows ?? []);
  protected readonly drafts = signal<Drafts>(new Map());
  protected readonly saveProblem = signal<string | null>(null);
  protected readonly isSaving = signal(false);
  protected readonly wrong = computed(
    () =>
      [...this.drafts().values()].filter((draft) => ['notScore', 'emptied'].includes(problemOf(draft) ?? ''))
        .length,
  );
  protected readonly conflicts = computed(
    () => [...this.drafts().values()].filter(({ answer }) => answer === 'conflict').length,
  );
  protected readonly ready = computed(() => wishesOf(this.drafts(), this.rows()).length);

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    const warn = (event: Event): void => (this.drafts().size > 0 ? event.preventDefault() : undefined);
    window?.addEventListener('beforeunload', warn);
    inject(DestroyRef).onDestroy(() => window?.removeEventListener('beforeunload', warn));
  }

  protected textOf(row: ScoreRow, component: string): string {
    const draft = this.drafts().get(draftKey(row.enrolmentId, component));
    const current = row.scores[component];
    return draft?.text ?? (current === undefined ? '' : formatNumber(current.value, this.locale()));
  }

  protected problemAt(row: ScoreRow, component: string): CellProblem | null {
    return problemOf(this.drafts().get(draftKey(row.enrolmentId, component)));
  }

  protected isDraft(row: ScoreRow, component: string): boolean {
    return this.drafts().has(draftKey(row.enrolmentId, component));
  }

  /** The final score as saved; a preview while drafts of the row are open. */
  protected finalScore(row: ScoreRow): number | null {
    const scores = Object.fromEntries(
      Object.entries(row.scores).map(([component, { value }]) => [component, value]),
    );
    for (const { component, value } of wishesOf(this.drafts(), [row])) scores[component] = value;
    return finalScoreOf(scores, this.grid()?.components ?? []);
  }

  protected type(row: ScoreRow, component: string, text: string): void {
    this.drafts.update((drafts) =>
      typed(drafts, draftKey(row.enrolmentId, component), text, row.scores[component]),
    );
  }

  protected paste(event: ClipboardEvent, from: CellPlace): void {
    const text = event.clipboardData?.getData('text') ?? '';
    const components = this.grid()?.components ?? [];
    if (!/[\t\r\n]/.test(text.trim())) return;
    event.preventDefault();
    for (const { row, column, text: cell } of pasted(text, from, this.rows().length, components.length)) {
      const [line, component] = [this.rows()[row], components[column]];
      if (line !== undefined && component !== undefined) this.type(line, component.code, cell);
    }
  }

  protected press(event: KeyboardEvent, { row, column }: CellPlace): void {
    const steps: Readonly<Record<string, number>> = {
      Enter: event.shiftKey ? -1 : 1,
      ArrowDown: 1,
      ArrowUp: -1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const cell = this.host.querySelector<HTMLInputElement>(
      `[data-cell="${String(row + step)}-${String(column)}"]`,
    );
    cell?.focus();
    cell?.select();
  }

  /** Gives in to the score that somebody else recorded. */
  protected yield(row: ScoreRow, component: string): void {
    this.drafts.update(
      (drafts) => new Map([...drafts].filter(([key]) => key !== draftKey(row.enrolmentId, component))),
    );
  }

  protected discard(): void {
    this.drafts.set(new Map());
    this.saveProblem.set(null);
  }

  protected saveByKey(event: Event): void {
    event.preventDefault();
    void this.save();
  }

  protected async save(): Promise<void> {
    if (this.isSaving() || this.ready() === 0) return;
    const reason = await this.reason();
    if (reason === null) return;
    const sent = this.drafts();
    this.isSaving.set(true);
    this.saveProblem.set(null);
    try {
      const answers = await this.api.save(this.cohortId(), wishesOf(sent, this.rows(), reason));
      this.rows.set(withAnswers(this.rows(), answers));
      this.drafts.set(answered(this.drafts(), sent, answers));
      const saved = answers.filter(({ outcome }) => outcome === 'saved').length;
      this.notices.show(this.transloco.translate('assessment.saved', { count: saved }), 'ok');
    } catch (error) {
      this.saveProblem.set(this.words.of(error));
    } finally {
      this.isSaving.set(false);
    }
  }

  protected search(words: string): void {
    this.q.set(words);
    this.page.set(1);
  }

  /** Corrections after the end need one; undefined when none is needed, null when the scorer thinks better of it. */
  private async reason(): Promise<string | undefined | null> {
    const isCorrection = wishesOf(this.drafts(), this.rows()).some(({ supersedes }) => supersedes !== null);
    if (this.grid()?.cohortCompleted !== true || !isCorrection) return undefined;
    const asked = await this.confirm.ask({
      heading: this.transloco.translate('assessment.correction.heading'),
      text: this.transloco.translate('assessment.correction.text'),
      action: this.transloco.translate('assessment.correction.action'),
      reasonLabel: this.transloco.translate('assessment.correction.reason'),
    });
    return asked?.reason ?? null;
  }
}

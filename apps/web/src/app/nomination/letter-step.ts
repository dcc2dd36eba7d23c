import { Component, computed, effect, inject, input, linkedSignal, output, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { letterIsNeeded, letterProblems, type NominationDesk } from '@jenjang/shared/nomination';
import { localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { smallerPhoto } from '../absence';
import { type FieldError, showProblems } from '../platform/form';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Dock } from '../ui/dock';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { FileDrop } from '../ui/file-drop';
import { Icon } from '../ui/icon';
import { NominationApi } from './nomination-api';
import type { NominationDraft } from './nomination-draft.rules';

const text = (): FormControl<string> => new FormControl('', { nonNullable: true });

/** The letter: its number, its date, a scan or a photo of it. */
@Component({
  selector: 'j-letter-step',
  imports: [
    Banner,
    Card,
    Dock,
    ErrorSummary,
    Field,
    FieldControl,
    FileDrop,
    Icon,
    MatButton,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  templateUrl: './letter-step.html',
  styles: `
    :host,
    .fields {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
    }
    j-error-summary:not(:has(*)) {
      display: none;
    }
    .file {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s3);
      margin: 0;
    }
    .label {
      margin: 0 0 var(--s1);
      font-weight: 600;
      color: var(--ink);
    }
  `,
})
export class LetterStep {
  readonly desk = input.required<NominationDesk>();
  readonly draft = input.required<NominationDraft>();
  readonly changed = output<Partial<NominationDraft>>();
  readonly next = output();

  private readonly api = inject(NominationApi);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('nomination');
  protected readonly form = new FormGroup({ letterNumber: text(), letterOn: text(), note: text() });
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly isSending = signal(false);
  protected readonly fileProblem = signal<string | null>(null);
  protected readonly isNeeded = computed(() => letterIsNeeded(this.desk().route));
  protected readonly today = computed(() => localDate(Date.now(), this.desk().zone));
  protected readonly labels = computed(() =>
    Object.fromEntries(
      ['letterNumber', 'letterOn', 'letterFileId'].map((field) => [
        field,
        this.words(`nomination.field.${field}`),
      ]),
    ),
  );
  private readonly first = linkedSignal(() => this.draft());

  constructor() {
    let filled = false;
    effect(() => {
      if (filled) return;
      filled = true;
      const { letterNumber, letterOn, note } = this.first();
      this.form.setValue({ letterNumber, letterOn, note }, { emitEvent: false });
    });
    this.form.valueChanges
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.changed.emit(this.form.getRawValue()));
  }

  protected async attach(file: File): Promise<void> {
    this.isSending.set(true);
    this.fileProblem.set(null);
    try {
      const { id, name } = await this.api.sendLetter(await smallerPhoto(file));
      this.changed.emit({ letterFile: { id, name } });
    } catch (error) {
      this.fileProblem.set(this.problems.of(error));
    } finally {
      this.isSending.set(false);
    }
  }

  protected forget(): void {
    this.changed.emit({ letterFile: null });
  }

  /** The same rule as the server's, so that nobody learns on the last page what is missing on this. */
  protected goOn(): void {
    const { letterNumber, letterOn } = this.form.getRawValue();
    const letter = {
      letterNumber: letterNumber.trim(),
      letterOn: letterOn || null,
      letterFileId: this.draft().letterFile?.id ?? null,
    };
    const found = letterProblems(letter, this.desk().route, this.today());
    const worded = found.map(({ path, code }) => ({
      path,
      code,
      message: this.words(`nomination.problem.${code.slice(11)}`),
    }));
    const shown = showProblems(this.form, worded);
    this.errors.set(shown.map((error, index) => ({ ...error, path: worded[index]?.path ?? error.path })));
    this.fileProblem.set(worded.find(({ path }) => path === 'letterFileId')?.message ?? null);
    if (found.length === 0) this.next.emit();
  }
}

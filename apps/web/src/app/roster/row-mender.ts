import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type RosterField,
  type RosterRowView,
  type RosterView,
  rosterFieldLabels,
  rosterHints,
} from '@jenjang/shared/roster';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { fieldsToMend, offered } from './preview.rules';
import { RosterApi } from './roster-api';

/** Writes over what is wrong in a row and has the file judged again. */
@Component({
  selector: 'j-row-mender',
  imports: [Banner, MatButton, TranslocoPipe],
  template: `<form (submit)="send($event)">
      @for (field of fields(); track field) {
        <div class="one">
          <div>
            <label [attr.for]="'mend-' + field">{{
              'roster.cellOfRow' | transloco: { field: labels[field][locale()], row: row().rowNumber }
            }}</label>
            <input
              #cell
              class="control"
              [id]="'mend-' + field"
              [value]="values()[field] ?? ''"
              (input)="write(field, cell.value)"
            />
          </div>
          @if (helpOf(field); as words) {
            <p class="muted small">{{ words }}</p>
          }
        </div>
      }
      <button matButton="outlined" class="sm" type="submit" disabledInteractive [disabled]="isBusy()">
        {{ 'roster.useAndCheck' | transloco }}
      </button>
    </form>
    @if (problem(); as words) {
      <j-banner tone="bad">{{ words }}</j-banner>
    }`,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      justify-content: space-between;
      gap: var(--s3) var(--s4);
      padding-left: 60px;
    }
    .one {
      display: flex;
      flex: 1 1 420px;
      flex-wrap: wrap;
      align-items: flex-end;
      gap: var(--s2) var(--s4);
    }
    .one > div {
      flex: 0 1 240px;
    }
    .one p {
      flex: 1 1 160px;
      margin: 0 0 var(--s2);
    }
    label {
      display: block;
      margin-bottom: var(--s1);
      font-weight: 600;
      color: var(--ink);
    }
    @media (max-width: 800px) {
      form {
        padding-left: 0;
      }
      .one,
      .one > div,
      form button {
        flex: 1 1 100%;
      }
    }
  `,
})
export class RowMender {
  readonly runId = input.required<string>();
  readonly row = input.required<RosterRowView>();
  /** The fields that the table shows. */
  readonly shown = input.required<readonly RosterField[]>();
  readonly mended = output<RosterView>();

  private readonly api = inject(RosterApi);
  private readonly problemText = inject(ProblemText);
  private readonly words = wordsOf('roster');
  protected readonly locale = inject(LocaleService).locale;
  protected readonly labels = rosterFieldLabels;
  protected readonly fields = computed(() => fieldsToMend(this.row(), this.shown()));
  protected readonly values = signal<Readonly<Partial<Record<RosterField, string>>>>({});
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    effect(() =>
      this.values.set(Object.fromEntries(this.fields().map((field) => [field, offered(this.row(), field)]))),
    );
  }

  protected write(field: RosterField, text: string): void {
    this.values.update((values) => ({ ...values, [field]: text }));
  }

  /** Where an offer comes from, else how the column is filled. */
  protected helpOf(field: RosterField): string | null {
    const suggestion = this.row().problems.find((problem) => problem.field === field)?.suggestion;
    if (suggestion) return this.words(`roster.suggested.${suggestion.why}`);
    return rosterHints[field]?.[this.locale()] ?? null;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const { row, run } = await this.api.mend(this.runId(), this.row().rowNumber, this.values());
      if (row.outcome === 'rejected') this.problem.set(row.problems.map(({ message }) => message).join('. '));
      this.mended.emit(run);
    } catch (error) {
      this.problem.set(this.problemText.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}

import { Component, ElementRef, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type QuotaBand, type QuotaView, quotaBandLabels, quotaBands } from '@jenjang/shared/admission';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { AppProblem } from '../platform/problem';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Figure } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { AdmissionApi } from './admission-api';
import {
  type GridRow,
  type GridValues,
  keyOf,
  parsePasted,
  pasteAt,
  rowsOf,
  seatsOf,
  stepOf,
  totalsOf,
} from './matrix-grid.rules';
import { laterOf } from './later';

/** Seats of a cohort by unit and echelon: written like a spreadsheet, pasted out of one, saved as a whole. */
@Component({
  selector: 'j-quota-matrix',
  imports: [Banner, Card, Figure, Icon, MatButton, TranslocoPipe],
  templateUrl: './quota-matrix.html',
  styleUrl: './quota-matrix.css',
})
export class QuotaMatrix {
  private readonly api = inject(AdmissionApi);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  protected readonly locale = inject(LocaleService).locale;
  readonly cohortId = input.required<string>();
  readonly quota = input.required<QuotaView>();
  readonly saved = output();

  protected readonly labels = quotaBandLabels;
  protected readonly deep = signal(false);
  protected readonly busy = signal(false);
  /** What is written, by cell; begins with what is stored. */
  protected readonly values = linkedSignal<QuotaView, GridValues>({
    source: this.quota,
    computation: ({ cells }) =>
      Object.fromEntries(cells.map(({ unitId, band, seats }) => [keyOf(unitId, band), seats])),
  });
  protected readonly taken = computed(
    () => new Map(this.quota().cells.map(({ unitId, band, taken }) => [keyOf(unitId, band), taken])),
  );
  protected readonly rows = computed<readonly GridRow[]>(() => {
    const used = new Set(this.quota().cells.map(({ unitId }) => unitId));
    const units = this.quota().units.filter(
      ({ id, depth }) => depth === 1 || used.has(id) || (this.deep() && depth > 1),
    );
    return rowsOf(units);
  });
  protected readonly columns = computed<readonly (QuotaBand | null)[]>(() => {
    const people = new Set(this.quota().units.flatMap((unit) => Object.keys(unit.people)));
    const used = new Set(this.quota().cells.map(({ band }) => band));
    return [...quotaBands.filter((band) => people.has(band) || used.has(band)), null];
  });
  protected readonly totals = computed(() => totalsOf(this.rows(), this.columns(), this.values()));
  protected readonly over = computed(() => this.totals().all - this.quota().capacity);
  protected readonly changed = computed(
    () => JSON.stringify(this.cells()) !== JSON.stringify(this.cellsOf(this.stored())),
  );
  private readonly stored = computed<GridValues>(() =>
    Object.fromEntries(this.quota().cells.map(({ unitId, band, seats }) => [keyOf(unitId, band), seats])),
  );
  protected readonly cells = computed(() => this.cellsOf(this.values()));
  private readonly asked = laterOf(() =>
    this.changed() ? { version: this.quota().version, cells: this.cells() } : null,
  );
  protected readonly effects = loaded(this.api.effects(this.cohortId, this.asked));
  protected readonly faults = computed(() => (this.changed() ? (this.effects.value()?.problems ?? []) : []));
  protected readonly wrong = computed(() => new Set(this.faults().flatMap(({ cells }) => cells)));
  protected readonly moving = computed(() =>
    this.changed() ? (this.effects.value()?.moves ?? []).reduce((sum, { people }) => sum + people, 0) : 0,
  );

  protected readonly key = keyOf;

  protected peopleOf(unitId: string | null, band: QuotaBand | null): number | null {
    if (band === null) return null;
    const units = this.quota().units;
    const counted =
      unitId === null ? units.filter(({ depth }) => depth === 0) : units.filter(({ id }) => id === unitId);
    return counted.reduce((sum, { people }) => sum + (people[band] ?? 0), 0);
  }

  protected leftOf(key: string): number {
    return (this.values()[key] ?? 0) - (this.taken().get(key) ?? 0);
  }

  protected write(key: string, field: HTMLInputElement): void {
    const seats = seatsOf(field.value);
    if (seats === null) field.value = String(this.values()[key] ?? '');
    else this.values.set({ ...this.values(), [key]: seats });
  }

  protected step(event: KeyboardEvent, row: number, column: number): void {
    const field = event.target as HTMLInputElement;
    const inside =
      event.key === 'ArrowLeft'
        ? field.selectionStart !== 0
        : event.key === 'ArrowRight' && field.selectionEnd !== field.value.length;
    const next = inside
      ? null
      : stepOf(event.key, { row, column }, { rows: this.rows().length, columns: this.columns().length });
    if (!next) return;
    event.preventDefault();
    this.focus(next.row, next.column);
  }

  protected paste(event: ClipboardEvent, row: number, column: number): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    this.values.set(pasteAt(this.rows(), this.columns(), this.values(), { row, column }, parsePasted(text)));
  }

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.saveQuota(this.cohortId(), { version: this.quota().version, cells: this.cells() });
      this.notices.show(this.transloco.translate('admission.quota.saved'), 'ok');
      this.saved.emit();
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
      if (error instanceof AppProblem && error.code === 'conflict.stale') this.saved.emit();
    } finally {
      this.busy.set(false);
    }
  }

  protected reset(): void {
    this.values.set(this.stored());
  }

  /** Cells with seats, and those that are held even when nothing is written in them any more. */
  private cellsOf(values: GridValues): { unitId: string | null; band: QuotaBand | null; seats: number }[] {
    return Object.entries(values)
      .filter(([key, seats]) => seats > 0 || (this.taken().get(key) ?? 0) > 0)
      .map(([key, seats]) => {
        const [unit, band] = key.split('/');
        return {
          unitId: unit === '*' ? null : (unit ?? null),
          band: band === '*' ? null : (band as QuotaBand),
          seats,
        };
      })
      .sort((a, b) => keyOf(a.unitId, a.band).localeCompare(keyOf(b.unitId, b.band)));
  }

  private focus(row: number, column: number): void {
    const field = this.host.nativeElement.querySelector<HTMLInputElement>(
      `[data-at="${String(row)},${String(column)}"]`,
    );
    field?.focus();
    field?.select();
  }
}

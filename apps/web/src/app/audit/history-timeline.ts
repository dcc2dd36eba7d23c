import { Component, type Signal, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { HistoryEntry, HistoryKind } from '@jenjang/shared/audit';
import type { Zone } from '@jenjang/shared/platform';
import { TranslocoPipe, provideTranslocoScope, translateObjectSignal } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { LocaleService } from '../platform/locale';
import { loaded } from '../platform/loaded';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { EmptyState } from '../ui/empty-state';
import { Moment } from '../ui/format-pipes';
import { AuditApi, pageSize } from './audit-api';
import { deedOf, nameOf, wordChanges } from './history-words.rules';
import type { HistoryWords } from './history.types';

type Words = Readonly<Record<string, string>>;

/** The story of a record, newest first: who, when, what from and to, and why. Brings its own words. */
@Component({
  selector: 'j-history-timeline',
  imports: [Banner, EmptyState, MatButton, Moment, TranslocoPipe],
  providers: [provideTranslocoScope('audit')],
  templateUrl: './history-timeline.html',
  styleUrl: './history-timeline.css',
})
export class HistoryTimeline {
  readonly kind = input.required<HistoryKind>();
  readonly recordId = input.required<string>();
  /** In which the times are told: that of the place the record belongs to. */
  readonly zone = input.required<Zone>();

  private readonly api = inject(AuditApi);
  private readonly problems = inject(ProblemText);
  private readonly locale = inject(LocaleService).locale;
  protected readonly newest = rxResource({
    params: () => ({ kind: this.kind(), id: this.recordId() }),
    stream: ({ params }) => this.api.history(params.kind, params.id),
  });
  private readonly first = loaded(this.newest);
  /** What was asked for beyond the first page; gone when another record is shown. */
  private readonly older = linkedSignal<readonly HistoryEntry[] | null, readonly HistoryEntry[]>({
    source: this.first.value,
    computation: () => [],
  });
  private readonly fields: Signal<Words> = translateObjectSignal('field');
  private readonly truth: Signal<Words> = translateObjectSignal('truth');

  protected readonly olderProblem = signal<string | null>(null);
  protected readonly problem = computed(() => this.first.problem() ?? this.olderProblem());
  private readonly entries = computed(() => [...(this.first.value() ?? []), ...this.older()]);
  protected readonly mayHaveMore = computed(
    () => this.entries().length > 0 && this.entries().length % pageSize === 0,
  );
  private readonly words = computed<HistoryWords>(() => ({
    locale: this.locale(),
    zone: this.zone(),
    fields: this.fields(),
    yes: this.truth()['yes'] ?? '',
    no: this.truth()['no'] ?? '',
  }));
  protected readonly events = computed(() =>
    this.entries().map((entry) => ({
      ...entry,
      deed: deedOf(entry),
      name: nameOf(entry),
      changes: wordChanges(entry, this.words()),
    })),
  );

  protected async showOlder(): Promise<void> {
    const last = this.entries().at(-1);
    if (last === undefined) return;
    try {
      const more = await firstValueFrom(this.api.history(this.kind(), this.recordId(), last.id));
      this.older.update((shown) => [...shown, ...more]);
      this.olderProblem.set(null);
    } catch (error) {
      this.olderProblem.set(this.problems.of(error));
    }
  }
}

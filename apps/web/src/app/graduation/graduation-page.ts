import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import {
  type CriterionResult,
  type GraduationGroup,
  type GraduationRow,
  type Verdict,
  graduationGroups,
  wordOutcome,
  wordResult,
} from '@jenjang/shared/graduation';
import { type Locale, formatNumber, formatPercent } from '@jenjang/shared/platform';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell } from '../ui/data-table-slots';
import { Moment, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import type { FilterTag, TableColumn } from '../ui/table.types';
import { DecisionDock } from './decision-dock';
import { GraduationApi } from './graduation-api';
import { GraduationDetail } from './graduation-detail';
import { criterionLooks, verdictLooks } from './graduation.looks';

/** Everyone of a cohort against its criteria: see, select, preview, decide. */
@Component({
  selector: 'j-graduation-page',
  imports: [
    Card,
    Cell,
    DataTable,
    DecisionDock,
    GraduationDetail,
    Icon,
    MatButton,
    Moment,
    NipPipe,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  host: { class: 'stack page' },
  templateUrl: './graduation-page.html',
  styleUrl: './graduation-page.css',
})
export class GraduationPage {
  readonly cohortId = input.required<string>();

  private readonly api = inject(GraduationApi);
  private readonly dialog = inject(MatDialog);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(LocaleService).locale;
  /** Emits once the words of this feature are there, and again in another language. */
  protected readonly wording = toSignal(
    this.transloco.selectTranslate<string>('search', {}, { scope: 'graduation' }),
  );
  protected readonly table = new UrlTableState(['group']);
  protected readonly resource = this.api.list(this.cohortId, () => this.query());
  private readonly found = loaded(this.resource);
  protected readonly problem = this.found.problem;
  /** The last page stays while the next one loads. */
  protected readonly list = linkedSignal<
    ReturnType<typeof this.found.value>,
    ReturnType<typeof this.found.value>
  >({
    source: this.found.value,
    computation: (list, previous) => list ?? previous?.value ?? null,
  });
  protected readonly rows = computed(() => this.list()?.rows ?? []);
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly open = signal<GraduationRow | null>(null);
  protected readonly groups = computed(() => {
    const counts = this.list()?.counts;
    const all = counts === undefined ? 0 : Object.values(counts).reduce((sum, count) => sum + count, 0);
    const shown = graduationGroups.filter((group) => (counts?.[group] ?? 0) > 0 || group === 'undecided');
    return [
      { group: '' as const, count: all },
      ...shown.map((group) => ({ group, count: counts?.[group] ?? 0 })),
    ];
  });
  protected readonly group = computed(() => this.table.state().filters['group'] ?? '');
  protected readonly columns = computed(() => this.columnsOf());
  protected readonly tags = computed<readonly FilterTag[]>(() => {
    const q = this.table.state().q;
    return q === '' ? [] : [{ key: 'q', label: this.wording() ?? '', value: q }];
  });
  protected readonly nobody: ReadonlySet<string> = new Set();
  protected readonly keyOf = (row: GraduationRow): string => row.enrolmentId;
  protected readonly nameOf = (row: GraduationRow): string => row.name;
  protected readonly criterionLooks = criterionLooks;
  protected readonly verdictLooks = verdictLooks;

  protected word(verdict: Verdict): string {
    return verdict === 'open'
      ? this.transloco.translate('graduation.open')
      : wordOutcome(verdict, this.locale());
  }

  protected valueOf(result: CriterionResult): string {
    if (result.value === null) return this.transloco.translate('graduation.waiting');
    if (result.criterion === 'attendance') return formatPercent(result.value, this.locale());
    if (result.criterion === 'modules') return `${String(result.value)}/${String(result.threshold)}`;
    return formatNumber(result.value, this.locale());
  }

  protected sentence(result: CriterionResult): string {
    const { sentence, stateWord } = wordResult(result, this.locale());
    return `${sentence}. ${stateWord}`;
  }

  protected show(group: GraduationGroup | ''): void {
    this.table.setFilter('group', group);
  }

  protected removeTag(): void {
    this.table.change({ q: '' });
  }

  protected decided(): void {
    this.selected.set(new Set());
    this.open.set(null);
    this.resource.reload();
  }

  protected async tryCriteria(): Promise<void> {
    const { DryRunDialog } = await import('./dry-run-dialog');
    const percent = this.list()?.criteria.minAttendancePercent ?? null;
    this.dialog.open(DryRunDialog, {
      data: { cohortId: this.cohortId(), percent },
      width: '640px',
      maxWidth: 'calc(100vw - 32px)',
    });
  }

  private query(): Readonly<Record<string, string>> {
    const { sort: _sort, ...query } = this.table.query();
    return query;
  }

  /** One column per criterion, with its threshold under the heading. */
  private columnsOf(): readonly TableColumn<GraduationRow>[] {
    const words = (key: string): string => this.transloco.translate(`graduation.column.${key}`);
    this.wording();
    const locale = this.locale();
    const criteria = (this.rows()[0]?.live.results ?? []).map((result, index) => ({
      key: `c${String(index)}`,
      numeric: true,
      heading: wordResult(result, locale).title,
      note: result.criterion === 'modules' ? words('required') : `min. ${thresholdOf(result, locale)}`,
    }));
    return [
      { key: 'name', heading: words('name') },
      ...criteria,
      {
        key: 'verdict',
        heading: words('verdict'),
        note: this.transloco.translate('graduation.ruleVersion', {
          number: this.list()?.curriculumNumber ?? '',
        }),
      },
      { key: 'decision', heading: words('decision'), note: words('decisionNote') },
    ];
  }
}

function thresholdOf({ criterion, threshold }: CriterionResult, locale: Locale): string {
  return criterion === 'attendance' ? formatPercent(threshold, locale) : formatNumber(threshold, locale);
}

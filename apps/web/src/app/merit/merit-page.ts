import { Component, type Signal, computed, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { certificateStateLabels } from '@jenjang/shared/certificate';
import { type FilterNames, type MeritRecord, meritBands, wordMeritFilter } from '@jenjang/shared/merit';
import { echelonBandLabels, employmentKindLabels, employmentKinds } from '@jenjang/shared/person';
import { type Locale, formatDate } from '@jenjang/shared/platform';
import { TranslocoPipe, translateObjectSignal } from '@jsverse/transloco';
import { certificateLooks } from '../certificate';
import { LocaleService } from '../platform/locale';
import { loadedPage } from '../platform/loaded';
import { SignInStore } from '../platform/sign-in-store';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell } from '../ui/data-table-slots';
import { FilterTags } from '../ui/filter-tags';
import { Day, Figure, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import type { FilterTag } from '../ui/table.types';
import { EarlierExports } from './earlier-exports';
import { ExportPanel } from './export-panel';
import { MeritApi } from './merit-api';
import { MeritChoices } from './merit-choices';
import { type FilterKey, filterKeys, filterOf, namedValue } from './merit.rules';

type Words = Readonly<Record<string, string>>;

const states: readonly MeritRecord['state'][] = ['active', 'suspended', 'revoked', 'superseded'];

/** What HR reads: the certificates of the agency's people, narrowed in words, and taken away as a file with its proof. */
@Component({
  selector: 'j-merit-page',
  imports: [
    Card,
    Cell,
    DataTable,
    Day,
    EarlierExports,
    ExportPanel,
    Figure,
    FilterTags,
    Icon,
    MatButton,
    NipPipe,
    PageHeader,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  providers: [MeritChoices],
  templateUrl: './merit-page.html',
  styleUrl: './merit-page.css',
})
export class MeritPage {
  private readonly locale = inject(LocaleService).locale;
  private readonly dialog = inject(MatDialog);
  protected readonly store = inject(SignInStore);
  protected readonly choices = inject(MeritChoices);
  protected readonly table = this.choices.table;
  protected readonly records = inject(MeritApi).records(this.table.query);
  protected readonly list = loadedPage(this.records);
  private readonly words: Signal<Words> = translateObjectSignal('filter');

  protected readonly looks = certificateLooks;
  protected readonly filter = computed(() => filterOf(this.table.state()));
  protected readonly isFiltered = computed(() => Object.keys(this.filter()).length > 0);
  private readonly names = computed<FilterNames>(() => {
    const { agencyId = '', unitId = '', programmeId = '', personId = '' } = this.filter();
    return {
      agency: this.choices.nameOfAgency(agencyId),
      unit: this.choices.nameOfUnit(unitId),
      programme: this.choices.nameOfProgramme(programmeId),
      person: this.list.rows().find((row) => row.personId === personId)?.name,
    };
  });
  /** The filter in the words that the manifest will carry. */
  protected readonly filterText = computed(() => wordMeritFilter(this.filter(), this.names(), this.locale()));
  protected readonly tags = computed<readonly FilterTag[]>(() =>
    filterKeys.flatMap((key) => {
      const value = this.filter()[key];
      return value === undefined
        ? []
        : [{ key, label: this.words()[key] ?? '', value: this.wordValue(key, value) }];
    }),
  );

  private readonly earlier = viewChild(EarlierExports);

  protected readonly keyOf = (row: MeritRecord): string => row.certificateId;
  protected readonly nameOf = (row: MeritRecord): string => `${row.name}, ${row.number}`;

  /** A file was made: it belongs to the earlier ones now. */
  protected noteExport(): void {
    this.earlier()?.reload();
  }

  protected stateWord(state: MeritRecord['state']): string {
    return certificateStateLabels[state][this.locale()];
  }

  /** Short in the table: `PNS`, `PPPK`. The long English forms belong to forms. */
  protected kindWord(kind: string | null): string {
    const known = employmentKinds.find((each) => each === kind);
    return known === undefined ? '–' : employmentKindLabels[known].id;
  }

  protected async openFilters(): Promise<void> {
    const { MeritFilterDialog } = await import('./merit-filter-dialog');
    this.dialog.open(MeritFilterDialog, {
      data: this.choices,
      width: '560px',
      maxWidth: 'calc(100vw - 32px)',
    });
  }

  protected async open(row: MeritRecord): Promise<void> {
    const { PersonPanel } = await import('./person-panel');
    this.dialog.open(PersonPanel, {
      data: { record: row, narrow: () => this.table.setFilter('personId', row.personId) },
      panelClass: 'j-drawer',
      autoFocus: 'dialog',
    });
  }

  private wordValue(key: FilterKey, value: string): string {
    const locale = this.locale();
    if (key === 'from' || key === 'to') return formatDate(value, locale, 'short');
    if (key === 'band') return bandWord(value, locale);
    if (key === 'state') return stateWordOf(value, locale);
    return namedValue(key, this.names()) ?? value;
  }
}

/** A band that the URL made up is told as it stands; the server refuses it. */
function bandWord(value: string, locale: Locale): string {
  const known = meritBands.find((band) => band === value);
  return known === undefined ? value : echelonBandLabels[known][locale];
}

function stateWordOf(value: string, locale: Locale): string {
  const known = states.find((state) => state === value);
  return known === undefined ? value : certificateStateLabels[known][locale];
}

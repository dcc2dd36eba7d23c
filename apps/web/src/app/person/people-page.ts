import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { treeOrder } from '@jenjang/shared/agency';
import {
  type PersonRow,
  employmentKindLabels,
  employmentKinds,
  eselonsOfPosition,
  nameWithTitles,
  nipToVerifyLabel,
  nipWarningLabels,
  positionKindLabels,
  positionKinds,
} from '@jenjang/shared/person';
import type { Locale, Wording } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { AgencyApi, AgencyChoice } from '../agency';
import { loaded, loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { wordsOf } from '../platform/words';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell } from '../ui/data-table-slots';
import { NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import type { FilterTag, TableColumn } from '../ui/table.types';
import { PersonApi } from './person-api';

/** The people within reach: who they are, where they work, and whose NIP is to be verified. */
@Component({
  selector: 'j-people-page',
  imports: [
    AgencyChoice,
    Card,
    Cell,
    DataTable,
    Icon,
    MatButton,
    NipPipe,
    PageHeader,
    RouterLink,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './people-page.html',
  styleUrl: './people-page.css',
})
export class PeoplePage {
  private readonly router = inject(Router);
  private readonly words = wordsOf('person');
  protected readonly store = inject(SignInStore);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly table = new UrlTableState(
    ['agencyId', 'unitId', 'kind', 'positionKind', 'eselon', 'warnings'],
    { sort: 'name' },
  );
  protected readonly resource = inject(PersonApi).people(this.table.query);
  protected readonly people = loadedPage(this.resource);
  private readonly tree = loaded(inject(AgencyApi).tree(() => this.filter('agencyId')));
  protected readonly units = computed(() =>
    treeOrder(this.tree.value() ?? []).filter(({ depth }) => depth < 3),
  );
  protected readonly kinds = employmentKinds;
  protected readonly kindLabels = employmentKindLabels;
  protected readonly positionKinds = positionKinds;
  protected readonly positionLabels = positionKindLabels;
  protected readonly eselons = [...new Set(Object.values(eselonsOfPosition).flat())];
  protected readonly toVerify = nipToVerifyLabel;
  protected readonly warningLabels = nipWarningLabels;
  protected readonly keyOf = (row: PersonRow): string => row.id;
  protected readonly nameOf = (row: PersonRow): string => nameWithTitles(row);

  protected readonly columns = computed<readonly TableColumn<PersonRow>[]>(() => [
    { key: 'name', heading: this.words('person.column.name'), sortable: true },
    { key: 'unit', heading: this.words('person.column.unit'), sortable: true },
    { key: 'position', heading: this.words('person.column.position'), sortable: true },
    { key: 'kind', heading: this.words('person.column.kind'), width: '140px' },
    {
      key: 'golongan',
      heading: this.words('person.column.golongan'),
      width: '110px',
      text: (row) => row.golongan,
    },
  ]);
  protected readonly tags = computed<readonly FilterTag[]>(() => {
    const tag = (key: string, value: string | undefined): FilterTag[] =>
      this.filter(key) === ''
        ? []
        : [{ key, label: this.words(`person.column.${key}`), value: value ?? this.filter(key) }];
    return [
      ...tag(
        'unitId',
        this.tree.value()?.find(({ id }) => id === this.filter('unitId'))?.name ??
          this.words('person.column.chosenUnit'),
      ),
      ...tag('kind', labelOf(employmentKindLabels, this.filter('kind'), this.locale())),
      ...tag('positionKind', labelOf(positionKindLabels, this.filter('positionKind'), this.locale())),
      ...tag('eselon', undefined),
      ...tag('warnings', nipToVerifyLabel[this.locale()]),
    ];
  });

  protected filter(name: string): string {
    return this.table.state().filters[name] ?? '';
  }

  protected chooseAgency(id: string): void {
    this.table.setFilter('agencyId', id);
  }

  protected open(row: PersonRow): void {
    void this.router.navigate(['/pegawai', row.id]);
  }

  protected warningsOf(row: PersonRow): string {
    return row.nipWarnings.map((warning) => nipWarningLabels[warning][this.locale()]).join('. ');
  }
}

/** The label of a code from the address, which may be none of ours. */
function labelOf(
  labels: Readonly<Record<string, Wording>>,
  code: string,
  locale: Locale,
): string | undefined {
  return labels[code]?.[locale];
}

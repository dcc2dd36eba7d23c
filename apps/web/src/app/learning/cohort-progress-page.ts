import { Component, computed, inject, input } from '@angular/core';
import type { CohortProgressRow } from '@jenjang/shared/learning';
import { TranslocoPipe } from '@jsverse/transloco';
import { deviceZone } from '../platform/device-zone';
import { loaded, loadedPage } from '../platform/loaded';
import { Bar } from '../ui/bar';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell } from '../ui/data-table-slots';
import { Figure, Moment, NipPipe } from '../ui/format-pipes';
import { SearchField } from '../ui/search-field';
import { UrlTableState } from '../ui/table-state';
import type { TableColumn } from '../ui/table.types';
import { LearningApi } from './learning-api';
import { wordsOf } from '../platform/words';

/** How far the participants of a cohort are: one column for each module with material. */
@Component({
  selector: 'j-cohort-progress-page',
  imports: [Bar, Card, Cell, DataTable, Figure, Moment, NipPipe, SearchField, TranslocoPipe],
  template: `<j-card [flush]="true">
    <j-data-table
      [caption]="'learning.cohort.title' | transloco"
      [columns]="columns()"
      [rows]="list.rows()"
      [total]="list.total()"
      [state]="table.state()"
      [loading]="resource.isLoading()"
      [problem]="list.problem()"
      [rowKey]="keyOf"
      [rowName]="nameOf"
      emptyIcon="users"
      [emptyHeading]="'learning.cohort.empty' | transloco"
      (stateChange)="table.change($event)"
      (filtersCleared)="table.clearFilters()"
      (retry)="resource.reload()"
    >
      <j-search-field
        tableTools
        [label]="'learning.cohort.search' | transloco"
        [value]="table.state().q"
        (searched)="table.change({ q: $event })"
      />
      <ng-template jCell="name" [jCellOf]="list.rows()" let-row>
        <b>{{ row.name }}</b><span class="sub"
          >{{ row.nip | nip }}
          @if (row.className) {
            · {{ row.className }}
          }
        </span>
      </ng-template>
      <ng-template jCell="completed" [jCellOf]="list.rows()" let-row>
        @let words =
          'learning.progress' | transloco: { done: (row.completed | figure), all: (row.required | figure) };
        {{ words }}
        <j-bar
          [value]="row.completed"
          [max]="row.required"
          [label]="words"
          [tone]="row.required > 0 && row.completed === row.required ? 'ok' : 'info'"
        />
      </ng-template>
      <ng-template jCell="lastStep" [jCellOf]="list.rows()" let-row>
        @if (row.lastStepAt) {
          {{ row.lastStepAt | moment: zone }}
        } @else {
          <span class="muted">{{ 'learning.cohort.never' | transloco }}</span>
        }
      </ng-template>
    </j-data-table>
  </j-card>`,
})
export class CohortProgressPage {
  /** From the URL. */
  readonly cohortId = input.required<string>();

  private readonly words = wordsOf('learning');
  protected readonly zone = deviceZone();
  protected readonly table = new UrlTableState([], { sort: 'name' });
  protected readonly resource = inject(LearningApi).ofCohort(this.cohortId, this.table.query);
  protected readonly list = loadedPage(this.resource);
  private readonly whole = loaded(this.resource);
  protected readonly columns = computed<readonly TableColumn<CohortProgressRow>[]>(() => {
    const modules = (this.whole.value()?.headings ?? []).filter(({ required }) => required > 0);
    return [
      { key: 'name', heading: this.words('learning.cohort.name'), sortable: true },
      { key: 'completed', heading: this.words('learning.cohort.completed'), sortable: true, width: '200px' },
      ...modules.map(({ id, code, required }) => ({
        key: id,
        heading: code,
        note: this.words('learning.cohort.of', { count: required }),
        numeric: true,
        text: (row: CohortProgressRow) => row.modules[id] ?? 0,
      })),
      { key: 'lastStep', heading: this.words('learning.cohort.lastStep'), sortable: true, width: '180px' },
    ];
  });
  protected readonly keyOf = (row: CohortProgressRow): string => row.enrolmentId;
  protected readonly nameOf = (row: CohortProgressRow): string => row.name;
}

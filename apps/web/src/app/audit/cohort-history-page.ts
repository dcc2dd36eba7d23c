import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CohortStore } from '../cohort';
import { Card } from '../ui/card';
import { HistoryTimeline } from './history-timeline';

/** Everything that happened to a cohort and its plan: who, when, from, to, why. */
@Component({
  selector: 'j-cohort-history-page',
  imports: [Card, HistoryTimeline, TranslocoPipe],
  template: `@if (store.cohort(); as cohort) {
    <j-card [heading]="'cohort.tab.history' | transloco" [note]="'cohort.historyNote' | transloco">
      <j-history-timeline kind="cohort" [recordId]="cohort.id" [zone]="cohort.zone" />
    </j-card>
  }`,
})
export class CohortHistoryPage {
  protected readonly store = inject(CohortStore);
}

import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { HistoryTimeline } from '../audit';
import { Card } from '../ui/card';
import { CohortStore } from './cohort-store';

/** Everything that happened to a cohort and its plan: who, when, from, to, why. */
@Component({
  selector: 'j-history-page',
  imports: [Card, HistoryTimeline, TranslocoPipe],
  template: `@if (store.cohort(); as cohort) {
    <j-card [heading]="'cohort.tab.history' | transloco" [note]="'cohort.historyNote' | transloco">
      <j-history-timeline kind="cohort" [recordId]="cohort.id" [zone]="cohort.zone" />
    </j-card>
  }`,
})
export class HistoryPage {
  protected readonly store = inject(CohortStore);
}

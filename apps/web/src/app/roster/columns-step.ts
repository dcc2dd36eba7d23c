import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type RosterColumns,
  type RosterField,
  type RosterView,
  requiredFields,
  rosterFieldLabels,
  rosterFields,
} from '@jenjang/shared/roster';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Dock } from '../ui/dock';
import { Icon } from '../ui/icon';
import { missingGroups, remapped } from './preview.rules';

/** The second step: which column of the file is what. Guessed, and confirmed by a person. */
@Component({
  selector: 'j-columns-step',
  imports: [Banner, Card, Dock, Icon, MatButton, TranslocoPipe],
  templateUrl: './columns-step.html',
  styleUrl: './columns-step.css',
})
export class ColumnsStep {
  readonly run = input.required<RosterView>();
  readonly busy = input(false);
  readonly confirmed = output<RosterColumns>();
  readonly dropped = output();

  protected readonly locale = inject(LocaleService).locale;
  protected readonly labels = rosterFieldLabels;
  protected readonly columns = linkedSignal(() => this.run().columns);
  protected readonly fields = computed(() => rosterFields[this.run().kind]);
  protected readonly lines = computed(() => {
    const fieldOf = new Map(
      Object.entries(this.columns()).map(([field, heading]) => [heading, field as RosterField]),
    );
    return this.run().headings.map((heading) => ({
      heading,
      field: fieldOf.get(heading) ?? null,
      samples: [
        ...new Set(
          this.run()
            .sample.map((row) => row[heading] ?? '')
            .filter((each) => each.trim() !== ''),
        ),
      ].slice(0, 3),
    }));
  });
  protected readonly missing = computed(() =>
    missingGroups(this.columns(), requiredFields[this.run().kind]).map((group) =>
      group.map((field) => rosterFieldLabels[field][this.locale()]).join(' / '),
    ),
  );

  protected choose(heading: string, field: string): void {
    this.columns.set(remapped(this.columns(), heading, field as RosterField | ''));
  }
}

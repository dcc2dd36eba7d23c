import { Component, computed, inject, input, signal } from '@angular/core';
import { quotaBandLabels } from '@jenjang/shared/admission';
import { genderLabels } from '@jenjang/shared/person';
import {
  type Fairness,
  type FairnessDimension,
  type FairnessLine,
  fairnessDimensions,
} from '@jenjang/shared/selection';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Bar } from '../ui/bar';
import { Card } from '../ui/card';
import { Percent } from '../ui/format-pipes';

const drawnAtMost = 8;

/** Nominated against chosen, per unit, band, gender and whether ever trained: bars, and the same as a table. */
@Component({
  selector: 'j-fairness-panel',
  imports: [Bar, Card, Percent, TranslocoPipe],
  template: `<j-card [heading]="'selection.fairness.title' | transloco" [note]="note()">
    <fieldset class="segment">
      <legend class="vh">{{ 'selection.fairness.by' | transloco }}</legend>
      @for (key of dimensions; track key) {
        <label>
          <input
            type="radio"
            name="fairness"
            [checked]="key === dimension()"
            (change)="dimension.set(key)"
          /><span>{{ 'selection.fairness.' + key | transloco }}</span>
        </label>
      }
    </fieldset>
    <ul>
      @for (line of shown(); track line.group) {
        <li>
          <b>{{ nameOf(line) }}</b>
          <j-bar
            [value]="line.chosenShare"
            [threshold]="line.nominatedShare"
            [label]="
              'selection.fairness.line'
                | transloco: { name: nameOf(line), chosen: line.chosen, nominated: line.nominated }
            "
          />
          <span class="sub">{{
            'selection.fairness.counts' | transloco: { chosen: line.chosen, nominated: line.nominated }
          }}</span>
        </li>
      }
    </ul>
    <p class="sub">{{ 'selection.fairness.legend' | transloco }}</p>
    <details>
      <summary>{{ 'selection.fairness.asTable' | transloco }}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{{ 'selection.fairness.' + dimension() | transloco }}</th>
            <th scope="col">{{ 'selection.fairness.nominated' | transloco }}</th>
            <th scope="col">{{ 'selection.fairness.chosen' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.group) {
            <tr>
              <th scope="row">{{ nameOf(line) }}</th>
              <td>{{ line.nominated }} ({{ line.nominatedShare | percent }})</td>
              <td>{{ line.chosen }} ({{ line.chosenShare | percent }})</td>
            </tr>
          }
        </tbody>
      </table>
    </details>
  </j-card>`,
  styles: `
    .segment {
      display: flex;
      flex-wrap: wrap;
      margin: 0 0 var(--s3);
    }
    ul {
      display: grid;
      gap: var(--s3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: var(--s1);
    }
    p {
      margin: var(--s3) 0 0;
    }
    summary {
      padding: var(--s2) 0;
      color: var(--primary);
      font-weight: 600;
      cursor: pointer;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: var(--t-s);
    }
    th,
    td {
      padding: var(--s1) var(--s2) var(--s1) 0;
      text-align: left;
      border-bottom: 1px solid var(--line);
    }
  `,
})
export class FairnessPanel {
  readonly fairness = input.required<Fairness>();
  /** Said under the heading, when the view shows what is about to be chosen. */
  readonly note = input<string>('');

  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(LocaleService).locale;
  protected readonly dimensions = fairnessDimensions;
  protected readonly dimension = signal<FairnessDimension>('unit');
  protected readonly lines = computed(() => this.fairness()[this.dimension()]);
  /** The table has them all. */
  protected readonly shown = computed(() => this.lines().slice(0, drawnAtMost));

  protected nameOf({ group }: FairnessLine): string {
    if (group === '') return this.transloco.translate('selection.fairness.unknown');
    switch (this.dimension()) {
      case 'unit':
        return group;
      case 'band':
        return quotaBandLabels[group as keyof typeof quotaBandLabels][this.locale()];
      case 'gender':
        return genderLabels[group as keyof typeof genderLabels][this.locale()];
      case 'trained':
        return this.transloco.translate(`selection.fairness.${group}`);
    }
  }
}

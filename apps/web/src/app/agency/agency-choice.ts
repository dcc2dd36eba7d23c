import { Component, computed, effect, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { AgencyApi } from './agency-api';

/** Which agency a page is about: a choice for those who reach several, nothing to see for the others. */
@Component({
  selector: 'j-agency-choice',
  imports: [TranslocoPipe],
  template: `@if (agencies().length > 1) {
    <select
      #choice
      class="control"
      [attr.aria-label]="'agency.choice' | transloco"
      (change)="chosen.emit(choice.value)"
    >
      @if (optional()) {
        <option value="">{{ 'agency.any' | transloco }}</option>
      }
      @for (agency of agencies(); track agency.id) {
        <option [value]="agency.id" [selected]="agency.id === agencyId()">{{ agency.name }}</option>
      }
    </select>
  }`,
  styles: `
    select {
      width: auto;
      max-width: 100%;
    }
  `,
})
export class AgencyChoice {
  readonly agencyId = input('');
  /** Whether no agency in particular is a choice. When not, the first is chosen of itself. */
  readonly optional = input(false);
  readonly chosen = output<string>();

  private readonly list = loaded(inject(AgencyApi).agencies());
  protected readonly agencies = computed(() => this.list.value()?.rows ?? []);

  constructor() {
    effect(() => {
      const [first] = this.agencies();
      if (first && this.agencyId() === '' && (!this.optional() || this.agencies().length === 1))
        this.chosen.emit(first.id);
    });
  }
}

import { Component, inject, input, model } from '@angular/core';
import {
  type AdmissionDefaults,
  type AdmissionView,
  type SelectionStep,
  admissionRouteLabels,
  admissionRoutes,
  selectionSteps,
} from '@jenjang/shared/admission';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Icon } from '../ui/icon';

/** Days of an admission; null for none. */
export type AdmissionDates = Pick<AdmissionView, 'opensOn' | 'closesOn' | 'cutOffOn' | 'quotaReturnsOn'>;
export type AdmissionTerms = Omit<AdmissionDefaults, 'eligibility'> & Partial<AdmissionDates>;

const days = ['opensOn', 'closesOn', 'quotaReturnsOn', 'cutOffOn'] as const;

/** Route, selection and days of an admission. */
@Component({
  selector: 'j-terms-editor',
  imports: [Icon, TranslocoPipe],
  templateUrl: './terms-editor.html',
  styleUrl: './admission.css',
})
export class TermsEditor {
  readonly terms = model.required<AdmissionTerms>();
  readonly readonly = input(false);
  /** Whether days are asked for; a programme has none. */
  readonly dated = input(true);
  /** What the server found wrong, by field. */
  readonly errors = input<Readonly<Record<string, string>>>({});

  protected readonly locale = inject(LocaleService).locale;
  protected readonly routes = admissionRoutes;
  protected readonly routeLabels = admissionRouteLabels;
  protected readonly steps = selectionSteps;
  protected readonly days = days;

  protected change(patch: Partial<AdmissionTerms>): void {
    this.terms.set({ ...this.terms(), ...patch });
  }

  protected toggleStep(step: SelectionStep): void {
    const { steps } = this.terms();
    this.change({ steps: steps.includes(step) ? steps.filter((one) => one !== step) : [...steps, step] });
  }

  protected setDay(day: keyof AdmissionDates, value: string): void {
    this.change({ [day]: value === '' ? null : value });
  }

  protected numberOf(text: string, fallback: number): number {
    const value = Number(text);
    return text.trim() === '' || Number.isNaN(value) ? fallback : value;
  }
}

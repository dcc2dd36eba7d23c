import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AdmissionDefaultsView, EligibilityRule } from '@jenjang/shared/admission';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { PageHeader } from '../ui/page-header';
import { AdmissionApi } from './admission-api';
import { ruleOf } from './admission-page';
import { EligibilityEditor } from './eligibility-editor';
import { type AdmissionTerms, TermsEditor } from './terms-editor';

/** What new cohorts of a programme begin with; those that exist keep theirs. */
@Component({
  selector: 'j-defaults-page',
  imports: [Banner, Card, EligibilityEditor, MatButton, PageHeader, TermsEditor, TranslocoPipe],
  template: `<j-page-header [heading]="'admission.defaults.title' | transloco" [crumbs]="crumbs()" />
    @if (defaults.problem(); as words) {
      <j-banner tone="bad" [heading]="'admission.notLoaded' | transloco">{{ words }}</j-banner>
    }
    @if (terms(); as current) {
      <j-banner tone="info" [heading]="'admission.defaults.note' | transloco" />
      <j-card [heading]="'admission.terms' | transloco">
        <j-terms-editor
          [terms]="current"
          (termsChange)="terms.set($event)"
          [dated]="false"
          [readonly]="!may()"
        />
      </j-card>
      @if (rule(); as asked) {
        <j-card [heading]="'admission.rule.title' | transloco" [note]="'admission.rule.note' | transloco">
          <j-eligibility-editor
            [rule]="asked"
            (ruleChange)="rule.set($event)"
            [readonly]="!may()"
            [names]="defaults.value()?.names ?? {}"
            [programmeId]="programmeId()"
          />
        </j-card>
      }
      @if (may()) {
        <div class="row">
          <button matButton="filled" [disabled]="busy()" (click)="save()">
            {{ 'admission.save' | transloco }}
          </button>
        </div>
      }
    }`,
})
export class DefaultsPage {
  private readonly api = inject(AdmissionApi);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  readonly programmeId = input.required<string>();
  private readonly resource = this.api.defaults(this.programmeId);
  protected readonly defaults = loaded(this.resource);
  protected readonly busy = signal(false);
  protected readonly may = computed(() => this.defaults.value()?.mayManage ?? false);
  protected readonly crumbs = computed(() => [
    {
      label: this.transloco.translate('admission.defaults.programme'),
      link: `/program/${this.programmeId()}`,
    },
  ]);
  protected readonly terms = linkedSignal<AdmissionDefaultsView | null, AdmissionTerms | null>({
    source: this.defaults.value,
    computation: (view) =>
      view && {
        route: view.route,
        steps: view.steps,
        passingScore: view.passingScore,
        offerHours: view.offerHours,
      },
  });
  protected readonly rule = linkedSignal<AdmissionDefaultsView | null, EligibilityRule | null>({
    source: this.defaults.value,
    computation: (view) => view?.eligibility ?? null,
  });

  protected async save(): Promise<void> {
    const [view, terms, rule] = [this.defaults.value(), this.terms(), this.rule()];
    if (view === null || terms === null || rule === null || this.busy()) return;
    this.busy.set(true);
    try {
      const { route, steps, passingScore, offerHours } = terms;
      await this.api.saveDefaults(this.programmeId(), {
        version: view.version,
        route,
        steps: [...steps],
        passingScore,
        offerHours,
        eligibility: ruleOf(rule),
      });
      this.notices.show(this.transloco.translate('admission.saved'), 'ok');
      this.resource.reload();
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
    } finally {
      this.busy.set(false);
    }
  }
}

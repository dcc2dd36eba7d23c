import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AdmissionView, EligibilityRule } from '@jenjang/shared/admission';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { CohortStore } from '../cohort';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { AppProblem } from '../platform/problem';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Bar } from '../ui/bar';
import { Card } from '../ui/card';
import { Figure, Moment } from '../ui/format-pipes';
import { AdmissionApi } from './admission-api';
import { EligibilityEditor } from './eligibility-editor';
import { laterOf } from './later';
import { QuotaMatrix } from './quota-matrix';
import { type AdmissionTerms, TermsEditor } from './terms-editor';

/** How a cohort fills: its seats by unit and echelon, who may come, by which way and until when. */
@Component({
  selector: 'j-admission-page',
  imports: [
    Banner,
    Bar,
    Card,
    EligibilityEditor,
    Figure,
    MatButton,
    Moment,
    QuotaMatrix,
    TermsEditor,
    TranslocoPipe,
  ],
  templateUrl: './admission-page.html',
  styles:
    ':host { display: contents; } .aside { display: grid; gap: var(--s2); } .aside p { margin: 0; } ul { margin: 0; padding-inline-start: var(--s4); }',
})
export class AdmissionPage {
  protected readonly store = inject(CohortStore);
  private readonly api = inject(AdmissionApi);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  protected readonly resource = this.api.admission(this.store.id);
  protected readonly admission = loaded(this.resource);
  protected readonly quotaResource = this.api.quota(this.store.id);
  protected readonly quota = loaded(this.quotaResource);
  protected readonly busy = signal(false);
  protected readonly errors = signal<Readonly<Record<string, string>>>({});

  protected readonly terms = linkedSignal<AdmissionView | null, AdmissionTerms | null>({
    source: this.admission.value,
    computation: (view) => view && termsOf(view),
  });
  protected readonly rule = linkedSignal<AdmissionView | null, EligibilityRule | null>({
    source: this.admission.value,
    computation: (view) => view?.eligibility ?? null,
  });
  protected readonly changed = computed(() => {
    const view = this.admission.value();
    return (
      view !== null &&
      JSON.stringify([this.terms(), this.rule()]) !== JSON.stringify([termsOf(view), view.eligibility])
    );
  });
  protected readonly units = computed(() =>
    (this.quota.value()?.units ?? []).filter(({ depth }) => depth > 0),
  );
  private readonly tried = laterOf(this.rule);
  protected readonly trial = loaded(this.api.trial(this.store.id, this.tried));

  protected async save(): Promise<void> {
    const [view, terms, rule] = [this.admission.value(), this.terms(), this.rule()];
    if (view === null || terms === null || rule === null || this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.saveAdmission(view.cohortId, requestOf(view.version, terms, rule));
      this.errors.set({});
      this.notices.show(this.transloco.translate('admission.saved'), 'ok');
      this.reload();
    } catch (error) {
      this.explain(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected discard(): void {
    const view = this.admission.value();
    this.terms.set(view && termsOf(view));
    this.rule.set(view?.eligibility ?? null);
    this.errors.set({});
  }

  /** Both hang on one version: what one saves, the other must know. */
  protected reload(): void {
    this.resource.reload();
    this.quotaResource.reload();
  }

  private explain(error: unknown): void {
    this.notices.show(this.problems.of(error), 'bad');
    if (error instanceof AppProblem)
      this.errors.set(
        Object.fromEntries(error.errors.map(({ path, message, code }) => [path, message ?? code])),
      );
  }
}

function termsOf({
  route,
  steps,
  passingScore,
  offerHours,
  opensOn,
  closesOn,
  cutOffOn,
  quotaReturnsOn,
}: AdmissionView): AdmissionTerms {
  return { route, steps, passingScore, offerHours, opensOn, closesOn, cutOffOn, quotaReturnsOn };
}

function requestOf(version: number, terms: AdmissionTerms, rule: EligibilityRule) {
  const { opensOn = null, closesOn = null, cutOffOn = null, quotaReturnsOn = null, steps, ...rest } = terms;
  return {
    ...rest,
    version,
    opensOn,
    closesOn,
    cutOffOn,
    quotaReturnsOn,
    steps: [...steps],
    eligibility: ruleOf(rule),
  };
}

/** The rule with every list named, as the request wants it. */
export function ruleOf(rule: EligibilityRule) {
  return {
    positionKinds: [...(rule.positionKinds ?? [])],
    bands: [...(rule.bands ?? [])],
    employmentKinds: [...(rule.employmentKinds ?? [])],
    unitIds: [...(rule.unitIds ?? [])],
    regionCodes: [...(rule.regionCodes ?? [])],
    notTrainedYears: rule.notTrainedYears ?? null,
    prerequisiteProgrammeIds: [...(rule.prerequisiteProgrammeIds ?? [])],
  };
}

import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { JobView } from '@jenjang/shared/job';
import type { RosterKind, RosterView } from '@jenjang/shared/roster';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { JobProgress } from '../ui/job-progress';
import { type Crumb, PageHeader } from '../ui/page-header';
import { Stepper } from '../ui/stepper';
import { ColumnsStep } from './columns-step';
import { FileStep } from './file-step';
import { stepOf } from './preview.rules';
import { PreviewStep } from './preview-step';
import { ResultStep } from './result-step';
import { RosterApi, type RosterTarget } from './roster-api';

/** An import in four steps: file, columns, preview, result. The import stands in the address, so a reload goes on. */
@Component({
  selector: 'j-roster-page',
  imports: [
    Banner,
    Card,
    ColumnsStep,
    FileStep,
    JobProgress,
    PageHeader,
    PreviewStep,
    ResultStep,
    Stepper,
    TranslocoPipe,
  ],
  templateUrl: './roster-page.html',
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class RosterPage {
  /** From the route: what is imported. */
  readonly kind = input.required<RosterKind>();
  /** From the address: cohort, agency, and the import once there is one. */
  readonly cohortId = input('', { transform: text });
  readonly instansi = input('', { transform: text });
  readonly impor = input('', { transform: text });

  private readonly api = inject(RosterApi);
  private readonly router = inject(Router);
  private readonly problemText = inject(ProblemText);
  private readonly words = wordsOf('roster');
  private readonly resource = this.api.run(() => this.impor());
  protected readonly loading = loaded(this.resource);
  /** The import as last heard of: what an act answers is newer than what was loaded. */
  protected readonly run = linkedSignal<RosterView | null, RosterView | null>({
    source: this.loading.value,
    computation: (value, previous) => value ?? (this.impor() === '' ? null : (previous?.value ?? null)),
  });
  protected readonly cohort = loaded(this.api.cohort(() => this.cohortId()));
  protected readonly isMapping = signal(false);
  protected readonly step = computed(() => stepOf(this.run(), this.isMapping()));
  protected readonly problem = signal<string | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly steps = computed(() =>
    ['file', 'columns', 'preview', 'result'].map((key) => this.words(`roster.step.${key}`)),
  );

  protected readonly target = computed<RosterTarget>(() => ({
    kind: this.kind(),
    agencyId: this.run()?.agencyId ?? this.cohort.value()?.agency.id ?? this.instansi(),
    cohortId: this.cohortId() || null,
  }));
  /** Where the import came from, and where it leads back to. */
  protected readonly back = computed(() => {
    if (this.kind() === 'participants') return `/angkatan/${this.cohortId()}/peserta`;
    return this.kind() === 'units' ? '/unit' : '/pegawai';
  });
  protected readonly crumbs = computed<readonly Crumb[]>(() => {
    const last = { label: this.words(`roster.back.${this.kind()}`), link: this.back() };
    const cohort = this.cohort.value();
    if (this.kind() !== 'participants') return [last];
    return [
      { label: this.words('roster.cohorts'), link: '/angkatan' },
      ...(cohort ? [{ label: cohort.name, link: `/angkatan/${cohort.id}` }] : []),
      last,
    ];
  });

  constructor() {
    // The page begins anew with each step, and says so from its head.
    effect(() => {
      this.step();
      scrollTo({ top: 0 });
    });
  }

  protected chooseAgency(id: string): void {
    void this.router.navigate([], {
      queryParams: { instansi: id },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected async start(file: File): Promise<void> {
    const run = await this.attempt(() => this.api.start(this.target(), file));
    if (run === null) return;
    this.run.set(run);
    await this.router.navigate([], { queryParams: { impor: run.id }, queryParamsHandling: 'merge' });
  }

  protected async map(run: RosterView, columns: RosterView['columns']): Promise<void> {
    const mapped = await this.attempt(() => this.api.map(run, columns));
    if (mapped === null) return;
    this.isMapping.set(false);
    this.run.set(mapped);
  }

  protected async commit(run: RosterView, mode: 'all' | 'valid'): Promise<void> {
    const done = await this.attempt(() => this.api.commit(run, mode));
    if (done !== null) this.run.set(done);
    else this.resource.reload();
  }

  protected again(): void {
    this.problem.set(null);
    this.run.set(null);
    void this.router.navigate([], { queryParams: { impor: null }, queryParamsHandling: 'merge' });
  }

  protected leave(): void {
    void this.router.navigateByUrl(this.back());
  }

  /** A job has ended: what it refused is said here, for the preview takes its place. */
  protected settle(job: JobView): void {
    this.problem.set(job.error?.title ?? null);
    this.resource.reload();
  }

  /** Does one thing at a time; what goes wrong is said on the page. */
  private async attempt(act: () => Promise<RosterView>): Promise<RosterView | null> {
    if (this.isBusy()) return null;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      return await act();
    } catch (error) {
      this.problem.set(this.problemText.of(error));
      return null;
    } finally {
      this.isBusy.set(false);
    }
  }
}

/** What the address leaves out arrives as undefined. */
function text(value: string | undefined): string {
  return value ?? '';
}

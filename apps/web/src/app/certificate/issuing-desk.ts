import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { JobView } from '@jenjang/shared/job';
import { formatDate, formatNumber, localDate } from '@jenjang/shared/platform';
import { TranslocoService } from '@jsverse/transloco';
import { CohortStore } from '../cohort';
import { deviceStorage } from '../platform/device-storage';
import { LocaleService } from '../platform/locale';
import { loaded } from '../platform/loaded';
import { ProblemText } from '../platform/problem-text';
import { Confirm, type Confirmation, type Effect } from '../ui/confirm-dialog';
import { CertificateApi } from './certificate-api';
import { numberScheme } from './issuing.rules';

/** Word in the URL that names the job, so that its progress survives a reload and can be shared. */
const jobParam = 'pekerjaan';

/** Issues certificates of the cohort in the URL: says what will happen, asks, and follows the job. Provided by the page. */
@Injectable()
export class IssuingDesk {
  private readonly api = inject(CertificateApi);
  private readonly store = inject(CohortStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly confirm = inject(Confirm);
  private readonly words = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(LocaleService).locale;
  private readonly params = toSignal(this.route.queryParamMap, {
    initialValue: this.route.snapshot.queryParamMap,
  });
  private readonly curriculum = loaded(this.api.curriculum(() => this.store.cohort()?.curriculum.id));
  /** What this device last asked for here, for readers who come back by the menu. */
  private readonly remembered = signal<string | null>(null);
  private readonly last = signal<JobView | null>(null);
  private readonly asking = signal(false);
  private readonly refusal = signal<string | null>(null);

  readonly jobId = computed(() => this.params().get(jobParam) ?? this.remembered());
  /** The job as it ended; null while it runs. */
  readonly ended = this.last.asReadonly();
  readonly busy = computed(() => this.asking() || (this.jobId() !== null && this.last() === null));
  /** Why nothing was issued, worded. */
  readonly problem = this.refusal.asReadonly();
  /** The day that certificates issued now would carry. */
  readonly issuedOn = computed(() => {
    const zone = this.store.cohort()?.zone;
    return zone === undefined ? '' : localDate(Date.now(), zone);
  });
  readonly scheme = computed(() => {
    const [cohort, design] = [this.store.cohort(), this.curriculum.value()?.certificateDesign];
    if (cohort === null || design === undefined) return null;
    const { agency, programme, code } = cohort;
    const facts = {
      agency: agency.code,
      unitCode: agency.code,
      academy: programme.academyCode,
      classCode: '',
    };
    return numberScheme(design, {
      ...facts,
      issuedOn: this.issuedOn(),
      programme: programme.code,
      cohort: code,
    });
  });

  constructor() {
    effect(() => this.remembered.set(deviceStorage.read(this.memory())));
  }

  /** True when a job was started. `others` will not get one now. */
  async issue(enrolmentIds: readonly string[], others: number): Promise<boolean> {
    if (enrolmentIds.length === 0 || this.busy()) return false;
    if ((await this.confirm.ask(this.question(enrolmentIds.length, others))) === null) return false;
    this.asking.set(true);
    this.refusal.set(null);
    try {
      const { jobId } = await this.api.issue(this.store.id(), enrolmentIds);
      this.follow(jobId);
      return true;
    } catch (error) {
      this.refusal.set(this.words.of(error));
      return false;
    } finally {
      this.asking.set(false);
    }
  }

  finish(job: JobView): void {
    this.last.set(job);
    if (job.state === 'done') deviceStorage.write(this.memory(), null);
  }

  /** Takes the ended job off the page; null, or follows another. */
  follow(jobId: string | null): void {
    this.last.set(null);
    this.remembered.set(jobId);
    deviceStorage.write(this.memory(), jobId);
    const queryParams = { [jobParam]: jobId };
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }

  private memory(): string {
    return `issuing.${this.store.id()}`;
  }

  private question(count: number, others: number): Confirmation {
    const values = { count: formatNumber(count, this.locale()) };
    return {
      heading: this.transloco.translate('certificate.issuing.confirm', values),
      action: this.transloco.translate('certificate.issuing.action', values),
      effects: this.effects(values.count, others),
    };
  }

  private effects(count: string, others: number): readonly Effect[] {
    const day = formatDate(this.issuedOn(), this.locale());
    const left = formatNumber(others, this.locale());
    return [
      this.effect('award', 'ok', 'papers', { count, day }),
      ...(this.scheme() === null
        ? []
        : [this.effect('file', 'neutral', 'number', { scheme: this.scheme() ?? '' })]),
      this.effect('chart', 'neutral', 'ledger', {}),
      ...(others > 0 ? [this.effect('minus', 'neutral', 'others', { count: left })] : []),
    ];
  }

  private effect(
    icon: Effect['icon'],
    tone: Effect['tone'],
    key: string,
    values: Record<string, string>,
  ): Effect {
    const say = (part: string): string =>
      this.transloco.translate(`certificate.issuing.effect.${key}.${part}`, values);
    return { icon, tone, strong: say('strong'), text: say('text') };
  }
}

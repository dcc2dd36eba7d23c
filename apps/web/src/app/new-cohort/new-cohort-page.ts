import { Component, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type CohortMode, cohortModeLabels, cohortModes } from '@jenjang/shared/cohort';
import { type Role, permissionsOfRole } from '@jenjang/shared/identity';
import { type Zone, zones } from '@jenjang/shared/platform';
import type { ProgrammeRow } from '@jenjang/shared/programme';
import { TranslocoPipe } from '@jsverse/transloco';
import { AgencyApi } from '../agency';
import { CohortApi, cohortWords } from '../cohort';
import { FormSubmission, showProblems } from '../platform/form';
import { loaded, loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { DayRange, Figure, LessonHours, ZoneName } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Stepper } from '../ui/stepper';
import { fieldsOfStep, newCohortSteps, suggestedCode } from './new-cohort.rules';

const text = (value = ''): FormControl<string> => new FormControl(value, { nonNullable: true });

/** An agency that the form may name. */
interface AgencyOption {
  readonly id: string;
  readonly name: string;
}

const mayMake = (role: Role): boolean => permissionsOfRole[role].includes('cohort.manage');

/** A new cohort in four short steps; the last shows all answers before anything is saved. */
@Component({
  selector: 'j-new-cohort-page',
  imports: [
    Banner,
    Card,
    DayRange,
    ErrorSummary,
    Field,
    FieldControl,
    Figure,
    Icon,
    LessonHours,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    Stepper,
    TranslocoPipe,
    ZoneName,
  ],
  templateUrl: './new-cohort-page.html',
  styleUrl: './new-cohort-page.css',
})
export class NewCohortPage {
  private readonly api = inject(CohortApi);
  private readonly router = inject(Router);
  private readonly words = cohortWords();
  private readonly store = inject(SignInStore);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly modes = cohortModes;
  protected readonly modeLabels = cohortModeLabels;
  protected readonly zones = zones;

  protected readonly step = signal(0);
  protected readonly programmes = loadedPage(this.api.programmes(() => ''));
  protected readonly offered = computed(() =>
    this.programmes.rows().filter(({ publishedNumber }) => publishedNumber !== null),
  );
  protected readonly chosen = signal<ProgrammeRow | null>(null);
  private readonly reachable = loaded(inject(AgencyApi).agencies());
  /** Agencies for which the reader may make a cohort: all in reach of a national grant, else those of own grants. */
  protected readonly agencies = computed<readonly AgencyOption[]>(() => {
    const grants = this.store.me()?.grants ?? [];
    const nationally = grants.some(({ role, scope }) => scope.kind === 'national' && mayMake(role));
    if (nationally) return this.reachable.value()?.rows ?? [];
    const own = grants.flatMap(({ role, scope, agencyName }) =>
      scope.kind === 'agency' && scope.agencyId !== null && mayMake(role)
        ? [{ id: scope.agencyId, name: agencyName ?? '' }]
        : [],
    );
    return own.filter(({ id }, index) => own.findIndex((other) => other.id === id) === index);
  });

  protected readonly form = new FormGroup({
    agencyId: text(),
    curriculumId: text(),
    code: text(),
    name: text(),
    ordinal: new FormControl(1, { nonNullable: true }),
    mode: new FormControl<CohortMode>('onsite', { nonNullable: true }),
    startsOn: text(),
    endsOn: text(),
    zone: new FormControl<Zone>('Asia/Makassar', { nonNullable: true }),
    venueName: text(),
    venueCity: text(),
    capacity: new FormControl<number | null>(30),
  });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/cohort').then((m) => m.CreateCohortRequest),
  );
  protected readonly answers = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  protected readonly stepErrors = signal<readonly { path: string; message: string }[]>([]);
  protected readonly errors = computed(() =>
    this.stepErrors().length > 0 ? this.stepErrors() : this.submission.errors(),
  );
  protected readonly steps = computed(() =>
    newCohortSteps.map((key) => this.words(`new.step.${key}`)).filter((words) => words !== ''),
  );
  protected readonly labels = computed(() =>
    Object.fromEntries(Object.keys(this.form.controls).map((name) => [name, this.words(`field.${name}`)])),
  );

  constructor() {
    effect(() => {
      const [first] = this.agencies();
      if (first && this.form.controls.agencyId.value === '') this.form.controls.agencyId.setValue(first.id);
    });
  }

  protected async choose(programme: ProgrammeRow): Promise<void> {
    this.chosen.set(programme);
    const { curricula } = await this.api.programme(programme.id);
    const newest = curricula.find(({ state }) => state === 'published');
    this.form.controls.curriculumId.setValue(newest?.id ?? '');
    if (this.form.controls.name.pristine) this.form.controls.name.setValue(programme.name);
  }

  /** Goes on when the fields of this step are right. */
  protected async next(): Promise<void> {
    this.suggestCode();
    const [{ validateAs }, { CreateCohortRequest }] = await Promise.all([
      import('../platform/validation'),
      import('@jenjang/shared/cohort'),
    ]);
    const { problems } = await validateAs(CreateCohortRequest, this.form.getRawValue(), this.locale());
    const mine = fieldsOfStep(this.step());
    const ordered = this.orderProblems().filter(() => mine.includes('endsOn'));
    const here = [...problems.filter(({ path }) => mine.includes(path)), ...ordered];
    this.stepErrors.set(showProblems(this.form, here));
    if (here.length === 0) this.step.update((step) => step + 1);
  }

  protected back(to: number): void {
    this.stepErrors.set([]);
    this.step.set(to);
  }

  protected async create(): Promise<void> {
    this.stepErrors.set([]);
    await this.submission.submit(async (request) => {
      const { id } = await this.api.create(request);
      await this.router.navigate(['/angkatan', id], { replaceUrl: true });
    });
  }

  private suggestCode(): void {
    const { code, name, startsOn } = this.form.getRawValue();
    if (code === '' && name !== '' && startsOn !== '')
      this.form.controls.code.setValue(suggestedCode(name, startsOn));
  }

  private orderProblems(): readonly { path: string; code: string; message: string }[] {
    const { startsOn, endsOn } = this.form.getRawValue();
    if (startsOn === '' || endsOn === '' || endsOn >= startsOn) return [];
    return [
      {
        path: 'endsOn',
        code: 'cohort.endsBeforeStart',
        message: this.words('new.endsBeforeStart'),
      },
    ];
  }
}

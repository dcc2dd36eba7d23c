import { Component, computed, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { GraduationCriteria } from '@jenjang/shared/graduation';
import { type Curriculum, type CurriculumRequest, wordCriteria } from '@jenjang/shared/programme';
import { TranslocoPipe } from '@jsverse/transloco';
import { wordsOf } from '../platform/words';
import { FormSubmission } from '../platform/form';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { Icon } from '../ui/icon';
import { CurriculumApi } from './curriculum-api';
import { CurriculumStore } from './curriculum-store';

const figure = (value: number | null): FormControl<number | null> => new FormControl(value);
const text = (value: string): FormControl<string> => new FormControl(value, { nonNullable: true });
const flag = (value: boolean): FormControl<boolean> => new FormControl(value, { nonNullable: true });
const componentOf = ({ code, title, weight, minScore }: GraduationCriteria['components'][number]) =>
  new FormGroup({ code: text(code), title: text(title), weight: figure(weight), minScore: figure(minScore) });
const bandOf = ({ from, title }: GraduationCriteria['predicates'][number]) =>
  new FormGroup({ from: figure(from), title: text(title) });

/** What a version demands for graduation: lesson hours, attendance, material, scores, predicates; said again in plain words. */
@Component({
  selector: 'j-criteria-page',
  imports: [
    Banner,
    Card,
    ErrorSummary,
    Field,
    FieldControl,
    Icon,
    MatButton,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  templateUrl: './criteria-page.html',
  styleUrl: './criteria-page.css',
})
export class CriteriaPage {
  protected readonly store = inject(CurriculumStore);
  private readonly api = inject(CurriculumApi);
  private readonly notices = inject(Notices);
  private readonly words = wordsOf('programme', 'curriculum');
  private readonly locale = inject(LocaleService).locale;

  protected readonly components = new FormArray<ReturnType<typeof componentOf>>([]);
  protected readonly predicates = new FormArray<ReturnType<typeof bandOf>>([]);
  protected readonly criteria = new FormGroup({
    minAttendancePercent: figure(null),
    excusedLeavesDenominator: flag(false),
    allModules: flag(false),
    components: this.components,
    minFinalScore: figure(null),
    predicates: this.predicates,
    outcome: new FormControl<GraduationCriteria['outcome']>('graduated', { nonNullable: true }),
  });
  protected readonly form = new FormGroup({
    version: new FormControl(0, { nonNullable: true }),
    lessonHours: figure(null),
    criteria: this.criteria,
    certificateDesign: new FormControl<Curriculum['certificateDesign'] | null>(null),
  });
  protected readonly submission = new FormSubmission<CurriculumRequest>(this.form, () =>
    import('@jenjang/shared/programme').then((m) => m.CurriculumRequest),
  );
  private readonly typed = toSignal(this.criteria.valueChanges);
  /** The criteria as sentences, while they are being typed. */
  protected readonly sentences = computed(() => {
    this.typed();
    this.store.curriculum();
    return wordCriteria(this.criteria.getRawValue() as GraduationCriteria, this.locale());
  });
  protected readonly weights = computed(() => {
    this.typed();
    return this.components.controls.reduce((sum, { controls }) => sum + (controls.weight.value ?? 0), 0);
  });
  protected readonly labels = computed(() => {
    const named = (path: string, key: string): readonly [string, string] => [
      path,
      this.words(`curriculum.criteria.${key}`),
    ];
    return Object.fromEntries([
      named('lessonHours', 'lessonHours'),
      named('criteria.minAttendancePercent', 'minAttendancePercent'),
      named('criteria.minFinalScore', 'minFinalScore'),
      named('criteria.components', 'components'),
      named('criteria.predicates', 'predicates'),
    ]);
  });

  constructor() {
    effect(() => {
      const one = this.store.curriculum();
      if (one) this.fill(one);
    });
  }

  protected addComponent(): void {
    this.components.push(componentOf({ code: '', title: '', weight: 0, minScore: null }));
  }

  protected addBand(): void {
    this.predicates.push(bandOf({ from: 0, title: '' }));
  }

  protected async save(one: Curriculum): Promise<void> {
    const saved = await this.submission.submit((request) => this.api.change(one.id, request));
    if (!saved) return;
    this.notices.show(this.words('curriculum.saved'), 'ok');
    this.store.reload();
  }

  private fill(one: Curriculum): void {
    this.components.clear({ emitEvent: false });
    this.predicates.clear({ emitEvent: false });
    one.criteria.components.forEach((component) =>
      this.components.push(componentOf(component), { emitEvent: false }),
    );
    one.criteria.predicates.forEach((band) => this.predicates.push(bandOf(band), { emitEvent: false }));
    const { components: _components, predicates: _predicates, ...rest } = one.criteria;
    this.criteria.patchValue(rest);
    this.form.patchValue({
      version: one.version,
      lessonHours: one.lessonHours,
      certificateDesign: one.certificateDesign,
    });
    if (!one.allowedOperations.includes('edit')) this.form.disable({ emitEvent: false });
  }
}

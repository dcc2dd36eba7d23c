import { Component, computed, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  type CertificateDesign,
  type NumberFacts,
  parseNumberTemplate,
  printNumber,
} from '@jenjang/shared/certificate';
import { type Curriculum, type CurriculumRequest, wordCurriculumProblem } from '@jenjang/shared/programme';
import { localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { wordsOf } from '../platform/words';
import { deviceZone } from '../platform/device-zone';
import { FormSubmission } from '../platform/form';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { CurriculumApi } from './curriculum-api';
import { CurriculumStore } from './curriculum-store';

const tokens = [
  'seq:5',
  'cohort_seq:3',
  'month:02',
  'month:roman',
  'year',
  'programme',
  'academy',
  'agency',
  'unit_code',
  'class_code',
  'cohort',
];

/** How the certificates of a version look and are numbered, with the number as it would be printed. */
@Component({
  selector: 'j-design-page',
  imports: [Banner, Card, ErrorSummary, Field, FieldControl, MatButton, ReactiveFormsModule, TranslocoPipe],
  templateUrl: './design-page.html',
  styleUrl: './criteria-page.css',
})
export class DesignPage {
  protected readonly store = inject(CurriculumStore);
  private readonly api = inject(CurriculumApi);
  private readonly notices = inject(Notices);
  private readonly words = wordsOf('programme', 'curriculum');
  private readonly locale = inject(LocaleService).locale;
  protected readonly tokens = tokens.map((token) => `{${token}}`);
  protected readonly scopes: readonly CertificateDesign['counterScope'][] = [
    'YEAR',
    'YEAR_UNIT',
    'COHORT',
    'PROGRAMME_YEAR',
  ];
  private readonly today = localDate(Date.now(), deviceZone());

  protected readonly design = new FormGroup({
    kind: new FormControl<CertificateDesign['kind']>('graduation', { nonNullable: true }),
    heading: new FormControl('', { nonNullable: true }),
    numberTemplate: new FormControl('', { nonNullable: true }),
    counterScope: new FormControl<CertificateDesign['counterScope']>('YEAR', { nonNullable: true }),
    nipShown: new FormControl<CertificateDesign['nipShown']>('full', { nonNullable: true }),
    validYears: new FormControl<number | null>(null),
  });
  protected readonly form = new FormGroup({
    version: new FormControl(0, { nonNullable: true }),
    lessonHours: new FormControl(0, { nonNullable: true }),
    criteria: new FormControl<Curriculum['criteria'] | null>(null),
    certificateDesign: this.design,
  });
  protected readonly submission = new FormSubmission<CurriculumRequest>(this.form, () =>
    import('@jenjang/shared/programme').then((m) => m.CurriculumRequest),
  );
  private readonly typed = toSignal(this.design.valueChanges);
  protected readonly preview = computed(() => {
    this.typed();
    const one = this.store.curriculum();
    return one === null ? '' : printNumber(this.design.controls.numberTemplate.value, this.exampleOf(one));
  });
  /** What is wrong with the template, in words, while it is being typed. */
  protected readonly problems = computed(() => {
    this.typed();
    this.store.curriculum();
    const { numberTemplate, counterScope } = this.design.getRawValue();
    return parseNumberTemplate(numberTemplate, counterScope).problems.map(({ code, token, blocking }) => ({
      blocking,
      words: wordCurriculumProblem(
        { code: 'numberTemplate', path: '', blocking, facts: { rule: code, token } },
        this.locale(),
      ),
    }));
  });
  protected readonly labels = computed(() => {
    return Object.fromEntries(
      Object.keys(this.design.controls).map((name) => [
        `certificateDesign.${name}`,
        this.words(`curriculum.design.${name}`),
      ]),
    );
  });

  constructor() {
    effect(() => {
      const one = this.store.curriculum();
      if (one) this.fill(one);
    });
  }

  /** Puts a token at the end of the template. */
  protected insert(token: string): void {
    const { numberTemplate } = this.design.controls;
    numberTemplate.setValue(numberTemplate.value + token);
  }

  protected async save(one: Curriculum): Promise<void> {
    const saved = await this.submission.submit((request) => this.api.change(one.id, request));
    if (!saved) return;
    this.notices.show(this.words('curriculum.saved'), 'ok');
    this.store.reload();
  }

  private exampleOf({ academyCode, agencyCode, programmeCode }: Curriculum): NumberFacts {
    return {
      sequence: 1,
      cohortSequence: 1,
      issuedOn: this.today,
      agency: agencyCode ?? 'KOTA',
      unitCode: 'BKPSDM',
      academy: academyCode,
      programme: programmeCode,
      cohort: `${academyCode}-${this.today.slice(0, 4)}-01`,
      classCode: 'A',
    };
  }

  private fill(one: Curriculum): void {
    this.form.patchValue({
      version: one.version,
      lessonHours: one.lessonHours,
      criteria: one.criteria,
      certificateDesign: one.certificateDesign,
    });
    if (!one.allowedOperations.includes('edit')) this.form.disable({ emitEvent: false });
  }
}

import { Component, computed, inject } from '@angular/core';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { CohortDetail } from '@jenjang/shared/cohort';
import { TranslocoPipe } from '@jsverse/transloco';
import { CohortApi, type CohortLists, cohortWords } from '../cohort';
import { FormSubmission } from '../platform/form';
import { LocaleService } from '../platform/locale';
import type { RequestClass } from '../platform/validation';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { Icon } from '../ui/icon';
import { StaleNotice } from '../ui/stale-notice';
import { type PlanList, planFields } from './plan-list.table';

export interface PlanListData {
  readonly cohort: CohortDetail;
  readonly list: PlanList;
}

type Line = FormGroup<Record<string, FormControl<string | number | null>>>;

const classNames = {
  phases: 'PutPhasesRequest',
  classes: 'PutClassesRequest',
  partners: 'PutPartnersRequest',
  signatories: 'PutSignatoriesRequest',
} as const;

/** Edits a whole list of the plan: phases, classes, organisers or signatories. Closes with true when it was saved. */
@Component({
  selector: 'j-plan-list-dialog',
  imports: [
    ErrorSummary,
    Field,
    FieldControl,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    StaleNotice,
    TranslocoPipe,
  ],
  templateUrl: './plan-list-dialog.html',
  styleUrl: '../ui/dialog.css',
})
export class PlanListDialog {
  private readonly data = inject<PlanListData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PlanListDialog, boolean>>(MatDialogRef);
  private readonly api = inject(CohortApi);
  private readonly words = cohortWords();
  protected readonly locale = inject(LocaleService).locale;
  protected readonly list = this.data.list;
  protected readonly fields = planFields[this.list];
  protected readonly lines = new FormArray<Line>(
    this.data.cohort[this.list].map((item) => this.lineOf(item as unknown as Record<string, unknown>)),
  );
  protected readonly form = new FormGroup({
    version: new FormControl(this.data.cohort.version, { nonNullable: true }),
    [this.list]: this.lines,
  });
  protected readonly submission = new FormSubmission<CohortLists[PlanList]>(
    this.form,
    async (): Promise<RequestClass<CohortLists[PlanList]>> => {
      const shared = await import('@jenjang/shared/cohort');
      return shared[classNames[this.list]];
    },
  );
  protected readonly labels = computed(() => {
    const names = this.lines.controls.flatMap((_, index) =>
      this.fields.map(({ name }) => [
        `${this.list}.${index}.${name}`,
        `${index + 1}. ${this.words(`field.${name}`)}`,
      ]),
    );
    return Object.fromEntries(names) as Record<string, string>;
  });

  constructor() {
    // An empty list is opened to be filled.
    if (this.lines.length === 0) this.add();
  }

  protected add(): void {
    this.lines.push(
      this.lineOf(
        Object.fromEntries(this.fields.map(({ name, initial }) => [name, initial(this.data.cohort)])),
      ),
    );
  }

  protected remove(index: number): void {
    this.lines.removeAt(index);
  }

  protected moveUp(index: number): void {
    const line = this.lines.at(index);
    this.lines.removeAt(index);
    this.lines.insert(index - 1, line);
  }

  protected async save(): Promise<void> {
    const isSaved = await this.submission.submit((request) =>
      this.api.put(this.data.cohort.id, this.list, request),
    );
    if (isSaved) this.dialog.close(true);
  }

  protected async saveOver(version: number): Promise<void> {
    (this.form.get('version') as FormControl<number>).setValue(version);
    await this.save();
  }

  protected close(): void {
    this.dialog.close(true);
  }

  private lineOf(item: Readonly<Record<string, unknown>>): Line {
    const names = ['id', ...this.fields.map(({ name }) => name)].filter(
      (name) => name !== 'id' || item['id'] !== undefined,
    );
    return new FormGroup(
      Object.fromEntries(names.map((name) => [name, new FormControl((item[name] ?? '') as string | number)])),
    );
  }
}

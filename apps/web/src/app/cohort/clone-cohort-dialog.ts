import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type CohortDetail, shiftPlan } from '@jenjang/shared/cohort';
import { isIsoDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { Banner } from '../ui/banner';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { DayRange } from '../ui/format-pipes';
import { CohortApi } from './cohort-api';
import { cohortWords } from './cohort-words';

/** The same plan from another day on. Closes with the id of the new cohort. */
@Component({
  selector: 'j-clone-cohort-dialog',
  imports: [
    Banner,
    DayRange,
    ErrorSummary,
    Field,
    FieldControl,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  template: `<h2 mat-dialog-title>{{ 'cohort.clone.title' | transloco: { name: cohort.name } }}</h2>
    <mat-dialog-content>
      <form novalidate id="clone-cohort" [formGroup]="form" (ngSubmit)="clone()">
        <j-error-summary [errors]="submission.errors()" [labels]="labels()" />
        <j-field [label]="'cohort.clone.startsOn' | transloco" [hint]="'cohort.clone.hint' | transloco">
          <input jControl type="date" formControlName="startsOn" />
        </j-field>
        @if (preview(); as plan) {
          <j-banner>
            {{ plan.startsOn | dayRange: plan.endsOn }} ·
            {{
              'cohort.clone.preview'
                | transloco: { phases: plan.phases.length, sessions: plan.sessions.length }
            }}
          </j-banner>
        }
        <div class="fields">
          <j-field class="wide" [label]="'cohort.field.name' | transloco"
            ><input jControl maxlength="200" formControlName="name"
          /></j-field>
          <j-field [label]="'cohort.field.ordinal' | transloco"
            ><input jControl type="number" min="1" max="999" formControlName="ordinal"
          /></j-field>
          <j-field [label]="'cohort.field.code' | transloco"
            ><input jControl maxlength="40" formControlName="code"
          /></j-field>
        </div>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton [mat-dialog-close]="undefined">{{ 'cohort.cancel' | transloco }}</button>
      <button
        matButton="filled"
        type="submit"
        form="clone-cohort"
        disabledInteractive
        [disabled]="submission.busy()"
      >
        {{ 'cohort.clone.create' | transloco }}
      </button>
    </mat-dialog-actions>`,
  styleUrl: '../ui/dialog.css',
})
export class CloneCohortDialog {
  protected readonly cohort = inject<CohortDetail>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<CloneCohortDialog, string>>(MatDialogRef);
  private readonly api = inject(CohortApi);
  private readonly words = cohortWords();
  protected readonly form = new FormGroup({
    startsOn: new FormControl('', { nonNullable: true }),
    name: new FormControl(this.cohort.name, { nonNullable: true }),
    ordinal: new FormControl<number | null>(this.cohort.ordinal + 1),
    code: new FormControl(`${this.cohort.code.slice(0, 36)}-${this.cohort.ordinal + 1}`, {
      nonNullable: true,
    }),
  });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/cohort').then((m) => m.CloneCohortRequest),
  );
  private readonly values = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  /** The plan as it would be, once a day is given. */
  protected readonly preview = computed(() => {
    const startsOn = this.values().startsOn ?? '';
    const plan = {
      ...this.cohort,
      sessions: this.cohort.sessions.filter(({ state }) => state !== 'cancelled'),
    };
    return isIsoDate(startsOn) ? shiftPlan(plan, startsOn) : null;
  });
  protected readonly labels = computed(() =>
    Object.fromEntries(Object.keys(this.form.controls).map((name) => [name, this.words(`field.${name}`)])),
  );

  protected async clone(): Promise<void> {
    await this.submission.submit(async (request) => {
      const { id } = await this.api.clone(this.cohort.id, request);
      this.dialog.close(id);
    });
  }
}

import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { EmploymentRequest, PersonDetail } from '@jenjang/shared/person';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { ErrorSummary } from '../ui/error-summary';
import { EmploymentForm, employmentGroup } from './employment-form';
import { fieldNames } from './facts-form';
import { PersonApi } from './person-api';

/** New facts of somebody's employment from a day on. Closes with true when they were recorded. */
@Component({
  selector: 'j-employment-dialog',
  imports: [
    EmploymentForm,
    ErrorSummary,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  template: `<h2 mat-dialog-title>{{ 'person.changeEmployment' | transloco }}</h2>
    <mat-dialog-content>
      <form id="employment" [formGroup]="form" (ngSubmit)="save()">
        <j-error-summary [errors]="submission.errors()" [labels]="labels()" />
        <p class="muted">{{ 'person.changeEmploymentText' | transloco }}</p>
        <j-employment-form [group]="form" [agencyId]="person.agencyId" />
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton [mat-dialog-close]="false">{{ 'person.cancel' | transloco }}</button>
      <button
        matButton="filled"
        type="submit"
        form="employment"
        disabledInteractive
        [disabled]="submission.busy()"
      >
        {{ 'person.save' | transloco }}
      </button>
    </mat-dialog-actions>`,
  styleUrl: './person-form.css',
})
export class EmploymentDialog {
  protected readonly person = inject<PersonDetail>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<EmploymentDialog, boolean>>(MatDialogRef);
  private readonly api = inject(PersonApi);
  protected readonly labels = fieldNames();
  protected readonly form = employmentGroup(
    this.person.employments.find(({ validTo }) => validTo === null) ?? null,
  );
  protected readonly submission = new FormSubmission<EmploymentRequest>(this.form, () =>
    import('@jenjang/shared/person').then((m) => m.EmploymentRequest),
  );

  protected async save(): Promise<void> {
    if (await this.submission.submit((request) => this.api.employ(this.person.id, request)))
      this.dialog.close(true);
  }
}

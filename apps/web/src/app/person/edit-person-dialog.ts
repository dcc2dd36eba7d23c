import { Component, inject } from '@angular/core';
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
import type { ChangePersonRequest, PersonDetail } from '@jenjang/shared/person';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { ErrorSummary } from '../ui/error-summary';
import { FactsForm, factControls, fieldNames } from './facts-form';
import { PersonApi } from './person-api';
import { StaleBanner } from './stale-banner';
import { emptiedOf } from './stale.rules';

/** Changes who somebody is on record. Closes with true when something was saved. */
@Component({
  selector: 'j-edit-person-dialog',
  imports: [
    ErrorSummary,
    FactsForm,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    StaleBanner,
    TranslocoPipe,
  ],
  template: `<h2 mat-dialog-title>{{ 'person.editTitle' | transloco: { name: person.fullName } }}</h2>
    <mat-dialog-content>
      <form id="edit-person" [formGroup]="form" (ngSubmit)="save()">
        <j-error-summary [errors]="submission.errors()" [labels]="labels()" />
        <j-stale-banner [problem]="submission.problem()" [labels]="labels()" (kept)="saveOver($event)" />
        <j-facts-form [form]="form" />
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton [mat-dialog-close]="false">{{ 'person.cancel' | transloco }}</button>
      <button
        matButton="filled"
        type="submit"
        form="edit-person"
        disabledInteractive
        [disabled]="submission.busy()"
      >
        {{ 'person.save' | transloco }}
      </button>
    </mat-dialog-actions>`,
  styleUrl: './person-form.css',
})
export class EditPersonDialog {
  protected readonly person = inject<PersonDetail>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<EditPersonDialog, boolean>>(MatDialogRef);
  private readonly api = inject(PersonApi);
  protected readonly form = new FormGroup({
    version: new FormControl(this.person.version, { nonNullable: true }),
    ...factControls(this.person),
  });
  protected readonly submission = new FormSubmission<ChangePersonRequest>(this.form, () =>
    import('@jenjang/shared/person').then((m) => m.ChangePersonRequest),
  );

  protected readonly labels = fieldNames();

  protected async save(): Promise<void> {
    const before: Readonly<Record<string, unknown>> = { ...this.person };
    const saved = await this.submission.submit((request) =>
      this.api.change(this.person.id, Object.assign(request, emptiedOf(before, this.form.getRawValue()))),
    );
    if (saved) this.dialog.close(true);
  }

  protected async saveOver(version: number): Promise<void> {
    this.form.patchValue({ version });
    await this.save();
  }
}

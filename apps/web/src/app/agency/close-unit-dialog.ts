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
import type { CloseUnitRequest } from '@jenjang/shared/agency';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { AgencyApi } from './agency-api';
import type { UnitAsked } from './unit-dialog';

/** Closes a unit from a day on. It stays in every record of the days before. Closes with true when it was done. */
@Component({
  selector: 'j-close-unit-dialog',
  imports: [
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
  template: `<h2 mat-dialog-title>{{ 'agency.closeTitle' | transloco: { name: asked.unit.name } }}</h2>
    <mat-dialog-content>
      <form id="close-unit" [formGroup]="form" (ngSubmit)="save()">
        <j-error-summary [errors]="submission.errors()" />
        <p>{{ 'agency.closeText' | transloco }}</p>
        <j-field [label]="'agency.closeFrom' | transloco"
          ><input jControl type="date" formControlName="activeTo"
        /></j-field>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton [mat-dialog-close]="false">{{ 'agency.cancel' | transloco }}</button>
      <button
        matButton="filled"
        class="danger"
        type="submit"
        form="close-unit"
        disabledInteractive
        [disabled]="submission.busy()"
      >
        {{ 'agency.close' | transloco }}
      </button>
    </mat-dialog-actions>`,
  styleUrl: './unit-dialog.css',
})
export class CloseUnitDialog {
  protected readonly asked = inject<UnitAsked>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<CloseUnitDialog, boolean>>(MatDialogRef);
  private readonly api = inject(AgencyApi);
  protected readonly form = new FormGroup({
    version: new FormControl(this.asked.unit.version, { nonNullable: true }),
    activeTo: new FormControl('', { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission<CloseUnitRequest>(this.form, () =>
    import('@jenjang/shared/agency').then((m) => m.CloseUnitRequest),
  );

  protected async save(): Promise<void> {
    if (await this.submission.submit((request) => this.api.change(this.asked.unit.id, request)))
      this.dialog.close(true);
  }
}

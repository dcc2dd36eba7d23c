import { Component, computed, inject } from '@angular/core';
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
import type { AllocationChange, AllocationRequest, AllocationRow } from '@jenjang/shared/admission';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { AdmissionApi } from './admission-api';

const thisYear = (): number => new Date().getFullYear();

/** Adds an allocation, or changes the seats of the one it is opened with. Closes with true when it was saved. */
@Component({
  selector: 'j-allocation-dialog',
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
  templateUrl: './allocation-dialog.html',
  styles:
    'form { display: grid; gap: var(--s4); } .check { display: flex; gap: var(--s2); align-items: center; }',
})
export class AllocationDialog {
  protected readonly row = inject<AllocationRow | null>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<AllocationDialog, boolean>>(MatDialogRef);
  private readonly api = inject(AdmissionApi);
  private readonly found = {
    academies: loaded(this.api.academies()),
    programmes: loaded(this.api.programmes()),
    agencies: loaded(this.api.agencies()),
  };
  protected readonly academies = computed(() => this.found.academies.value() ?? []);
  protected readonly programmes = computed(() => this.found.programmes.value()?.rows ?? []);
  protected readonly agencies = computed(() => this.found.agencies.value()?.rows ?? []);
  protected readonly form = new FormGroup({
    academyId: new FormControl('', { nonNullable: true }),
    programmeId: new FormControl<string | null>(null),
    agencyId: new FormControl<string | null>(null),
    year: new FormControl(thisYear(), { nonNullable: true }),
    seats: new FormControl(this.row?.seats ?? 0, { nonNullable: true }),
    ceiling: new FormControl(this.row?.ceiling ?? true, { nonNullable: true }),
    version: new FormControl(this.row?.version ?? 0, { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission<AllocationRequest | AllocationChange>(this.form, () =>
    import('@jenjang/shared/admission').then((m) =>
      this.row === null ? m.AllocationRequest : m.AllocationChange,
    ),
  );

  constructor() {
    const { academyId, programmeId, agencyId, year, version } = this.form.controls;
    for (const control of this.row === null ? [version] : [academyId, programmeId, agencyId, year])
      control.disable();
  }

  protected async save(): Promise<void> {
    const { row } = this;
    const saved = await this.submission.submit((request) =>
      row === null
        ? this.api.addAllocation(request as AllocationRequest)
        : this.api.changeAllocation(row.id, request as AllocationChange),
    );
    if (saved) this.dialog.close(true);
  }
}

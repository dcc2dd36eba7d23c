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
import { type CohortDetail, cohortModeLabels, cohortModes } from '@jenjang/shared/cohort';
import { zones } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { LocaleService } from '../platform/locale';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { ZoneName } from '../ui/format-pipes';
import { CohortApi } from './cohort-api';
import { cohortWords } from './cohort-words';
import { StaleNotice } from '../ui/stale-notice';

/** Changes the facts of a cohort. Closes with true when something was saved. */
@Component({
  selector: 'j-edit-cohort-dialog',
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
    StaleNotice,
    TranslocoPipe,
    ZoneName,
  ],
  templateUrl: './edit-cohort-dialog.html',
  styleUrl: '../ui/dialog.css',
})
export class EditCohortDialog {
  private readonly cohort = inject<CohortDetail>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<EditCohortDialog, boolean>>(MatDialogRef);
  private readonly api = inject(CohortApi);
  private readonly words = cohortWords();
  protected readonly locale = inject(LocaleService).locale;
  protected readonly modes = cohortModes;
  protected readonly modeLabels = cohortModeLabels;
  protected readonly zones = zones;
  protected readonly form = new FormGroup({
    version: new FormControl(this.cohort.version, { nonNullable: true }),
    name: new FormControl(this.cohort.name, { nonNullable: true }),
    code: new FormControl(this.cohort.code, { nonNullable: true }),
    ordinal: new FormControl<number | null>(this.cohort.ordinal),
    startsOn: new FormControl(this.cohort.startsOn, { nonNullable: true }),
    endsOn: new FormControl(this.cohort.endsOn, { nonNullable: true }),
    zone: new FormControl(this.cohort.zone, { nonNullable: true }),
    mode: new FormControl(this.cohort.mode, { nonNullable: true }),
    venueName: new FormControl(this.cohort.venueName, { nonNullable: true }),
    venueCity: new FormControl(this.cohort.venueCity, { nonNullable: true }),
    capacity: new FormControl<number | null>(this.cohort.capacity),
  });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/cohort').then((m) => m.ChangeCohortRequest),
  );
  protected readonly labels = computed(() =>
    Object.fromEntries(Object.keys(this.form.controls).map((name) => [name, this.words(`field.${name}`)])),
  );

  protected async save(): Promise<void> {
    // The check leaves empty texts out; here they mean that the venue was taken away.
    const { venueName, venueCity } = this.form.getRawValue();
    const isSaved = await this.submission.submit((request) =>
      this.api.change(this.cohort.id, Object.assign(request, { venueName, venueCity })),
    );
    if (isSaved) this.dialog.close(true);
  }

  protected async saveOver(version: number): Promise<void> {
    this.form.controls.version.setValue(version);
    await this.save();
  }

  protected drop(): void {
    this.dialog.close(true);
  }
}

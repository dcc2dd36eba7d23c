import { Component, inject, signal } from '@angular/core';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type Zone, localDate } from '@jenjang/shared/platform';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { SelectionApi } from './selection-api';

const membersAtMost = 12;

/** Writes the minutes of the selection and lists those written, each with its paper. */
@Component({
  selector: 'j-minutes-dialog',
  imports: [
    Banner,
    ErrorSummary,
    Field,
    FieldControl,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Moment,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  templateUrl: './minutes-dialog.html',
  styleUrl: './minutes-dialog.css',
})
export class MinutesDialog {
  protected readonly cohort = inject<{ readonly id: string; readonly zone: Zone }>(MAT_DIALOG_DATA);
  private readonly api = inject(SelectionApi);
  private readonly transloco = inject(TranslocoService);
  private readonly resource = this.api.minutes(this.cohort.id);
  protected readonly minutes = loaded(this.resource);
  protected readonly written = signal<string | null>(null);
  protected readonly membersAtMost = membersAtMost;
  protected readonly form = new FormGroup({
    heldOn: new FormControl(localDate(Date.now(), this.cohort.zone), { nonNullable: true }),
    place: new FormControl('', { nonNullable: true }),
    committee: new FormArray([this.member('chair'), this.member('secretary')]),
  });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/selection').then((m) => m.WriteMinutesRequest),
  );

  protected add(): void {
    this.form.controls.committee.push(this.member('member'));
  }

  protected remove(index: number): void {
    this.form.controls.committee.removeAt(index);
  }

  protected async write(): Promise<void> {
    const isDone = await this.submission.submit(async (request) => {
      this.written.set((await this.api.writeMinutes(this.cohort.id, request)).number);
    });
    if (isDone) this.resource.reload();
  }

  private member(
    role: 'chair' | 'secretary' | 'member',
  ): FormGroup<{ name: FormControl<string>; role: FormControl<string> }> {
    const word = this.transloco.translate(`selection.minutes.${role}`);
    return new FormGroup({
      name: new FormControl('', { nonNullable: true }),
      role: new FormControl(word, { nonNullable: true }),
    });
  }
}

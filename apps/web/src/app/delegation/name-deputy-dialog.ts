import { Component, computed, inject, signal } from '@angular/core';
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
import type { DelegableGrant, DelegateRequest, DeputyCandidate } from '@jenjang/shared/delegation';
import { localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { wordsOf } from '../platform/words';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { SearchField } from '../ui/search-field';
import { DelegationApi } from './delegation-api';

const text = (value = ''): FormControl<string> => new FormControl(value, { nonNullable: true });

/** Names a deputy from one day to another. Closes with true when it was done. */
@Component({
  selector: 'j-name-deputy-dialog',
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
    SearchField,
    TranslocoPipe,
  ],
  templateUrl: './name-deputy-dialog.html',
  styles: `
    form,
    fieldset {
      display: grid;
      gap: var(--s3);
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    fieldset label {
      display: grid;
      grid-template-columns: 24px 1fr;
      align-items: center;
      gap: var(--s2);
      min-height: 44px;
    }
    .days {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
      gap: var(--s3);
    }
    .label {
      margin: 0;
      font-weight: 600;
      color: var(--ink);
    }
    p {
      margin: 0;
    }
  `,
})
export class NameDeputyDialog {
  protected readonly grants = inject<readonly DelegableGrant[]>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<NameDeputyDialog, boolean>>(MatDialogRef);
  private readonly api = inject(DelegationApi);
  private readonly words = wordsOf('delegation');
  protected readonly today = localDate(Date.now(), this.grants[0]?.zone ?? 'Asia/Jakarta');
  protected readonly form = new FormGroup({
    grantId: text(this.grants[0]?.grantId),
    deputyId: text(),
    startsOn: text(this.today),
    endsOn: text(),
    note: text(),
  });
  protected readonly submission = new FormSubmission<DelegateRequest>(this.form, () =>
    import('@jenjang/shared/delegation').then((m) => m.DelegateRequest),
  );
  protected readonly q = signal('');
  protected readonly candidates = loaded(
    this.api.candidates(() => ({ grantId: this.form.getRawValue().grantId, q: this.q() })),
  );
  protected readonly labels = computed(() =>
    Object.fromEntries(
      ['grantId', 'deputyId', 'startsOn', 'endsOn', 'note'].map((field) => [
        field,
        this.words(`delegation.field.${field}`),
      ]),
    ),
  );

  protected choose({ accountId }: DeputyCandidate): void {
    this.form.controls.deputyId.setValue(accountId);
  }

  protected async save(): Promise<void> {
    if (await this.submission.submit((request) => this.api.delegate(request))) this.dialog.close(true);
  }
}

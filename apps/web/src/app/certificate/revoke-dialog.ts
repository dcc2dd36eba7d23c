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
import {
  type CertificateView,
  certificateReasonCodes,
  certificateReasonLabels,
  wordStanding,
} from '@jenjang/shared/certificate';
import { type Zone, localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { LocaleService } from '../platform/locale';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { LessonHours } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { CertificateApi } from './certificate-api';

/** Revokes a certificate for good. Closes with true when it was done. */
@Component({
  selector: 'j-revoke-dialog',
  imports: [
    ErrorSummary,
    Field,
    FieldControl,
    Icon,
    LessonHours,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  templateUrl: './revoke-dialog.html',
  styleUrl: './revoke-dialog.css',
})
export class RevokeDialog {
  private readonly api = inject(CertificateApi);
  private readonly dialog = inject<MatDialogRef<RevokeDialog, boolean>>(MatDialogRef);
  private readonly locale = inject(LocaleService).locale;
  protected readonly certificate = inject<CertificateView>(MAT_DIALOG_DATA);
  protected readonly form = new FormGroup({
    reasonCode: new FormControl('', { nonNullable: true }),
    publicText: new FormControl('', { nonNullable: true }),
    privateNote: new FormControl('', { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/certificate').then((m) => m.RevokeRequest),
  );
  protected readonly reasons = computed(() =>
    certificateReasonCodes.map((code) => ({ code, word: certificateReasonLabels[code][this.locale()] })),
  );
  private readonly publicText = toSignal(this.form.controls.publicText.valueChanges, { initialValue: '' });
  /** The first line of the public page, as it will stand there. */
  protected readonly preview = computed(() => {
    const changedOn = localDate(Date.now(), this.certificate.snapshot.cohort.zone as Zone);
    const publicText = this.publicText().trim() || '…';
    return wordStanding('revoked', { changedOn, publicText, validUntil: null }, this.locale());
  });
  /** Year of the ledger that the JP are taken back from. */
  protected readonly year = this.certificate.snapshot.cohort.endsOn.slice(0, 4);

  protected async revoke(): Promise<void> {
    const isDone = await this.submission.submit((request) => this.api.revoke(this.certificate.id, request));
    if (isDone) this.dialog.close(true);
  }
}

import { Component, computed, inject, signal } from '@angular/core';
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
import { moveReasonLabels, reasonsToLeave } from '@jenjang/shared/enrolment';
import type { LeavingReason } from '@jenjang/shared/waiting';
import { TranslocoPipe, provideTranslocoScope } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { loaded, loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { EmptyState } from '../ui/empty-state';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { Day, NipPipe } from '../ui/format-pipes';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { WaitingApi } from './waiting-api';

/** Who leaves a cohort. */
export interface Leaving {
  readonly enrolmentId: string;
  readonly name: string;
}

/** Somebody leaves, with a reason code, and somebody else may come in the same moment. Closes with true when it was done. */
@Component({
  selector: 'j-replace-dialog',
  imports: [
    Banner,
    Day,
    EmptyState,
    ErrorSummary,
    Field,
    FieldControl,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    NipPipe,
    ReactiveFormsModule,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  providers: [provideTranslocoScope('waiting')],
  templateUrl: './replace-dialog.html',
  styleUrls: ['../ui/dialog.css', './replace-dialog.css'],
})
export class ReplaceDialog {
  protected readonly leaving = inject<Leaving>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<ReplaceDialog, boolean>>(MatDialogRef);
  private readonly api = inject(WaitingApi);
  private readonly words = wordsOf('waiting');
  private readonly locale = inject(LocaleService).locale;
  protected readonly form = new FormGroup({
    code: new FormControl<LeavingReason | ''>('', { nonNullable: true }),
    reason: new FormControl('', { nonNullable: true }),
    personId: new FormControl('', { nonNullable: true }),
  });
  protected readonly replaces = signal(true);
  protected readonly search = signal('');
  protected readonly rule = loaded(this.api.replacement(this.leaving.enrolmentId));
  private readonly people = this.api.candidates(this.leaving.enrolmentId, this.search, this.replaces);
  protected readonly candidates = loadedPage(this.people);
  protected readonly isSearching = this.people.isLoading;
  protected readonly submission = new FormSubmission<{
    code: LeavingReason;
    reason?: string;
    personId?: string;
  }>(this.form, () =>
    import('@jenjang/shared/waiting').then((m) => (this.replaces() ? m.ReplaceRequest : m.WithdrawRequest)),
  );
  private readonly code = toSignal(this.form.controls.code.valueChanges, { initialValue: '' });
  protected readonly reasons = computed(() =>
    reasonsToLeave.withdrawn
      .filter((code) => code !== 'offerLapsed' && code !== 'replaced')
      .map((code) => ({ code, word: moveReasonLabels[code][this.locale()] })),
  );
  protected readonly wantsWords = computed(() => this.code() === 'other');
  protected readonly labels = computed(() => ({
    code: this.words('waiting.leave.code'),
    reason: this.words('waiting.leave.reason'),
    personId: this.words('waiting.leave.person'),
  }));

  protected choose(replaces: boolean): void {
    this.replaces.set(replaces);
    if (!replaces) this.form.controls.personId.setValue('');
  }

  protected async send(): Promise<void> {
    const isDone = await this.submission.submit(({ personId, ...request }) =>
      this.replaces() && personId
        ? this.api.replace(this.leaving.enrolmentId, { ...request, personId })
        : this.api.withdraw(this.leaving.enrolmentId, request),
    );
    if (isDone) this.dialog.close(true);
  }
}

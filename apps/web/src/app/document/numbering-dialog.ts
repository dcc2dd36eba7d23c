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
  type DocumentList,
  type NumberedKind,
  documentKindLabels,
  documentNumber,
  numberedKinds,
} from '@jenjang/shared/document';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { LocaleService } from '../platform/locale';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { DocumentApi } from './document-api';

/** How the agency writes its numbers from now on, each with an example. Closes with true when it was saved. */
@Component({
  selector: 'j-numbering-dialog',
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
  template: `<h2 mat-dialog-title>{{ 'document.numbering.title' | transloco }}</h2>
    <mat-dialog-content>
      <form novalidate id="numbering" [formGroup]="form" (ngSubmit)="save()">
        <j-error-summary [errors]="submission.errors()" />
        <p class="muted small">
          {{ 'document.numbering.tokens' | transloco }} <code>{{ tokens }}</code>
        </p>
        <div class="stack" formGroupName="templates">
          @for (kind of kinds; track kind) {
            <j-field [label]="labelOf(kind)" [hint]="exampleOf(kind)">
              <input jControl maxlength="80" spellcheck="false" [formControlName]="kind" />
            </j-field>
          }
        </div>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton [mat-dialog-close]="undefined">{{ 'document.cancel' | transloco }}</button>
      <button
        matButton="filled"
        type="submit"
        form="numbering"
        disabledInteractive
        [disabled]="submission.busy()"
      >
        {{ 'document.numbering.save' | transloco }}
      </button>
    </mat-dialog-actions>`,
  styleUrl: '../ui/dialog.css',
})
export class NumberingDialog {
  private readonly list = inject<DocumentList>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<NumberingDialog, boolean>>(MatDialogRef);
  private readonly api = inject(DocumentApi);
  private readonly locale = inject(LocaleService).locale;
  protected readonly kinds = numberedKinds;
  protected readonly tokens = '{seq:3} {kind} {unit} {programme} {cohort} {month} {roman-month} {year}';
  protected readonly form = new FormGroup({
    templates: new FormGroup(
      Object.fromEntries(
        numberedKinds.map((kind) => [
          kind,
          new FormControl(this.list.numbering[kind], { nonNullable: true }),
        ]),
      ),
    ),
  });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/document').then((m) => m.NumberingRequest),
  );
  private readonly values = toSignal(this.form.controls.templates.valueChanges, {
    initialValue: this.form.controls.templates.value,
  });
  private readonly examples = computed(() =>
    Object.fromEntries(
      numberedKinds.map((kind) => [
        kind,
        documentNumber(this.values()[kind] ?? '', {
          sequence: 7,
          kind,
          unit: 'KOTA-TELAGA',
          programme: 'DLA',
          cohort: 'DLA-1',
          issuedOn: '2026-09-07',
        }),
      ]),
    ),
  );

  protected labelOf(kind: NumberedKind): string {
    return documentKindLabels[kind][this.locale()];
  }

  protected exampleOf(kind: NumberedKind): string {
    return this.examples()[kind] ?? '';
  }

  protected async save(): Promise<void> {
    const isDone = await this.submission.submit((request) =>
      this.api.setNumbering(this.list.agencyId, request),
    );
    if (isDone) this.dialog.close(true);
  }
}

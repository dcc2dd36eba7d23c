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
import type { CohortDetail } from '@jenjang/shared/cohort';
import {
  type DocumentKind,
  type DocumentList,
  type DocumentRow,
  type LetterForm,
  type Orientation,
  documentKindLabels,
  documentKinds,
  numberedKinds,
} from '@jenjang/shared/document';
import { formatDate, formatTime, localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { LocaleService } from '../platform/locale';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { DocumentApi } from './document-api';

/** What the dialog needs of the cohort and its agency. */
export interface Making extends Pick<DocumentList, 'signatory' | 'numbering'> {
  readonly cohort: CohortDetail;
}

/** Chooses a paper and makes it. Closes with its row. */
@Component({
  selector: 'j-make-document-dialog',
  imports: [
    Banner,
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
  templateUrl: './make-document-dialog.html',
  styleUrl: '../ui/dialog.css',
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend,
    .ground label {
      padding: 0;
      font-weight: 600;
    }
  `,
})
export class MakeDocumentDialog {
  protected readonly making = inject<Making>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<MakeDocumentDialog, DocumentRow>>(MatDialogRef);
  private readonly api = inject(DocumentApi);
  private readonly words = wordsOf('document');
  private readonly locale = inject(LocaleService).locale;
  protected readonly kinds = documentKinds;
  protected readonly form = new FormGroup({
    kind: new FormControl<DocumentKind>('attendance_sheet', { nonNullable: true }),
    classId: new FormControl('', { nonNullable: true }),
    sessionIds: new FormControl<string[]>([], { nonNullable: true }),
    form: new FormControl<LetterForm>('joint', { nonNullable: true }),
    orientation: new FormControl<Orientation>('portrait', { nonNullable: true }),
    grounds: new FormControl<string[]>([], { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/document').then((m) => m.MakeDocumentRequest),
  );
  private readonly kind = toSignal(this.form.controls.kind.valueChanges, {
    initialValue: this.form.controls.kind.value,
  });
  protected readonly isLetter = computed(() => this.kind().endsWith('_letter'));
  protected readonly isSheet = computed(() => this.kind() === 'attendance_sheet');
  protected readonly isTable = computed(() => this.isSheet() || this.kind() === 'participant_list');
  protected readonly template = computed(() => {
    const numbered = numberedKinds.find((kind) => kind === this.kind());
    return numbered === undefined ? null : this.making.numbering[numbered];
  });
  protected readonly sessions = computed(() =>
    this.making.cohort.sessions
      .filter(({ state }) => state !== 'cancelled')
      .map(({ id, title, startsAt, zone }) => ({
        id,
        label: `${formatDate(localDate(startsAt, zone), this.locale(), 'short')} ${formatTime(startsAt, zone)} · ${title}`,
      })),
  );
  protected readonly labels = computed(() =>
    Object.fromEntries(
      Object.keys(this.form.controls).map((name) => [name, this.words(`document.field.${name}`)]),
    ),
  );

  protected labelOf(kind: DocumentKind): string {
    return documentKindLabels[kind][this.locale()];
  }

  protected toggle(sessionId: string): void {
    const chosen = new Set(this.form.controls.sessionIds.value);
    if (!chosen.delete(sessionId)) chosen.add(sessionId);
    this.form.controls.sessionIds.setValue([...chosen]);
  }

  protected chooseAll(): void {
    this.form.controls.sessionIds.setValue(this.sessions().map(({ id }) => id));
  }

  /** One ground a line. */
  protected setGrounds(text: string): void {
    this.form.controls.grounds.setValue(text.split('\n').filter((line) => line.trim() !== ''));
  }

  protected async make(): Promise<void> {
    await this.submission.submit(async (request) => {
      const { rows } = await this.api.make(this.making.cohort.id, request);
      this.dialog.close(rows[0]);
    });
  }
}

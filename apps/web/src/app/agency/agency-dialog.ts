import { Component, computed, effect, inject, signal } from '@angular/core';
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
  type AgencyDetail,
  type AgencyKind,
  type ChangeAgencyRequest,
  type CreateAgencyRequest,
  agencyKindLabels,
  agencyKinds,
} from '@jenjang/shared/agency';
import { type Zone, zones } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { StaleBanner, emptiedOf } from '../person';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { wordsOf } from '../platform/words';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { ZoneName } from '../ui/format-pipes';
import { AgencyApi } from './agency-api';

const text = (): FormControl<string> => new FormControl('', { nonNullable: true });
const fields = [
  'code',
  'name',
  'shortName',
  'kind',
  'zone',
  'regionCode',
  'minutesPerLessonHour',
  'siasnInstansiId',
];

/** Adds an agency, or changes the one whose id it is opened with. Closes with true when something was saved. */
@Component({
  selector: 'j-agency-dialog',
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
    StaleBanner,
    TranslocoPipe,
    ZoneName,
  ],
  templateUrl: './agency-dialog.html',
  styleUrl: './unit-dialog.css',
})
export class AgencyDialog {
  private readonly id = inject<string | null>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<AgencyDialog, boolean>>(MatDialogRef);
  private readonly api = inject(AgencyApi);
  private readonly words = wordsOf('agency');
  protected readonly locale = inject(LocaleService).locale;
  protected readonly isNew = this.id === null;
  protected readonly kinds = agencyKinds;
  protected readonly kindLabels = agencyKindLabels;
  protected readonly zones = zones;
  protected readonly stored = loaded(this.api.agency(() => this.id ?? ''));
  protected readonly form = new FormGroup({
    code: text(),
    name: text(),
    shortName: text(),
    kind: new FormControl<AgencyKind>('city', { nonNullable: true }),
    zone: new FormControl<Zone>('Asia/Makassar', { nonNullable: true }),
    regionCode: text(),
    minutesPerLessonHour: new FormControl(45, { nonNullable: true }),
    siasnInstansiId: text(),
    version: new FormControl(1, { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission<CreateAgencyRequest | ChangeAgencyRequest>(
    this.form,
    () =>
      import('@jenjang/shared/agency').then((m) =>
        this.isNew ? m.CreateAgencyRequest : m.ChangeAgencyRequest,
      ),
  );
  protected readonly labels = computed(() =>
    Object.fromEntries(fields.map((field) => [field, this.words(`agency.agencyField.${field}`)])),
  );
  private readonly regionWords = signal('');
  private readonly found = loaded(this.api.regions(this.regionWords));
  protected readonly regions = computed(() => this.found.value() ?? []);

  constructor() {
    if (this.isNew) this.form.controls.version.disable();
    else this.form.controls.code.disable();
    effect(() => {
      const agency = this.stored.value();
      if (agency && this.form.pristine) this.form.patchValue(shown(agency));
    });
  }

  protected lookUp(words: string): void {
    this.regionWords.set(words);
  }

  protected async save(): Promise<void> {
    const saved = await this.submission.submit((request) =>
      this.id === null
        ? this.api.createAgency(request as CreateAgencyRequest)
        : this.api.changeAgency(this.id, Object.assign(request as ChangeAgencyRequest, this.emptied())),
    );
    if (saved) this.dialog.close(true);
  }

  protected async saveOver(version: number): Promise<void> {
    this.form.patchValue({ version });
    await this.save();
  }

  /** Facts that were there and that the form emptied. */
  private emptied(): object {
    const { regionCode = null, siasnInstansiId = null } = this.stored.value() ?? {};
    return emptiedOf({ regionCode, siasnInstansiId }, this.form.getRawValue());
  }
}

function shown({
  regionCode,
  siasnInstansiId,
  ...agency
}: AgencyDetail): Partial<ReturnType<AgencyDialog['form']['getRawValue']>> {
  return { ...agency, regionCode: regionCode ?? '', siasnInstansiId: siasnInstansiId ?? '' };
}

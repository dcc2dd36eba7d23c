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
import {
  type ChangeUnitRequest,
  type CreateUnitRequest,
  type UnitNode,
  unitKindLabels,
  unitKinds,
} from '@jenjang/shared/agency';
import { TranslocoPipe } from '@jsverse/transloco';
import { StaleBanner, emptiedOf } from '../person';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { wordsOf } from '../platform/words';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { AgencyApi } from './agency-api';
import { childKind } from './tree-view.rules';

/** What the dialogs of the tree are opened with. */
export interface UnitAsked {
  /** A new unit below the given one, or new facts of the given one. */
  readonly act: 'add' | 'rename';
  readonly unit: UnitNode;
  readonly units: readonly UnitNode[];
  readonly agencyId: string;
}

/** Adds a unit or changes what one is called. Closes with true when something was saved. */
@Component({
  selector: 'j-unit-dialog',
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
  ],
  templateUrl: './unit-dialog.html',
  styleUrl: './unit-dialog.css',
})
export class UnitDialog {
  protected readonly asked = inject<UnitAsked>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<UnitDialog, boolean>>(MatDialogRef);
  private readonly api = inject(AgencyApi);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly kinds = unitKinds;
  protected readonly kindLabels = unitKindLabels;
  protected readonly isNew = this.asked.act === 'add';
  private readonly before = this.isNew
    ? { shortName: null, regionCode: null }
    : { shortName: this.asked.unit.shortName, regionCode: this.asked.unit.regionCode };
  private readonly words = wordsOf('agency');
  protected readonly labels = computed(() =>
    Object.fromEntries(
      ['kind', 'code', 'name', 'shortName', 'regionCode'].map((field) => [
        field,
        this.words(`agency.field.${field}`),
      ]),
    ),
  );
  protected readonly form = new FormGroup({
    kind: new FormControl(this.isNew ? childKind(this.asked.unit.kind) : this.asked.unit.kind, {
      nonNullable: true,
    }),
    code: new FormControl(this.isNew ? '' : this.asked.unit.code, { nonNullable: true }),
    name: new FormControl(this.isNew ? '' : this.asked.unit.name, { nonNullable: true }),
    shortName: new FormControl(this.before.shortName ?? '', { nonNullable: true }),
    regionCode: new FormControl(this.before.regionCode ?? '', { nonNullable: true }),
    ...(this.isNew
      ? {
          agencyId: new FormControl(this.asked.agencyId, { nonNullable: true }),
          parentId: new FormControl<string | null>(this.asked.unit.id),
          activeFrom: new FormControl('', { nonNullable: true }),
        }
      : { version: new FormControl(this.asked.unit.version, { nonNullable: true }) }),
  });
  protected readonly submission = new FormSubmission<CreateUnitRequest | ChangeUnitRequest>(this.form, () =>
    import('@jenjang/shared/agency').then((m) => (this.isNew ? m.CreateUnitRequest : m.ChangeUnitRequest)),
  );
  private readonly regionWords = signal('');
  private readonly found = loaded(this.api.regions(this.regionWords));
  protected readonly regions = computed(() => this.found.value() ?? []);

  protected lookUp(words: string): void {
    this.regionWords.set(words);
  }

  protected async save(): Promise<void> {
    const saved = await this.submission.submit((request) =>
      this.isNew
        ? this.api.create(request as CreateUnitRequest)
        : this.api.change(
            this.asked.unit.id,
            Object.assign(request as ChangeUnitRequest, emptiedOf(this.before, this.form.getRawValue())),
          ),
    );
    if (saved) this.dialog.close(true);
  }

  protected async saveOver(version: number): Promise<void> {
    this.form.patchValue({ version });
    await this.save();
  }
}

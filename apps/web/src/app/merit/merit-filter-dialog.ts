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
import { certificateStateLabels } from '@jenjang/shared/certificate';
import { meritBands } from '@jenjang/shared/merit';
import { echelonBandLabels } from '@jenjang/shared/person';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Field, FieldControl } from '../ui/field';
import type { MeritChoices } from './merit-choices';

const states = ['active', 'suspended', 'revoked', 'superseded'] as const;

function text(value: string | undefined): FormControl<string> {
  return new FormControl(value ?? '', { nonNullable: true });
}

/** Sets every filter of the merit list at once. */
@Component({
  selector: 'j-merit-filter-dialog',
  imports: [
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
  templateUrl: './merit-filter-dialog.html',
  styles: `
    form {
      display: grid;
      gap: var(--s4);
      padding-top: var(--s1);
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
      gap: var(--s4);
    }
    .error {
      margin: calc(-1 * var(--s3)) 0 0;
      color: var(--bad);
      font-size: var(--t-s);
      font-weight: 600;
    }
    mat-dialog-actions {
      justify-content: flex-end;
      gap: var(--s2);
      padding: var(--s2) var(--s5) var(--s5);
    }
  `,
})
export class MeritFilterDialog {
  private readonly dialog = inject<MatDialogRef<MeritFilterDialog>>(MatDialogRef);
  private readonly locale = inject(LocaleService).locale;
  /** Of the page that opened it: what is chosen lands in the URL at once, so that the units follow the agency. */
  protected readonly choices = inject<MeritChoices>(MAT_DIALOG_DATA);
  private readonly now = this.choices.table.state().filters;
  protected readonly form = new FormGroup({
    agencyId: text(this.now['agencyId']),
    unitId: text(this.now['unitId']),
    programmeId: text(this.now['programmeId']),
    band: text(this.now['band']),
    from: text(this.now['from']),
    to: text(this.now['to']),
    state: text(this.now['state']),
  });
  private readonly value = toSignal(this.form.valueChanges, { initialValue: this.form.getRawValue() });
  protected readonly isPeriodUpsideDown = computed(() => {
    const { from, to } = this.value();
    return Boolean(from && to && to < from);
  });
  protected readonly bands = computed(() =>
    meritBands.map((band) => ({ band, word: echelonBandLabels[band][this.locale()] })),
  );
  protected readonly states = computed(() =>
    states.map((state) => ({ state, word: certificateStateLabels[state][this.locale()] })),
  );

  /** Units belong to an agency: another agency has others. */
  protected chooseAgency(): void {
    this.form.controls.unitId.setValue('');
    const { filters } = this.choices.table.state();
    this.choices.table.change({
      filters: { ...filters, agencyId: this.form.controls.agencyId.value, unitId: '' },
    });
  }

  protected apply(): void {
    if (this.isPeriodUpsideDown()) return;
    const { filters } = this.choices.table.state();
    this.choices.table.change({ filters: { ...filters, ...this.form.getRawValue() } });
    this.dialog.close();
  }
}

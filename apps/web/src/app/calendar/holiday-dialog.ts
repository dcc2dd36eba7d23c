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
import {
  type ChangeHolidayRequest,
  type HolidayKind,
  type HolidayRow,
  holidayKindLabels,
  holidayKinds,
} from '@jenjang/shared/calendar';
import { TranslocoPipe } from '@jsverse/transloco';
import { AgencyApi } from '../agency';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { wordsOf } from '../platform/words';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { StaleNotice } from '../ui/stale-notice';
import { CalendarApi } from './calendar-api';

export interface HolidayDialogData {
  /** Null for a new one. */
  readonly row: HolidayRow | null;
  readonly year: number;
}

const text = (value: string): FormControl<string> => new FormControl(value, { nonNullable: true });

/** A holiday: its day, its name, and where it is written. Closes with true when it was saved. */
@Component({
  selector: 'j-holiday-dialog',
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
  ],
  template: `<h2 mat-dialog-title>
      {{ (row ? 'calendar.holiday.editTitle' : 'calendar.holiday.add') | transloco }}
    </h2>
    <mat-dialog-content>
      <form novalidate id="holiday" [formGroup]="form" (ngSubmit)="save()">
        @if (submission.problem()?.code !== 'conflict.stale') {
          <j-error-summary [errors]="submission.errors()" [labels]="labels()" />
        }
        <j-stale-notice
          fieldWords="calendar.field"
          [problem]="submission.problem()"
          (dropped)="close()"
          (kept)="saveOver($event)"
        />
        <div class="fields">
          <j-field [label]="'calendar.field.fallsOn' | transloco"
            ><input jControl type="date" formControlName="fallsOn"
          /></j-field>
          <j-field [label]="'calendar.field.kind' | transloco">
            <select jControl formControlName="kind">
              @for (kind of kinds; track kind) {
                <option [value]="kind">{{ kindLabels[kind][locale()] }}</option>
              }
            </select>
          </j-field>
          <j-field class="wide" [label]="'calendar.field.name' | transloco"
            ><input jControl maxlength="120" formControlName="name"
          /></j-field>
          @if (form.controls.kind.value === 'agency' && agencies().length > 1) {
            <j-field class="wide" [label]="'calendar.field.agencyId' | transloco">
              <select jControl formControlName="agencyId">
                @for (agency of agencies(); track agency.id) {
                  <option [value]="agency.id">{{ agency.name }}</option>
                }
              </select>
            </j-field>
          }
          <j-field class="wide" [label]="'calendar.field.source' | transloco" [optional]="true"
            ><input jControl maxlength="300" formControlName="source"
          /></j-field>
          <label class="check wide"
            ><input type="checkbox" formControlName="verified" /><span>{{
              'calendar.field.verified' | transloco
            }}</span></label
          >
        </div>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton [mat-dialog-close]="false">{{ 'calendar.cancel' | transloco }}</button>
      <button
        matButton="filled"
        type="submit"
        form="holiday"
        disabledInteractive
        [disabled]="submission.busy()"
      >
        {{ 'calendar.save' | transloco }}
      </button>
    </mat-dialog-actions>`,
  styleUrl: '../ui/dialog.css',
})
export class HolidayDialog {
  private readonly data = inject<HolidayDialogData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<HolidayDialog, boolean>>(MatDialogRef);
  private readonly api = inject(CalendarApi);
  private readonly words = wordsOf('calendar');
  private readonly isNational = (inject(SignInStore).me()?.grants ?? []).some(
    ({ role, scope }) => role === 'admin' && scope.kind === 'national',
  );
  protected readonly locale = inject(LocaleService).locale;
  protected readonly row = this.data.row;
  protected readonly kindLabels = holidayKindLabels;
  /** National days are kept by those who hold the whole country. */
  protected readonly kinds: readonly HolidayKind[] = this.isNational ? holidayKinds : ['agency'];
  private readonly reachable = loaded(inject(AgencyApi).agencies());
  protected readonly agencies = computed(() => this.reachable.value()?.rows ?? []);
  protected readonly form = new FormGroup({
    version: new FormControl(this.row?.version ?? 1, { nonNullable: true }),
    kind: new FormControl<HolidayKind>(this.row?.kind ?? (this.isNational ? 'national' : 'agency'), {
      nonNullable: true,
    }),
    agencyId: text(this.row?.agencyId ?? ''),
    fallsOn: text(this.row?.fallsOn ?? `${this.data.year}-01-01`),
    name: text(this.row?.name ?? ''),
    source: text(this.row?.source ?? ''),
    verified: new FormControl(this.row?.verified ?? true, { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission<ChangeHolidayRequest>(this.form, () =>
    import('@jenjang/shared/calendar').then((m) => m.ChangeHolidayRequest),
  );
  protected readonly labels = computed(() =>
    Object.fromEntries(
      Object.keys(this.form.controls).map((name) => [name, this.words(`calendar.field.${name}`)]),
    ),
  );

  protected async save(): Promise<void> {
    const { kind, agencyId } = this.form.getRawValue();
    const [first] = this.agencies();
    this.form.controls.agencyId.setValue(kind === 'agency' ? agencyId || (first?.id ?? '') : '');
    const isSaved = await this.submission.submit(({ version, ...request }) =>
      this.api.saveHoliday(this.row?.id ?? null, this.row === null ? request : { ...request, version }),
    );
    if (isSaved) this.dialog.close(true);
  }

  protected async saveOver(version: number): Promise<void> {
    this.form.controls.version.setValue(version);
    await this.save();
  }

  protected close(): void {
    this.dialog.close(true);
  }
}

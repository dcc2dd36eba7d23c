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
import type { Module, ModuleRequest } from '@jenjang/shared/programme';
import { TranslocoPipe } from '@jsverse/transloco';
import { wordsOf } from '../platform/words';
import { FormSubmission } from '../platform/form';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { CurriculumApi } from './curriculum-api';

/** A module to change, or null for a new one. */
export interface ModuleToEdit {
  readonly curriculumId: string;
  readonly module: Module | null;
  /** Modules that are there already, for the suggested code. */
  readonly count: number;
}

/** Title, code, summary and JP of a module. Closes with true when it was saved. */
@Component({
  selector: 'j-module-dialog',
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
  template: `<form novalidate [formGroup]="form" (ngSubmit)="save()">
    <h2 mat-dialog-title>
      {{ (asked.module ? 'curriculum.module.edit' : 'curriculum.module.new') | transloco }}
    </h2>
    <mat-dialog-content class="stack tight">
      <j-error-summary [errors]="submission.errors()" [labels]="labels()" />
      <j-field [label]="'curriculum.module.title' | transloco"
        ><input jControl maxlength="200" formControlName="title"
      /></j-field>
      <div class="pair">
        <j-field [label]="'curriculum.module.code' | transloco"
          ><input jControl maxlength="24" formControlName="code"
        /></j-field>
        <j-field [label]="'curriculum.module.lessonHours' | transloco"
          ><input
            jControl
            type="number"
            min="0"
            max="999"
            step="0.25"
            inputmode="decimal"
            formControlName="lessonHours"
        /></j-field>
      </div>
      <j-field [label]="'curriculum.module.summary' | transloco" [optional]="true">
        <textarea jControl rows="3" maxlength="2000" formControlName="summary"></textarea>
      </j-field>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" matButton mat-dialog-close>{{ 'curriculum.cancel' | transloco }}</button>
      <button type="submit" matButton="filled" disabledInteractive [disabled]="submission.busy()">
        {{ 'curriculum.module.save' | transloco }}
      </button>
    </mat-dialog-actions>
  </form>`,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--s4);
    }
  `,
})
export class ModuleDialog {
  private readonly api = inject(CurriculumApi);
  private readonly words = wordsOf('programme', 'curriculum');
  private readonly dialog = inject<MatDialogRef<unknown, boolean>>(MatDialogRef);
  protected readonly asked = inject<ModuleToEdit>(MAT_DIALOG_DATA);
  protected readonly form = new FormGroup({
    title: new FormControl(this.asked.module?.title ?? '', { nonNullable: true }),
    code: new FormControl(this.asked.module?.code ?? `MP-${this.asked.count + 1}`, { nonNullable: true }),
    lessonHours: new FormControl<number | null>(this.asked.module?.lessonHours ?? null),
    summary: new FormControl(this.asked.module?.summary ?? '', { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission<ModuleRequest>(this.form, () =>
    import('@jenjang/shared/programme').then((m) => m.ModuleRequest),
  );
  protected readonly labels = computed(() =>
    Object.fromEntries(
      Object.keys(this.form.controls).map((name) => [name, this.words(`curriculum.module.${name}`)]),
    ),
  );

  protected async save(): Promise<void> {
    const { module, curriculumId } = this.asked;
    const saved = await this.submission.submit((request) =>
      module
        ? this.api.changeModule(module.id, Object.assign(request, { version: module.version }))
        : this.api.addModule(curriculumId, request),
    );
    if (saved) this.dialog.close(true);
  }
}

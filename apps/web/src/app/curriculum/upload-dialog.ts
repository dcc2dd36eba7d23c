import { Component, inject, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { KeptFile } from '@jenjang/shared/file';
import { TranslocoPipe } from '@jsverse/transloco';
import { wordsOf } from '../platform/words';
import { AppProblem } from '../platform/problem';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Bar } from '../ui/bar';
import { FileDrop } from '../ui/file-drop';
import { CurriculumApi } from './curriculum-api';

/** A file to add to a module. */
export interface FileToAdd {
  readonly kind: 'pdf' | 'video';
  readonly moduleId: string;
  readonly agencyId: string | null;
}

/** Uploads a PDF or a video, shows how far it is, and adds it. Closes with true when it was added. */
@Component({
  selector: 'j-upload-dialog',
  imports: [
    Banner,
    Bar,
    FileDrop,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  template: `<h2 mat-dialog-title>{{ 'curriculum.upload.' + asked.kind | transloco }}</h2>
    <mat-dialog-content class="stack tight">
      @if (problem(); as words) {
        <j-banner tone="bad">{{ words }}</j-banner>
      }
      @if (kept(); as file) {
        <p class="sub">{{ file.name }}</p>
        <div>
          <label for="upload-title"
            ><b>{{ 'curriculum.activity.title' | transloco }}</b></label
          >
          <input id="upload-title" class="control" maxlength="200" [formControl]="title" />
        </div>
        <label class="row"
          ><input type="checkbox" [formControl]="required" />
          {{ 'curriculum.activity.required' | transloco }}</label
        >
      } @else if (percent() === null) {
        <j-file-drop
          [label]="'curriculum.upload.choose' | transloco"
          [hint]="'curriculum.upload.hint.' + asked.kind | transloco"
          [accept]="asked.kind === 'pdf' ? '.pdf' : '.mp4,.webm'"
          [maxMegabytes]="asked.kind === 'pdf' ? 50 : 200"
          (chosen)="upload($event)"
        />
      } @else {
        @let words = 'curriculum.upload.progress' | transloco: { percent: percent() };
        <p role="status">{{ words }}</p>
        <j-bar [value]="percent() ?? 0" [max]="100" [label]="words" />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton mat-dialog-close>{{ 'curriculum.cancel' | transloco }}</button>
      @if (kept(); as file) {
        <button matButton="filled" disabledInteractive [disabled]="busy()" (click)="add(file)">
          {{ 'curriculum.upload.add' | transloco }}
        </button>
      }
    </mat-dialog-actions>`,
  styles: `
    /* Room for the ring around what has the focus. */
    mat-dialog-content {
      padding: 4px 28px var(--s2);
    }
  `,
})
export class UploadDialog {
  private readonly api = inject(CurriculumApi);
  private readonly words = inject(ProblemText);
  private readonly named = wordsOf('curriculum');
  private readonly dialog = inject<MatDialogRef<unknown, boolean>>(MatDialogRef);
  protected readonly asked = inject<FileToAdd>(MAT_DIALOG_DATA);
  protected readonly title = new FormControl('', { nonNullable: true });
  protected readonly required = new FormControl(true, { nonNullable: true });
  /** Share that has left, 0 to 100; null while nothing is on its way. */
  protected readonly percent = signal<number | null>(null);
  protected readonly kept = signal<KeptFile | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);

  protected async upload(file: File): Promise<void> {
    this.problem.set(null);
    this.percent.set(0);
    await this.attempt(async () => {
      this.kept.set(await this.api.upload(file, this.asked.agencyId, (percent) => this.percent.set(percent)));
      this.title.setValue(file.name.replace(/\.\w+$/, '').replaceAll(/[-_]+/g, ' '));
    });
    this.percent.set(null);
  }

  protected async add({ id }: KeptFile): Promise<void> {
    const { kind, moduleId } = this.asked;
    this.busy.set(true);
    await this.attempt(async () => {
      await this.api.addActivity(moduleId, {
        kind,
        title: this.title.value.trim(),
        fileId: id,
        required: this.required.value,
      });
      this.dialog.close(true);
    });
    this.busy.set(false);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // The title is the only field here, so what is said of a field is said of it.
      const ofTitle = error instanceof AppProblem ? error.errors[0]?.message : undefined;
      this.problem.set(
        ofTitle ? `${this.named('curriculum.activity.title')}: ${ofTitle}` : this.words.of(error),
      );
    }
  }
}

import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { CandidateRow } from '@jenjang/shared/enrolment';
import { nameWithTitles } from '@jenjang/shared/person';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { NipPipe } from '../ui/format-pipes';
import { SearchField } from '../ui/search-field';
import { DayApi } from './day-api';

/** The session at whose door somebody stands. */
export interface WalkInAsked {
  readonly cohortId: string;
  readonly sessionId: string;
  readonly title: string;
}

/** Finds somebody who came unannounced, takes them in and marks them. Closes with true when somebody was taken. */
@Component({
  selector: 'j-walk-in-dialog',
  imports: [
    Banner,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    NipPipe,
    SearchField,
    TranslocoPipe,
  ],
  template: `<h2 mat-dialog-title>{{ 'day.walkIn.heading' | transloco: { title: asked.title } }}</h2>
    <mat-dialog-content class="stack tight">
      <p class="muted small">{{ 'day.walkIn.text' | transloco }}</p>
      <j-search-field
        [label]="'day.walkIn.search' | transloco"
        [value]="words()"
        (searched)="words.set($event)"
      />
      @if (problem(); as text) {
        <j-banner tone="bad">{{ text }}</j-banner>
      }
      <ul aria-live="polite">
        @for (person of found.value()?.rows ?? []; track person.personId) {
          <li>
            <div>
              <b class="name">{{ nameOf(person) }}</b>
              <span class="sub">{{ person.nip | nip }} · {{ person.unitName ?? '–' }}</span>
            </div>
            <button
              matButton="outlined"
              class="sm"
              disabledInteractive
              [disabled]="busy()"
              (click)="take(person)"
            >
              {{ 'day.walkIn.take' | transloco }}<span class="vh"> {{ nameOf(person) }}</span>
            </button>
          </li>
        } @empty {
          @if (words().trim().length > 1 && found.value()) {
            <li class="muted">{{ 'day.walkIn.nobody' | transloco }}</li>
          }
        }
      </ul>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton [mat-dialog-close]="taken()">{{ 'day.walkIn.close' | transloco }}</button>
    </mat-dialog-actions>`,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--s3);
      min-height: 52px;
      border-top: 1px solid var(--line);
    }
    p {
      margin: 0;
    }
  `,
})
export class WalkInDialog {
  protected readonly asked = inject<WalkInAsked>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<WalkInDialog, boolean>>(MatDialogRef);
  private readonly api = inject(DayApi);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly phrases = wordsOf('day');
  protected readonly nameOf = nameWithTitles;
  protected readonly words = signal('');
  protected readonly found = loaded(this.api.people(this.asked.cohortId, this.words));
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly taken = signal(false);

  protected async take(person: CandidateRow): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.takeWalkIn(this.asked.sessionId, person.personId);
      this.taken.set(true);
      this.notices.show(this.phrases('day.walkIn.done', { name: nameWithTitles(person) }), 'ok');
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type MoveReason, moveReasonLabels } from '@jenjang/shared/enrolment';
import type { NominatedPerson, NominationDetail } from '@jenjang/shared/nomination';
import { formatDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { SearchField } from '../ui/search-field';
import { NominationApi } from './nomination-api';

/** Reasons that an agency gives; the others come about by themselves. */
const reasons: readonly MoveReason[] = [
  'ill',
  'bereavement',
  'otherDuty',
  'movedUnit',
  'agencyWithdrew',
  'other',
];

/** Taking somebody back with a reason and, where a seat is held, sending somebody else in the same moment. */
@Component({
  selector: 'j-take-back-dialog',
  imports: [
    Banner,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    SearchField,
    TranslocoPipe,
  ],
  templateUrl: './take-back-dialog.html',
  styles: `
    mat-dialog-content {
      display: grid;
      gap: var(--s4);
    }
    label.reason {
      display: grid;
      gap: var(--s1);
      font-weight: 600;
      color: var(--ink);
    }
    fieldset {
      display: grid;
      gap: var(--s1);
      max-height: 280px;
      margin: 0;
      padding: 0;
      overflow: auto;
      border: 0;
    }
    fieldset label {
      display: grid;
      grid-template-columns: 24px 1fr;
      align-items: center;
      gap: var(--s2);
      min-height: 44px;
    }
    h3 {
      margin-bottom: var(--s1);
    }
    p {
      margin: 0;
    }
  `,
})
export class TakeBackDialog {
  protected readonly data = inject<{ person: NominatedPerson; name: string; letter: NominationDetail }>(
    MAT_DIALOG_DATA,
  );
  private readonly dialog = inject<MatDialogRef<TakeBackDialog, boolean>>(MatDialogRef);
  private readonly api = inject(NominationApi);
  private readonly problems = inject(ProblemText);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly reasons = reasons;
  protected readonly labels = moveReasonLabels;
  protected readonly code = signal<MoveReason | ''>('');
  protected readonly reason = signal('');
  protected readonly words = signal('');
  protected readonly replacement = signal('');
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly resource = this.api.candidates(() =>
    this.data.person.mayReplace ? { id: this.data.person.enrolmentId, q: this.words() } : null,
  );
  protected readonly candidates = loadedPage(this.resource);
  protected readonly cutOff = formatDate(this.data.letter.cutOffOn ?? '', this.locale());
  protected readonly isReady = computed(
    () => this.code() !== '' && (this.code() !== 'other' || this.reason().trim().length >= 3),
  );

  protected async confirm(): Promise<void> {
    if (this.isBusy() || !this.isReady()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    const request = { code: this.code(), reason: this.reason().trim() };
    try {
      await this.api.takeBack(this.data.person.enrolmentId, request, this.replacement());
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}

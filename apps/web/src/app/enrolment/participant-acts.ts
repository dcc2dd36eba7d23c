import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import {
  type EnrolmentState,
  type HandState,
  type ParticipantRow,
  leavesCohort,
  mayMoveEnrolment,
  movesByHand,
} from '@jenjang/shared/enrolment';
import { nameWithTitles } from '@jenjang/shared/person';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { EnrolmentApi } from './enrolment-api';
import type { LeaveReason, Leaving } from './leave-dialog';

/** What can be done to one participant from the list: moving and placing, with undo where the way back is open. */
@Injectable()
export class ParticipantActs {
  private readonly api = inject(EnrolmentApi);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);

  /** True when it was done. `undone` is called when the reader takes it back. */
  async move(row: ParticipantRow, state: HandState, undone: () => void): Promise<boolean> {
    const name = nameWithTitles(row);
    const reason = await this.reasonFor(name, state);
    if (reason === null) return false;
    const before = row.state;
    const mayUndo = mayMoveEnrolment(state, before) && !leavesCohort(before);
    return this.attempt(
      () => this.api.move(row.id, { state, ...reason }),
      this.transloco.translate(`enrolment.moved.${state}`, { name }),
      mayUndo && movesByHand(before)
        ? async () => {
            await this.api.move(row.id, { state: before });
            undone();
          }
        : null,
    );
  }

  /** True when it was done. */
  assign(row: ParticipantRow, classId: string | null, undone: () => void): Promise<boolean> {
    return this.attempt(
      () => this.api.assignClass(row.id, classId),
      this.transloco.translate('enrolment.assigned', { name: nameWithTitles(row) }),
      async () => {
        await this.api.assignClass(row.id, row.classId);
        undone();
      },
    );
  }

  /** Sends the participant a fresh link to the first sign-in. */
  async invite(row: ParticipantRow): Promise<void> {
    const done = this.transloco.translate('enrolment.invite.sent', { name: nameWithTitles(row) });
    await this.attempt(() => this.api.invite(row.id), done, null);
  }

  /** The reason given, none where none is asked; null when the reader thinks better of it. */
  private async reasonFor(name: string, state: EnrolmentState): Promise<Partial<LeaveReason> | null> {
    if (!leavesCohort(state)) return {};
    const { LeaveDialog } = await import('./leave-dialog');
    const opened = this.dialog.open<unknown, Leaving, LeaveReason | null>(LeaveDialog, {
      data: { name, state },
      width: '480px',
      maxWidth: 'calc(100vw - 32px)',
    });
    return (await firstValueFrom(opened.afterClosed())) ?? null;
  }

  private async attempt(
    act: () => Promise<void>,
    done: string,
    undo: (() => Promise<void>) | null,
  ): Promise<boolean> {
    try {
      await act();
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
      return false;
    }
    const action = undo && {
      label: this.transloco.translate('ui.notice.undo'),
      run: () => void this.attempt(undo, this.transloco.translate('enrolment.undone'), null),
    };
    this.notices.show(done, 'ok', action);
    return true;
  }
}

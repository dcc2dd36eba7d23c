import { Injectable, inject } from '@angular/core';
import { type CohortDetail, type CohortState, mayMoveCohort } from '@jenjang/shared/cohort';
import { TranslocoService } from '@jsverse/transloco';
import { Notices } from '../platform/notices';
import { AppProblem } from '../platform/problem';
import { ProblemText } from '../platform/problem-text';
import { Confirm } from '../ui/confirm-dialog';
import { CohortApi } from './cohort-api';
import { CohortStore } from './cohort-store';

/** Moves the open cohort along its life, after asking. */
@Injectable()
export class CohortMoves {
  private readonly api = inject(CohortApi);
  private readonly store = inject(CohortStore);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);

  async move(cohort: CohortDetail, state: CohortState): Promise<void> {
    if (!mayMoveCohort(cohort.state, state)) return;
    const words = (key: string): string =>
      this.transloco.translate(`cohort.move.${state}.${key}`, { name: cohort.name });
    const isCancelling = state === 'cancelled';
    const confirmed = await this.confirm.ask({
      heading: words('heading'),
      text: words('text'),
      action: words('action'),
      danger: isCancelling,
      ...(isCancelling ? { reasonLabel: this.transloco.translate('cohort.reason') } : {}),
    });
    if (confirmed === null) return;
    await this.send(cohort.id, state, confirmed.reason, words('done'));
  }

  private async send(id: string, state: CohortState, reason: string, done: string): Promise<void> {
    try {
      await this.api.move(id, reason === '' ? { state } : { state, reason });
      this.notices.show(done, 'ok');
    } catch (error) {
      const named =
        error instanceof AppProblem ? error.errors.map(({ message }) => message).filter(Boolean) : [];
      this.notices.show([this.problems.of(error), ...named].join(' '), 'bad');
    }
    this.store.reload();
  }
}

import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type {
  RefusedCandidate,
  SelectionDecision,
  SelectionPreview,
  SelectionReport,
  SelectionRequest,
} from '@jenjang/shared/selection';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { CohortStore } from '../cohort';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Confirm } from '../ui/confirm-dialog';
import { EffectWords } from './effect-words';
import type { RejectReason } from './reject-dialog';
import { SelectionApi } from './selection-api';

/** A decision before anything was asked; plain, unlike the request class that checks it. */
type Wish = Readonly<Pick<SelectionRequest, 'decision' | 'enrolmentIds' | 'whenFull'>>;

/** What became of a decision: `problem` when all of it was refused, `refused` names people. */
export interface Decided {
  readonly isStored: boolean;
  readonly refused: readonly RefusedCandidate[];
  readonly problem: string | null;
}

/** Deciding about candidates: effect first, then the question, then the deed; undone where the moves allow. */
@Injectable()
export class SelectionActs {
  private readonly api = inject(SelectionApi);
  private readonly store = inject(CohortStore);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly words = inject(EffectWords);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);

  /** Null when the reader thinks better of it. */
  async decide(
    decision: SelectionDecision,
    enrolmentIds: readonly string[],
    undone: () => void,
  ): Promise<Decided | null> {
    try {
      const wish: Wish = { decision, enrolmentIds: [...enrolmentIds], whenFull: 'refuse' };
      const preview = await this.api.preview(this.store.id(), wish);
      if (preview.chosen + preview.waitlisted + preview.short.length === 0) {
        this.notices.show(this.say('refusedHeading', { count: preview.refused.length }), 'bad');
        return { isStored: false, refused: preview.refused, problem: null };
      }
      const request = await this.asked(wish, preview);
      if (request === null) return null;
      const report = await this.api.decide(this.store.id(), request, crypto.randomUUID());
      this.tell(decision, report, undone);
      return { isStored: true, refused: report.refused, problem: null };
    } catch (error) {
      return { isStored: false, refused: [], problem: this.problems.of(error) };
    }
  }

  /** The request with everything that had to be asked for; null when the reader thinks better of it. */
  private async asked(wish: Wish, preview: SelectionPreview): Promise<SelectionRequest | null> {
    const { decision } = wish;
    const seen = { ...wish, seenAt: preview.seenAt };
    if (decision === 'reject') {
      const reason = await this.rejectReason(preview);
      return reason === null ? null : { ...seen, ...reason };
    }
    const waits = preview.short.length > 0;
    const confirmed = await this.confirm.ask({
      heading: this.say(`ask.${decision}`, { count: preview.chosen + preview.short.length }),
      ...(waits ? { text: this.say('ask.waits', { count: preview.short.length }) } : {}),
      effects: this.words.of(preview),
      action: this.say(waits ? 'ask.acceptAndWait' : `act.${decision}`),
      ...(preview.outOfOrder.length > 0 ? { reasonLabel: this.say('ask.orderReason') } : {}),
    });
    if (confirmed === null) return null;
    return {
      ...seen,
      ...(confirmed.reason === '' ? {} : { orderReason: confirmed.reason }),
      whenFull: waits ? 'waitlist' : 'refuse',
    };
  }

  private async rejectReason(preview: SelectionPreview): Promise<RejectReason | null> {
    const { RejectDialog } = await import('./reject-dialog');
    const opened = this.dialog.open<unknown, SelectionPreview, RejectReason>(RejectDialog, {
      data: preview,
      width: '520px',
      maxWidth: 'calc(100vw - 32px)',
    });
    return (await firstValueFrom(opened.afterClosed())) ?? null;
  }

  private tell(decision: SelectionDecision, report: SelectionReport, undone: () => void): void {
    const moved = report.rows.filter(({ outcome }) => outcome !== 'refused');
    const counts = { moved: report.moved, refused: report.refused.length };
    const action =
      decision === 'reject' && moved.length > 0
        ? {
            label: this.say('undo'),
            run: () =>
              void this.undo(
                moved.map(({ enrolmentId }) => enrolmentId),
                undone,
              ),
          }
        : null;
    this.notices.show(this.say(`done.${decision}`, counts), 'ok', action);
  }

  private async undo(enrolmentIds: readonly string[], undone: () => void): Promise<void> {
    const request: SelectionRequest = {
      decision: 'reopen',
      enrolmentIds: [...enrolmentIds],
      whenFull: 'refuse',
    };
    try {
      await this.api.decide(this.store.id(), request, crypto.randomUUID());
      this.notices.show(this.say('undone'), 'ok');
      undone();
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
    }
  }

  private say(key: string, facts: Readonly<Record<string, string | number>> = {}): string {
    return this.transloco.translate(`selection.${key}`, facts);
  }
}

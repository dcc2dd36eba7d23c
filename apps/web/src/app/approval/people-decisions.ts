import { Component, computed, inject, input, model, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ApprovalCell, ApprovalDecision, ApprovalPerson } from '@jenjang/shared/approval';
import { wordCell } from '@jenjang/shared/admission';
import { moveReasonLabels, reasonsToLeave } from '@jenjang/shared/enrolment';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Dock } from '../ui/dock';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';

/** What the approver says of one person; nothing said is approval. */
export interface Verdict {
  readonly approve: boolean;
  readonly code: (typeof reasonsToLeave.rejected)[number];
  readonly reason: string;
}

/**
 * The people of a nomination as cards: approve or reject each by one tap, the rest approved. The one button at the foot
 * says how many of each and sends them all.
 */
@Component({
  selector: 'j-people-decisions',
  imports: [Dock, Icon, MatButton, StateChip, TranslocoPipe],
  templateUrl: './people-decisions.html',
  styleUrl: './people-decisions.css',
})
export class PeopleDecisions {
  readonly people = input.required<readonly ApprovalPerson[]>();
  readonly cells = input.required<readonly ApprovalCell[]>();
  readonly busy = input(false);
  /** Verdicts that differ from approval, by enrolment. */
  readonly verdicts = model<ReadonlyMap<string, Verdict>>(new Map());
  readonly sent = output<readonly ApprovalDecision[]>();

  protected readonly locale = inject(LocaleService).locale;
  protected readonly codes = reasonsToLeave.rejected;
  protected readonly reasonLabels = moveReasonLabels;
  protected readonly wordCell = wordCell;

  protected readonly rejected = computed(
    () => this.people().filter(({ enrolmentId }) => this.verdicts().has(enrolmentId)).length,
  );
  protected readonly isWordless = computed(() =>
    [...this.verdicts().values()].some(({ code, reason }) => code === 'other' && reason.trim().length < 3),
  );

  protected approve({ enrolmentId }: ApprovalPerson): void {
    const next = new Map(this.verdicts());
    next.delete(enrolmentId);
    this.verdicts.set(next);
  }

  protected reject({ enrolmentId }: ApprovalPerson, change: Partial<Verdict> = {}): void {
    const before = this.verdicts().get(enrolmentId) ?? { approve: false, code: this.codes[0], reason: '' };
    this.verdicts.set(new Map([...this.verdicts(), [enrolmentId, { ...before, ...change }]]));
  }

  protected send(): void {
    if (this.busy() || this.isWordless()) return;
    this.sent.emit(
      this.people().map(({ enrolmentId }): ApprovalDecision => {
        const verdict = this.verdicts().get(enrolmentId);
        if (verdict === undefined) return { enrolmentId, approve: true };
        const reason = verdict.reason.trim();
        return { enrolmentId, approve: false, code: verdict.code, ...(reason === '' ? {} : { reason }) };
      }),
    );
  }
}

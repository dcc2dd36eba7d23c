import { Component, inject, signal } from '@angular/core';
import type { ApprovalAnswer, ApprovalDecision, ApprovalsWaiting } from '@jenjang/shared/approval';
import { problemWords } from '@jenjang/shared';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { DayRange } from '../ui/format-pipes';
import { PageHeader } from '../ui/page-header';
import { ApprovalApi } from './approval-api';
import { PeopleDecisions } from './people-decisions';

/** Nominees who wait for the reader's approval, cohort by cohort. */
@Component({
  selector: 'j-waiting-page',
  imports: [Banner, Card, DayRange, EmptyState, PageHeader, PeopleDecisions, TranslocoPipe],
  template: `<j-page-header [heading]="'approval.title' | transloco" />
    @if (waiting.problem(); as words) {
      <j-banner tone="bad">{{ words }}</j-banner>
    }
    @if (problem(); as words) {
      <j-banner tone="bad">{{ words }}</j-banner>
    }
    @for (group of waiting.value() ?? []; track group.cohort.id) {
      <j-card [heading]="group.cohort.name" [note]="group.cohort.startsOn | dayRange: group.cohort.endsOn">
        <j-people-decisions
          [people]="group.people"
          [cells]="group.cells"
          [busy]="isBusy()"
          (sent)="decide(group, $event)"
        />
      </j-card>
    } @empty {
      @if (waiting.value()) {
        <j-empty-state
          icon="check"
          [heading]="'approval.nobody' | transloco"
          [text]="'approval.nobodyText' | transloco"
        />
      }
    }`,
})
export class WaitingPage {
  private readonly api = inject(ApprovalApi);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(LocaleService).locale;
  private readonly resource = this.api.waiting();
  protected readonly waiting = loaded(this.resource);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async decide(
    { cohort }: ApprovalsWaiting,
    decisions: readonly ApprovalDecision[],
  ): Promise<void> {
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      this.tell(await this.api.decide(cohort.id, decisions, crypto.randomUUID()));
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.isBusy.set(false);
      this.resource.reload();
    }
  }

  private tell(answers: readonly ApprovalAnswer[]): void {
    const count = (outcome: ApprovalAnswer['outcome']): number =>
      answers.filter((answer) => answer.outcome === outcome).length;
    const counts = { approved: count('approved'), rejected: count('rejected'), refused: count('refused') };
    this.notices.show(this.transloco.translate('approval.done', counts), 'ok');
    const refused = answers.find(({ outcome }) => outcome === 'refused');
    const words = refused ? problemWords(refused.code ?? '', refused.facts) : null;
    this.problem.set(words?.[this.locale() === 'en' ? 1 : 0] ?? null);
  }
}

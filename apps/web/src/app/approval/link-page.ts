import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ApprovalAnswer, ApprovalDecision, ApprovalOpening } from '@jenjang/shared/approval';
import { problemWords } from '@jenjang/shared';
import type { Locale } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { AppProblem } from '../platform/problem';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Day, DayRange, Figure, Moment } from '../ui/format-pipes';
import { Mark } from '../ui/mark';
import { ApprovalApi } from './approval-api';
import { PeopleDecisions } from './people-decisions';

/** The page of a one-tap link: a summary, and one tap to approve. Nobody signs in. */
@Component({
  selector: 'j-link-page',
  imports: [Banner, Day, DayRange, Figure, Mark, MatButton, Moment, PeopleDecisions, TranslocoPipe],
  templateUrl: './link-page.html',
  styleUrl: './link-page.css',
})
export class LinkPage {
  /** From the URL. */
  readonly token = input.required<string>();

  private readonly api = inject(ApprovalApi);
  private readonly problems = inject(ProblemText);
  private readonly languages = inject(LocaleService);
  protected readonly locale = this.languages.locale;
  protected readonly languageChoices: readonly Locale[] = ['id', 'en'];

  private readonly opening = signal<ApprovalOpening | null>(null);
  protected readonly summary = computed(() => this.opening()?.summary ?? null);
  /** Why the NIP is asked for; null when it is not. */
  protected readonly asksNip = computed(() => this.opening()?.asksNip ?? null);
  protected readonly isBusy = signal(false);
  /** Why the link cannot be used at all. */
  protected readonly ended = signal<string | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly answers = signal<readonly ApprovalAnswer[] | null>(null);
  protected readonly result = computed(() => {
    const answers = this.answers() ?? [];
    const count = (outcome: ApprovalAnswer['outcome']): number =>
      answers.filter((answer) => answer.outcome === outcome).length;
    return { approved: count('approved'), rejected: count('rejected'), refused: count('refused') };
  });
  protected readonly refused = computed(() =>
    (this.answers() ?? [])
      .filter(({ outcome }) => outcome === 'refused')
      .map(({ enrolmentId, code, facts }) => ({
        name: this.summary()?.people.find((person) => person.enrolmentId === enrolmentId)?.name ?? '',
        why: problemWords(code ?? '', facts)[this.locale() === 'en' ? 1 : 0],
      })),
  );

  constructor() {
    effect(() => void this.open(this.token()));
  }

  protected async open(token: string, nip?: string): Promise<void> {
    await this.attempt(async () => this.opening.set(await this.api.open(token, nip)));
  }

  protected async decide(decisions: readonly ApprovalDecision[]): Promise<void> {
    await this.attempt(async () => this.answers.set(await this.api.decideByLink(this.token(), decisions)));
  }

  protected choose(locale: Locale): void {
    void this.languages.choose(locale);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      const isOver = error instanceof AppProblem && (error.status === 410 || error.status === 404);
      (isOver ? this.ended : this.problem).set(this.problems.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}

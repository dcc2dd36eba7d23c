import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { wordAuthor } from '@jenjang/shared/delegation';
import { enrolmentStateLabels, type MoveReason, moveReasonLabels } from '@jenjang/shared/enrolment';
import {
  applicationStepLabels,
  type ApplicationStatus,
  type CohortToApply,
  stepStateLabels,
  type StepState,
  wordShortfall,
  wordWindow,
} from '@jenjang/shared/nomination';
import { TranslocoPipe } from '@jsverse/transloco';
import { enrolmentStateLooks } from '../enrolment';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { DayRange, Figure, Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icon-paths';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { NominationApi } from './nomination-api';

const stepIcons: Readonly<Record<StepState, IconName>> = {
  done: 'check',
  now: 'clock',
  ahead: 'minus',
  failed: 'x',
  stopped: 'forbidden',
};

/** One's own way into cohorts: every step with where it stands, and what may be applied to. */
@Component({
  selector: 'j-applications-page',
  imports: [
    Banner,
    Card,
    DayRange,
    EmptyState,
    Figure,
    Icon,
    MatButton,
    Moment,
    PageHeader,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './applications-page.html',
  styleUrl: './applications-page.css',
})
export class ApplicationsPage {
  private readonly api = inject(NominationApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('nomination');
  protected readonly locale = inject(LocaleService).locale;
  protected readonly resource = this.api.applications();
  protected readonly applications = loaded(this.resource);
  protected readonly states = enrolmentStateLabels;
  protected readonly looks = enrolmentStateLooks;
  protected readonly steps = applicationStepLabels;
  protected readonly stepStates = stepStateLabels;
  protected readonly icons = stepIcons;
  protected readonly refused = signal<string | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly open = computed(() =>
    (this.applications.value()?.open ?? []).map((cohort) => ({
      ...cohort,
      deadline: wordWindow(cohort.window, cohort, this.locale()),
      reasons: cohort.shortfalls.map(({ shortfall, names }) =>
        wordShortfall(shortfall, names, this.locale()),
      ),
    })),
  );

  protected sender({ sentBy }: ApplicationStatus): string {
    return sentBy === null
      ? ''
      : `${sentBy.agencyName} (${wordAuthor(sentBy.authorName, sentBy.onBehalfOfName, this.locale())})`;
  }

  protected why({ stateCode, stateReason }: ApplicationStatus): string {
    const label = stateCode === null ? undefined : moveReasonLabels[stateCode as MoveReason];
    return [label?.[this.locale()], stateReason].filter(Boolean).join(': ');
  }

  protected async apply(cohort: CohortToApply): Promise<void> {
    const asked = await this.confirm.ask({
      heading: this.words('nomination.application.confirm', { cohort: cohort.name }),
      text: this.words('nomination.application.confirmText'),
      action: this.words('nomination.application.apply'),
    });
    if (asked === null || this.isBusy()) return;
    this.isBusy.set(true);
    this.refused.set(null);
    try {
      await this.api.apply(cohort.id);
      this.notices.show(this.words('nomination.application.sent', { cohort: cohort.name }), 'ok');
      this.resource.reload();
    } catch (error) {
      this.refused.set(this.problems.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}

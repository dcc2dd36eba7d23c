import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type AbsenceRow,
  absenceStateLabels,
  absenceStates,
  wordAbsenceEffect,
} from '@jenjang/shared/absence';
import { TranslocoPipe } from '@jsverse/transloco';
import { CohortStore } from '../cohort';
import { loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { NipPipe } from '../ui/format-pipes';
import { Pager } from '../ui/pager';
import { UrlTableState } from '../ui/table-state';
import { AbsenceApi } from './absence-api';
import { RequestCard } from './request-card';

/** Requests of a cohort's participants to be away, each with what approving and refusing would mean. */
@Component({
  selector: 'j-absence-list-page',
  imports: [Banner, Card, EmptyState, MatButton, NipPipe, Pager, RequestCard, TranslocoPipe],
  templateUrl: './absence-list-page.html',
  styleUrl: './absence-list-page.css',
})
export class AbsenceListPage {
  private readonly store = inject(CohortStore);
  private readonly api = inject(AbsenceApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('absence');
  private readonly signIn = inject(SignInStore);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly states = absenceStates;
  protected readonly stateLabels = absenceStateLabels;
  protected readonly table = new UrlTableState(['state'], { sort: '-requestedAt' });
  protected readonly resource = this.api.ofCohort(() => this.store.id(), this.table.query);
  protected readonly list = loadedPage(this.resource);
  protected readonly state = computed(() => this.table.state().filters['state'] ?? '');
  protected readonly mayDecide = computed(() => this.signIn.may('attendance.mark'));

  protected effectOf({ effect }: AbsenceRow): string | null {
    return effect === null ? null : wordAbsenceEffect(effect, this.locale());
  }

  protected async decide(row: AbsenceRow, outcome: 'approved' | 'refused'): Promise<void> {
    const effect = this.effectOf(row);
    const answer = await this.confirm.ask({
      heading: this.words(`absence.decide.${outcome}.heading`, { name: row.participant.name }),
      text: effect ?? '',
      action: this.words(`absence.decide.${outcome}.action`),
      ...(outcome === 'refused' ? { danger: true, reasonLabel: this.words('absence.decide.note') } : {}),
    });
    if (answer === null) return;
    try {
      await this.api.decide(row.id, { outcome, note: answer.reason });
      this.notices.show(this.words(`absence.decide.${outcome}.done`), 'ok');
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
    }
    this.resource.reload();
  }
}

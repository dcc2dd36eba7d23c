import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import {
  type CohortDetail,
  type PublishProblem,
  type SessionView,
  partnerRoleLabels,
  wordPublishProblem,
} from '@jenjang/shared/cohort';
import { zoneAbbreviation } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { CohortApi, CohortMoves, CohortStore, editCohort } from '../cohort';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { DayRange, Figure, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import type { PlanList } from './plan-list.table';
import { phaseLines } from './plan.rules';
import { SessionLines } from './session-lines';

/** The plan of a cohort: sessions, phases, classes, organisers, signatories, and what is missing before it opens. */
@Component({
  selector: 'j-schedule-page',
  imports: [Banner, Card, DayRange, Figure, Icon, MatButton, NipPipe, SessionLines, TranslocoPipe],
  templateUrl: './schedule-page.html',
  styleUrl: './schedule-page.css',
})
export class SchedulePage {
  protected readonly store = inject(CohortStore);
  protected readonly moves = inject(CohortMoves);
  private readonly dialog = inject(MatDialog);
  private readonly api = inject(CohortApi);
  private readonly now = Date.now();
  protected readonly locale = inject(LocaleService).locale;
  protected readonly roleLabels = partnerRoleLabels;
  private readonly checkResource = this.api.publishCheck(this.store.id);
  protected readonly check = loaded(this.checkResource);
  protected readonly blocking = computed(
    () => this.check.value()?.problems.filter((problem) => problem.blocking) ?? [],
  );
  protected readonly warnings = computed(
    () => this.check.value()?.problems.filter((problem) => !problem.blocking) ?? [],
  );
  protected readonly phases = computed(() => {
    const cohort = this.store.cohort();
    return cohort === null ? [] : phaseLines(cohort, this.now);
  });
  protected readonly zone = computed(() => {
    const cohort = this.store.cohort();
    return cohort === null ? '' : zoneAbbreviation(cohort.zone);
  });

  protected word(problem: PublishProblem): string {
    return wordPublishProblem(problem, this.locale());
  }

  /** Opens the place where a problem is put right. */
  protected async fix(cohort: CohortDetail, { path }: PublishProblem): Promise<void> {
    const [list = '', index] = path.split('.');
    if (list === 'sessions')
      await this.editSession(cohort, index === undefined ? null : (cohort.sessions[Number(index)] ?? null));
    else if (list === 'phases' || list === 'classes' || list === 'signatories')
      await this.editList(cohort, list);
    else await this.editFacts(cohort);
  }

  protected async editSession(cohort: CohortDetail, session: SessionView | null): Promise<void> {
    const { SessionDialog } = await import('./session-dialog');
    await this.open(SessionDialog, { cohort, session }, '720px');
  }

  protected async editList(cohort: CohortDetail, list: PlanList): Promise<void> {
    const { PlanListDialog } = await import('./plan-list-dialog');
    await this.open(PlanListDialog, { cohort, list }, '860px');
  }

  private async editFacts(cohort: CohortDetail): Promise<void> {
    if (await editCohort(this.dialog, cohort)) this.store.reload();
  }

  private async open(dialog: new (...parts: never[]) => object, data: unknown, width: string): Promise<void> {
    const opened = this.dialog.open<unknown, unknown, boolean>(dialog, {
      data,
      width,
      maxWidth: 'calc(100vw - 32px)',
    });
    if (!(await firstValueFrom(opened.afterClosed()))) return;
    this.store.reload();
    this.checkResource.reload();
  }
}

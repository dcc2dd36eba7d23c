import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  type CohortOperation,
  type CohortState,
  type CohortStep,
  type CohortStepCode,
  nextSteps,
  partnerRoleLabels,
} from '@jenjang/shared/cohort';
import { instantMs, zoneAbbreviation } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { CohortApi, CohortMoves, CohortStore } from '../cohort';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Bar } from '../ui/bar';
import { Card } from '../ui/card';
import { Figure, Initials, LessonHours, Percent } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { phaseLines } from './plan.rules';
import { SessionLines } from './session-lines';

/** Addresses of the places where steps are done. */
const pathOf: Readonly<Record<CohortStep['place'], string>> = {
  schedule: 'jadwal',
  participants: 'peserta',
  attendance: 'presensi',
  graduation: 'kelulusan',
  certificates: 'sertifikat',
  state: '',
};
const soonSteps = 4;

/** The state that a step moves the cohort to, and what the reader must be allowed for it. */
const moves: Partial<
  Record<CohortStepCode, { readonly state: CohortState; readonly operation: CohortOperation }>
> = {
  open: { state: 'enrolling', operation: 'open' },
  start: { state: 'running', operation: 'start' },
  complete: { state: 'completed', operation: 'complete' },
};

/** How far a cohort is, its sessions by phase, and the one thing to do next. */
@Component({
  selector: 'j-overview-page',
  imports: [
    Banner,
    Bar,
    Card,
    Figure,
    Icon,
    Initials,
    LessonHours,
    MatButton,
    Percent,
    RouterLink,
    SessionLines,
    TranslocoPipe,
  ],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.css',
})
export class OverviewPage {
  protected readonly store = inject(CohortStore);
  protected readonly moves = inject(CohortMoves);
  private readonly api = inject(CohortApi);
  private readonly now = Date.now();
  protected readonly locale = inject(LocaleService).locale;
  protected readonly roleLabels = partnerRoleLabels;
  protected readonly summary = loaded(this.api.summary(this.store.id));
  private readonly check = loaded(
    this.api.publishCheck(() => (this.store.cohort()?.state === 'planned' ? this.store.id() : '')),
  );

  protected readonly phases = computed(() => {
    const cohort = this.store.cohort();
    return cohort === null ? [] : phaseLines(cohort, this.now);
  });
  protected readonly zone = computed(() => {
    const cohort = this.store.cohort();
    return cohort === null ? '' : zoneAbbreviation(cohort.zone);
  });
  protected readonly facilitators = computed(() => {
    const people = this.store.cohort()?.sessions.flatMap(({ facilitators }) => facilitators) ?? [];
    return [...new Map(people.map((person) => [person.personId, person])).values()];
  });

  protected readonly steps = computed(() => {
    const [cohort, summary] = [this.store.cohort(), this.summary.value()];
    if (cohort === null || summary === null) return null;
    const blocking = this.check.value()?.problems.filter((problem) => problem.blocking).length ?? 0;
    return nextSteps({
      ...summary,
      state: cohort.state,
      blockingProblems: blocking,
      sessions: cohort.sessions.map((session) => ({
        ...session,
        begun: instantMs(session.startsAt) <= this.now,
        over: instantMs(session.endsAt) <= this.now,
        facilitators: session.facilitators.length,
      })),
    });
  });
  protected readonly open = computed(() => this.steps()?.steps.filter(({ done }) => !done) ?? []);
  /** What is to be done soon; the rest can wait behind a fold. */
  protected readonly soon = computed(() => this.open().slice(0, soonSteps));
  protected readonly later = computed(() => this.open().slice(soonSteps));
  protected readonly done = computed(() => this.steps()?.steps.filter(({ done }) => done) ?? []);

  /** The sentence of a step: of one session while there is one to finish, of what has to come first while nothing is left to count. */
  protected textOf({ code, sessionId, facts }: CohortStep): string {
    const isLater = ['facilitators', 'attendance', 'decide', 'issue'].includes(code) && facts['count'] === 0;
    return `cohort.step.${code}.${sessionId !== null ? 'textNow' : isLater ? 'textLater' : 'text'}`;
  }

  protected linkOf(step: CohortStep): readonly string[] | null {
    const path = pathOf[step.place];
    if (step.place === 'state' || !this.store.tabs().includes(path)) return null;
    return ['/angkatan', this.store.id(), path, ...(step.sessionId === null ? [] : [step.sessionId])];
  }

  /** The state a step leads to, when the reader may move the cohort there now. */
  protected moveOf(step: CohortStep): CohortState | null {
    const move = moves[step.code];
    return move !== undefined && this.store.may(move.operation) ? move.state : null;
  }

  protected place(step: CohortStep): number {
    return (this.steps()?.steps.indexOf(step) ?? 0) + 1;
  }
}

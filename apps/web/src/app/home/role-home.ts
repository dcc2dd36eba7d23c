import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type CohortState, cohortStateLabels } from '@jenjang/shared/cohort';
import { type RoleHome as HomeFacts, type Task, wordTask } from '@jenjang/shared/home';
import type { Role } from '@jenjang/shared/identity';
import { instantMs } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { entriesFor } from '../shell';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { DayRange, Figure } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import type { Tone } from '../ui/tone.types';
import { TodayList } from './today-list';
import { minutesLeft } from './today.rules';

const cohortTones: Readonly<Record<CohortState, Tone>> = {
  planned: 'neutral',
  enrolling: 'info',
  running: 'info',
  completed: 'ok',
  cancelled: 'past',
};

/** The one next thing to do in a role, what comes after it, and little else. */
@Component({
  selector: 'j-role-home',
  imports: [
    Banner,
    Card,
    DayRange,
    EmptyState,
    Figure,
    Icon,
    MatButton,
    RouterLink,
    StateChip,
    TodayList,
    TranslocoPipe,
  ],
  templateUrl: './role-home.html',
  styleUrl: './role-home.css',
  host: { '(document:visibilitychange)': 'lookAgain()' },
})
export class RoleHome {
  readonly role = input.required<Role>();

  private readonly router = inject(Router);
  private readonly store = inject(SignInStore);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly tones = cohortTones;
  protected readonly stateLabels = cohortStateLabels;
  protected readonly resource = httpResource<HomeFacts>(() => ({
    url: '/api/v1/me/tasks',
    params: { role: this.role() },
  }));
  private readonly found = loaded(this.resource);
  protected readonly home = this.found.value;
  protected readonly problem = this.found.problem;

  private readonly tasks = computed(() => (this.home()?.tasks ?? []).map((task) => this.worded(task)));
  protected readonly first = computed(() => this.tasks()[0] ?? null);
  protected readonly others = computed(() => this.tasks().slice(1));
  /** Minutes until what goes on now is over; null when nothing does. */
  protected readonly left = computed(() => {
    const [home, task] = [this.home(), this.first()];
    return home === null || task?.urgency !== 'now' || task.dueAt === null
      ? null
      : minutesLeft(task.dueAt, instantMs(home.now));
  });
  /** Where to go when nothing is waiting. */
  protected readonly way = computed(
    () => entriesFor(this.store.role(), this.store.permissions()).find(({ path }) => path !== '/') ?? null,
  );

  /** What others did meanwhile shows as soon as the page is looked at again. */
  protected lookAgain(): void {
    if (document.visibilityState === 'visible' && !this.resource.isLoading()) this.resource.reload();
  }

  private worded(task: Task) {
    return { ...task, ...wordTask(task, this.locale()), to: this.router.parseUrl(task.link) };
  }
}

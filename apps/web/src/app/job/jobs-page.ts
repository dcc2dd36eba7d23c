import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { JobState, JobView } from '@jenjang/shared/job';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { deviceZone } from '../platform/device-zone';
import { JobApi } from '../platform/job-api';
import { hasEnded } from '../platform/job.rules';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Figure, Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icon-paths';
import { JobProgress } from '../ui/job-progress';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import type { Tone } from '../ui/tone.types';
import { JobListApi } from './job-list-api';
import { figuresOf, fileOf, kindKey, secondsOf } from './job-outcome.rules';

const looks: Readonly<Record<JobState, { readonly tone: Tone; readonly icon: IconName }>> = {
  queued: { tone: 'neutral', icon: 'waiting' },
  running: { tone: 'info', icon: 'refresh' },
  done: { tone: 'ok', icon: 'check' },
  failed: { tone: 'bad', icon: 'error' },
  cancelled: { tone: 'past', icon: 'x' },
};

/** Work in the background: what runs now, live; what ended; and, for those who keep watch, what failed. */
@Component({
  selector: 'j-jobs-page',
  imports: [
    Banner,
    Card,
    EmptyState,
    Figure,
    Icon,
    JobProgress,
    MatButton,
    Moment,
    PageHeader,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './jobs-page.html',
  styleUrl: './jobs-page.css',
})
export class JobsPage {
  private readonly api = inject(JobListApi);
  private readonly jobs = inject(JobApi);
  private readonly notices = inject(Notices);
  private readonly words = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(SignInStore);
  protected readonly zone = deviceZone();
  protected readonly mine = this.api.mine();
  protected readonly failed = this.api.failed(() => this.store.may('job.manage'));
  private readonly loadedMine = loaded(this.mine);
  private readonly loadedFailed = loaded(this.failed);
  protected readonly problem = computed(() => this.loadedMine.problem() ?? this.loadedFailed.problem());
  protected readonly isLoaded = computed(() => this.loadedMine.value() !== null);
  protected readonly waiting = computed(() => (this.loadedFailed.value() ?? []).map(describe));
  /** Open when the list was loaded: they stay in their place when they end, so that nothing jumps away. */
  protected readonly open = computed(() =>
    (this.loadedMine.value() ?? []).filter(({ state }) => !hasEnded(state)).map(describe),
  );
  protected readonly ended = computed(() =>
    (this.loadedMine.value() ?? [])
      .filter(({ id, state }) => hasEnded(state) && !this.waiting().some((failed) => failed.id === id))
      .map(describe),
  );
  protected readonly retrying = signal<string | null>(null);

  protected async retry(job: JobView): Promise<void> {
    this.retrying.set(job.id);
    try {
      await this.jobs.retry(job.id);
      this.notices.show(this.transloco.translate('job.retried'), 'ok');
      this.reload();
    } catch (error) {
      this.notices.show(this.words.of(error), 'bad');
    } finally {
      this.retrying.set(null);
    }
  }

  protected reload(): void {
    this.mine.reload();
    if (this.store.may('job.manage')) this.failed.reload();
  }
}

function describe(job: JobView) {
  return {
    ...job,
    look: looks[job.state],
    kindKey: kindKey(job.kind),
    figures: figuresOf(job),
    file: fileOf(job),
    seconds: secondsOf(job),
  };
}

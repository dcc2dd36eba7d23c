import { Component, computed, inject, input, output, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { JobView } from '@jenjang/shared/job';
import { TranslocoPipe } from '@jsverse/transloco';
import { tap } from 'rxjs';
import { JobApi } from '../platform/job-api';
import { hasEnded, paceOf } from '../platform/job.rules';
import { loaded } from '../platform/loaded';
import { Banner } from './banner';
import { Bar } from './bar';
import { Figure } from './format-pipes';
import { Icon } from './icon';

/** Longer than this and seconds say nothing more than minutes. */
const minuteFrom = 90;

/** Follows a job live and survives a reload: all it needs is the job's id. */
@Component({
  selector: 'j-job-progress',
  imports: [Banner, Bar, Figure, Icon, MatButton, TranslocoPipe],
  templateUrl: './job-progress.html',
  styles: `
    :host {
      display: block;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s4);
      margin-bottom: var(--s3);
    }
    .count {
      font-size: var(--t-2xl);
      font-weight: 650;
      line-height: 1.2;
      color: var(--ink);
      font-variant-numeric: tabular-nums;
    }
    .count small {
      font-size: var(--t-m);
      font-weight: 400;
      color: var(--muted);
    }
    .pace {
      font-size: var(--t-s);
    }
    .actions {
      margin-left: auto;
    }
    .foot {
      margin: var(--s3) 0 0;
      font-size: var(--t-s);
      color: var(--muted);
    }
  `,
})
export class JobProgress {
  readonly jobId = input.required<string>();
  /** What is counted, as `sertifikat` or `baris`. */
  readonly unit = input.required<string>();
  /** Once, with the job as it ended. */
  readonly finished = output<JobView>();

  private readonly api = inject(JobApi);
  protected readonly following = rxResource({
    params: () => this.jobId(),
    stream: ({ params }) => this.api.follow(params).pipe(tap((job) => this.told(job))),
  });
  private readonly loaded = loaded(this.following);
  protected readonly job = this.loaded.value;
  protected readonly lost = this.loaded.problem;
  private readonly now = signal(Date.now());
  protected readonly pace = computed(() => {
    const job = this.job();
    return job === null ? null : paceOf(job, this.now());
  });
  protected readonly isOpen = computed(() => {
    const job = this.job();
    return job !== null && !hasEnded(job.state);
  });
  protected readonly isStopping = signal(false);
  /** Time left in the unit that says something: `{key, count}` for the wording. */
  protected readonly left = computed(() => {
    const seconds = this.pace()?.secondsLeft;
    if (seconds === null || seconds === undefined) return null;
    return seconds < minuteFrom
      ? { key: 'ui.job.secondsLeft', count: Math.max(1, Math.round(seconds)) }
      : { key: 'ui.job.minutesLeft', count: Math.round(seconds / 60) };
  });

  protected async cancel(): Promise<void> {
    this.isStopping.set(true);
    try {
      await this.api.cancel(this.jobId());
    } finally {
      this.isStopping.set(false);
    }
  }

  protected async tryAgain(): Promise<void> {
    await this.api.retry(this.jobId());
    this.following.reload();
  }

  private told(job: JobView): void {
    this.now.set(Date.now());
    if (hasEnded(job.state)) this.finished.emit(job);
  }
}

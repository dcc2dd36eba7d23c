export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** Slow work as its asker sees it. */
export interface JobView {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly result: Readonly<Record<string, unknown>> | null;
  /** Problem of the last attempt, worded for the reader. */
  readonly error: { readonly code: string; readonly title: string } | null;
  readonly attempts: number;
}

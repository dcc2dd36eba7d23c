import type { JobState, JobView } from '@jenjang/shared/job';

/** Whether nothing more will happen. */
export function hasEnded(state: JobState): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** Pieces a second and seconds left; null while too little is known. `now` in milliseconds since 1970. */
export interface Pace {
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

/** The pace so far, from the start of the work. A first second says nothing yet. */
export function paceOf(job: JobView, now: number): Pace {
  const seconds = job.startedAt === null ? 0 : (now - Date.parse(job.startedAt)) / 1000;
  if (seconds < 1 || job.done === 0) return { perSecond: null, secondsLeft: null };
  const perSecond = job.done / seconds;
  const isKnown = job.total > 0 && !hasEnded(job.state);
  return { perSecond, secondsLeft: isKnown ? Math.max(0, job.total - job.done) / perSecond : null };
}

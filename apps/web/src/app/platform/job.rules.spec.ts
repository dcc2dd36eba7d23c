import { describe, expect, it } from '@jest/globals';
import type { JobView } from '@jenjang/shared/job';
import { paceOf } from './job.rules';

const started = Date.parse('2026-11-21T10:00:00Z');
const job: JobView = {
  id: '1',
  kind: 'issue',
  state: 'running',
  done: 61,
  total: 98,
  createdAt: '2026-11-21T10:00:00Z',
  startedAt: '2026-11-21T10:00:00Z',
  finishedAt: null,
  result: null,
  error: null,
  attempts: 1,
};

describe('paceOf', () => {
  it.each<readonly [string, Partial<JobView>, number, number | null, number | null]>([
    ['a job under way', {}, 61, 1, 37],
    ['a job that has not begun', { startedAt: null, done: 0 }, 61, null, null],
    ['a job in its first instant', {}, 0.5, null, null],
    ['a job of unknown size', { total: 0 }, 61, 1, null],
    ['a job that ended', { state: 'done', done: 98 }, 49, 2, null],
  ])('of %s', (_, change, seconds, perSecond, secondsLeft) => {
    expect(paceOf({ ...job, ...change }, started + seconds * 1000)).toEqual({ perSecond, secondsLeft });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { JobView } from '@jenjang/shared/job';
import { figuresOf, fileOf, kindKey, secondsOf } from './job-outcome.rules';

function aJob(changes: Partial<JobView> = {}): JobView {
  return {
    id: 'j',
    kind: 'merit.export',
    state: 'done',
    done: 10,
    total: 10,
    createdAt: '2026-11-21T01:00:00Z',
    startedAt: '2026-11-21T01:00:01Z',
    finishedAt: '2026-11-21T01:01:31.400Z',
    result: { exportId: 'x1' },
    error: null,
    attempts: 1,
    ...changes,
  };
}

describe('kindKey', () => {
  it.each([
    ['certificate.issue', 'certificate_issue'],
    ['merit.export', 'merit_export'],
    ['something.new', 'other'],
  ])('names %s', (kind, key) => {
    expect(kindKey(kind)).toBe(key);
  });
});

describe('fileOf', () => {
  it.each([
    ['an export that is done', {}, '/api/v1/merit/exports/x1/file'],
    ['one that failed', { state: 'failed' as const }, null],
    ['one that told no export', { result: {} }, null],
    ['work that makes no file', { kind: 'certificate.issue' }, null],
  ])('leads to the file of %s', (_, changes, expected) => {
    expect(fileOf(aJob(changes))).toBe(expected);
  });

  it('cannot be led out of its folder by what a job says', () => {
    expect(fileOf(aJob({ result: { exportId: '../../auth/me?' } }))).toBe(
      '/api/v1/merit/exports/..%2F..%2Fauth%2Fme%3F/file',
    );
  });
});

describe('figuresOf', () => {
  it('tells the figures it has words for, and none of nought', () => {
    expect(figuresOf(aJob({ result: { issued: 61, refused: 0, exportId: 'x', lanes: 4 } }))).toEqual([
      ['issued', 61],
    ]);
  });

  it('tells nothing of a job without a result', () => {
    expect(figuresOf(aJob({ result: null }))).toEqual([]);
  });
});

describe('secondsOf', () => {
  it.each([
    ['from start to end', {}, 90],
    ['nothing before the end', { finishedAt: null }, null],
    ['nothing of what never began', { startedAt: null }, null],
    ['never less than nothing', { startedAt: '2026-11-21T02:00:00Z' }, 0],
  ])('counts %s', (_, changes, expected) => {
    expect(secondsOf(aJob(changes))).toBe(expected);
  });
});
